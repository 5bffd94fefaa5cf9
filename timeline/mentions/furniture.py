"""Page furniture: the stretches of an article that are about the page and not about what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

Stretch = tuple[int, int]

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# A whole line that is furniture: who made it, when, whose picture, which section, and what else to do on the page.
LINES = tuple(
    re.compile(pattern, re.VERBOSE | re.IGNORECASE)
    for pattern in (
        r"""(?:written|posted|reported|edited|published|updated|story|text|words|photograph|photo|video|graphic)?s?\s*
            (?:and\s)?by:?\s+(?-i:[A-Z])[^.!?]{1,70}$""",
        r"(?:posted|commented)\s+by\s.{0,150}\b\d{1,2}:\d{2}.*",
        r"(?:reporting|additional\s+reporting|editing|writing|compiled)\s+by\b.*",
        r"""(?:first\s+)?(?:published|updated|posted|last\s+(?:updated|modified|edited)|modified|date)\b
            \s*(?:on|at|:)?\s.{0,60}\d.{0,30}$""",
        rf"""(?:{MONTH}|mon|tues?|wednes|thurs?|fri|satur|sun)[a-z]*\.?,?\s*(?:{MONTH})?[\s\d,.\-–/:|]*
            (?:{MONTH})?[\s\d,.\-–/:|]*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{{2,4}})?$""",
        rf"\d{{1,2}}\s+{MONTH}\s+\d{{4}}\b.{{0,20}}$",
        r"""(?:breaking\s+)?(?:news|politics|world|business|sport|opinion|analysis|live|video|home|menu|search|comments?
            |tags|topics?)(?:\s*[·|/>»].*)?$""",
        r"(?:trending|most\s+(?:read|popular|viewed)|recommended|advertisement|sponsored|promoted|latest)\b[^.!?]{0,30}$",
        r"(?:share|follow|like|tweet|print|email|copy\s+link|save|listen|watch)\b[^.!?]{0,60}$",
        r"(?:click|tap)\s+here\b.*|(?:©|\(c\)\s|copyright\b).*",
        r"""(?:this\s+(?:article|story|report|post)\s+(?:was|is|has\s+been|originally|first)|editor[’']s\s+note
            |correction:|disclaimer).*""",
        r"(?:have\s+(?:a|an|any)\s+(?:tip|story)|got\s+a\s+(?:tip|story)|contact\s+(?:us|the\s+(?:author|reporter)))\b.*",
        r"(?:read|see|view|watch|listen|find)\s+(?:more|also|next|related|all|the\s+full)\b.*",
    )
)
# What makes a short line furniture wherever it stands in it.
# A pattern that may start anywhere is slow to search for; these words tell at once where there is nothing to find.
SIGNS = (
    *("photo", "image", "picture", "illustration", "source", "credit", "©", "getty", "shutterstock", "afp", "reuters"),
    *("/ap", "(ap", "via ap", "epa-efe", "newsletter", "subscribe", "sign up", "sign in", "log in", "download"),
    *("cookie", "push not", "reserved"),
)
ANYWHERE = re.compile(
    r"""\b(?:photo|image|picture|photograph|illustration|source)s?\s*(?:credit)?\s*:(?!\S*//)|\bcredits?\s*:|©
    |\b(?:photo|photograph|illustration)s?\s+by\s+(?-i:[A-Z])
    |(?:getty\s+images|shutterstock|/\s?(?:afp|reuters|ap)\b|\(ap\s+photo|epa-efe|via\s+(?:ap|reuters|afp)).{0,40}$
    |\b(?:newsletters?|subscribe\s+to|sign\s+up\s+(?:for|to\s+(?:our|the|receive|get))|log\s+in|sign\s+in
        |download\s+(?:the|our)\s+app|cookie\s+policy|push\s+notifications?)\b.{0,100}$
    |\ball\s+rights\s+reserved""",
    re.VERBOSE | re.IGNORECASE,
)
# A heading whose list, up to the next sentence, leads elsewhere.
HEADINGS = re.compile(
    r"""^[\W_]*(?:related(?:\s+(?:stories|articles|news|content|links|topics|coverage|reading))?|read\s+(?:more|also|next)
    |see\s+also|more\s+(?:stories|news|on\s+this(?:\s+story)?|from\s+.{1,40})|also\s+(?:read|on\s+.{1,40})
    |trending(?:\s+now)?|most\s+(?:read|popular|viewed)|recommended(?:\s+(?:stories|for\s+you))?
    |you\s+(?:may|might)\s+also\s+like
    |sources?|references|external\s+links|sister\s+(?:links|projects)|further\s+reading|tags|topics|in\s+other\s+news
    |latest\s+(?:news|stories)|editor[’']s\s+picks|top\s+stories)\s*[:.]?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
# A paragraph that tells who someone is, not what happened.
PROFESSIONS = (
    r"(?:reporter|writer|correspondent|editor|journalist|columnist|author|scientist|researcher|professor|historian|analyst"
    r"|fellow|critic|podcaster|presenter|broadcaster|contributor|freelancer|academic|lecturer|economist|photographer)"
)
BIOGRAPHIES = re.compile(
    rf"""^\W*(?:
        [Bb]orn\s+(?:in|on)\s[^.]{{2,60}},\s[^.]{{2,60}}\b(?:is|was)\s+an?\b
      | (?:[A-Z][\w.’'-]+\s){{1,4}}(?:is|was)\s+an?\s[^.]{{0,60}}\b
            {PROFESSIONS}\b(?:[^.]{{0,40}}\b(?:at|for|with|in|of|covering|based|who|known|speciali[sz]\w+|writing|whose)\b|\.?\s*$)
      | (?:[A-Z][\w.’'-]+\s){{2,4}}(?:has\s+(?:covered|written|reported)|covers|writes|reports|edits)\s
            [^.]{{0,80}}\b(?:for|since|about|from|pages|desk|section)\b
      | (?:he|she|they)\s+(?:covers?|writes?|reports?|has\s+written|holds?\s+an?|is\s+based|can\s+be\s+reached)\b
    )""",
    re.VERBOSE,
)
# A sentence about the making of the article.
SENTENCES = re.compile(
    r"""\b(?:
        (?:did|do|has|have|had)\s+not\s+(?:immediately\s+)?(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?)\b
            [^.\n]{0,80}\b(?:comment|request|calls?|e-?mails?|inquir|enquir|message)
      | didn[’']t\s+(?:immediately\s+)?(?:respond|reply)\s+to\s+[^.\n]{0,40}(?:request|quir|question|message)
      | could\s+not\s+(?:immediately\s+)?be\s+(?:immediately\s+)?reached
      | (?:has|have|had|was|were)\s+(?:been\s+)?(?:contacted|approached|asked)\s+for\s+(?:a\s+)?comment
      | reached\s+out\s+to\b[^.\n]{0,60}\bfor\s+(?:a\s+)?(?:comment|statement|response)
      | contributed\s+to\s+(?:this|the)\s+(?:report|story|article)\b
      | (?:outside|during)\s+(?:regular|normal|usual)?\s*(?:business|office|working)\s+hours
    )""",
    re.VERBOSE | re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n|$")
# A credit that an extraction has run into the first sentence of the text.
CREDITED_PROSE = re.compile(r"^(?:photograph|photo|image|picture|illustration)s?\s*:.{70,}[.!?]$", re.IGNORECASE)
# Whoever signs an article is told of at its end, and nowhere else at the start of a paragraph.
BYLINE = re.compile(r"^\W*(?:Written\s+|Reported\s+|Story\s+)?[Bb]y:?\s+((?:[A-Z][\w.’'-]+[ \t]?){2,4})", re.MULTILINE)
# What stands under each comment of a reader: "Posted by: rose12 | 5 May 2024 3:08 PM | Report abuse".
COMMENT_END = re.compile(r"\b(?:report|flag)\s(?:as\s)?(?:abuse|abusive|inappropriate|this\scomment)\b", re.IGNORECASE)
# How long ago somebody else told something: a list of other outlets' headlines, run into one line.
HEADLINE_AGE = re.compile(r"\s[-–—]\s\d{1,2}\s(?:mins?|hrs?|hours?|days?)\sago\b")
BULLET = re.compile(r"^\s*[-–—*•·▪]\s+")
ENDED = re.compile(r"[.!?][\"”’')\]]*$")
LONGEST_ITEM = 160
LONGEST_LINE = 260


def furniture(text: str) -> tuple[Stretch, ...]:
    """The stretches of a text that are page furniture, in order; they may overlap."""
    return tuple(sorted([*furniture_lines(text), *furniture_sentences(text), *comments(text)]))


def comments(text: str) -> Iterator[Stretch]:
    """The comments of readers, from the end of the first to that of the last; where the first begins nobody knows."""
    ends = [end.end() for end in COMMENT_END.finditer(text)]
    if len(ends) > 1:
        yield ends[0], ends[-1]


def furniture_sentences(text: str) -> Iterator[Stretch]:
    """The sentences about the making of the article."""
    for match in SENTENCES.finditer(text):
        ends = (end.end() for end in SENTENCE_END.finditer(text, 0, match.start()) if end.end() < match.start())
        after = SENTENCE_END.search(text, match.end())
        yield max(ends, default=0), after.end() if after else len(text)


def furniture_lines(text: str) -> Iterator[Stretch]:
    """The lines that are furniture by themselves, or by the heading they stand under."""
    listed = False
    authors = tuple(match[1].strip() for match in BYLINE.finditer(text))
    for start, line in lines(text):
        stretch = (start, start + len(line))
        if not line.strip():
            continue
        if HEADINGS.match(line.strip()):
            listed = True
            yield stretch
        elif listed and is_item(line):
            yield stretch
        else:
            listed = False
            if is_furniture(line.strip()) or line.lstrip().startswith(authors) or HEADLINE_AGE.search(line):
                yield stretch


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line and where it starts."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def is_item(line: str) -> bool:
    """Whether a line reads like an item of a list of links: bulleted, or short and without an end."""
    return bool(BULLET.match(line)) or (len(line) <= LONGEST_ITEM and not ENDED.search(line.strip()))


def is_furniture(line: str) -> bool:
    """Whether a line is furniture by its own words."""
    if CREDITED_PROSE.match(line):
        return False
    return bool(BIOGRAPHIES.match(line)) or (
        len(line) <= LONGEST_LINE and (is_marked(line) or any(pattern.match(line) for pattern in LINES))
    )


def is_marked(line: str) -> bool:
    """Whether a short line holds what only furniture holds."""
    small = line.lower()
    return any(sign in small for sign in SIGNS) and bool(ANYWHERE.search(line))
