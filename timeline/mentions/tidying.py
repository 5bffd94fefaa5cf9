"""The characters of a line that is read alone: no loose marks, no openings, what a tokenizer took apart joined."""

from __future__ import annotations

import re

from timeline.expressions.lexicon import MONTHS
from timeline.expressions.rule import words

LONGEST = 160
EDGES = " \t\n,;:-–—…·•*(["
SPACE = re.compile(r"\s+")
# Corpora and feeds hold texts taken apart by a tokenizer: "BP 's", "did n't", "-LRB- see below -RRB-", "and\/or".
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "(", "-RCB-": ")", "\\/": "/"}
TAKEN_APART = re.compile(r"-[LR][RSC]B-|\\/")
SPLIT_ENDING = re.compile(r"(?<=\w)\s(?=(?:['’](?:s|re|ve|ll|d|m)|n['’]t)\b)", re.IGNORECASE)
SPLIT_APOSTROPHE = re.compile(r"(?<=\w)\s(['’])\s(?=(?:s|re|ve|ll|d|m)\b)")
SPLIT_OWNER = re.compile(r"(?<=s)\s(?=['’]\s\w)")
BEFORE_MARK = re.compile(r"\s+([,.;:!?%’”)\]])")
AFTER_MARK = re.compile(r"([(\[$£€“])\s+(?=\w)")
ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
LOOSE_BRACKET = re.compile(r"\s*[()\[\]]")
QUOTES = re.compile(
    r"[\"“”„«»]|`\s?`|'\s?'|`|(?<!\w)['‘](?!(?:s|re|ve|ll|d|m|t)\b)|(?<=[,.!?])['’](?=\s|$)|(?<=[^s\s])['’](?=\s|$)"
)
FULL_STOP = re.compile(r"(?<![A-Z])\.$")
LOOSE_END = re.compile(r",?\s+(?:and|but|or|that|which|who|to|however|too|though)$")
# What only joins a clause to the sentence before it.
OPENING = re.compile(
    r"""^(?:(?:however|but|and|meanwhile|moreover|furthermore|additionally|in\s+addition|also|so|yet|still|instead|therefore
    |thus|nevertheless|nonetheless|in\s+response|as\s+a\s+result|for\s+example|for\s+instance|by\s+the\s+way|later,
    \s+by\s+the\s+way|in\s+fact|indeed|likewise|similarly|that\s+is|since\s+then)\b,?\s+)+""",
    re.VERBOSE | re.IGNORECASE,
)
CLOCK = re.compile(r"^(?:Last updated at\s)?\d{1,2}:\d{2}\s[A-Z]{2,4}\s(?:Help\s)?(?=[A-Z])")
# An agency's line over its report: "LONDON | Mon Jun 28, 2010 6:17 pm EDT".
HEADER = re.compile(r"^[A-Z][A-Z/ .'’-]{2,}\|\s[^.!?]{5,45}\b[A-Z]{3}\s(?=[A-Z])")
STAMP = re.compile(
    r"^(?:[A-Z][a-z]+day\s?,\s)?[A-Z][a-z]+\s\d{1,2}\s?,\s\d{4}\s?[;,|]?\s\d{1,2}:\d{2}\s[AP]M\s(?=[A-Z])"
)
# Agencies that open their reports with their name alone: "Reuters - ".
AGENCIES = "Reuters|AP|AFP|UPI|Xinhua|Interfax|TASS|Bloomberg|Kyodo|Yonhap|EFE|ANSA|PTI"
DATELINE = re.compile(
    rf"^(?:(?:{AGENCIES})\s[-–—]{{1,2}}\s(?=[A-Z“\"])"
    r"|[A-Z][A-Z .'’-]{2,}(?:,(?:\s[A-Z][\w. ]{1,20})?)?\s*(?:\([^()]{2,30}\)\s*[-–—]+|[-–—]{1,2}(?=\s[A-Z“\"])))\s*"
)
# The day before a line of a list of days: "June 1 - The rig sank".
DAY = re.compile(rf"^(?i:{words(MONTHS)})\.?\s\d{{1,2}}\s?(?:[-–—]{{1,2}}|:)\s(?=[A-Z“\"])")


def tidy(text: str) -> str:
    """Text without quotation marks, brackets, doubled spaces and loose marks, with a capital letter at its start."""
    text = DAY.sub("", DATELINE.sub("", HEADER.sub("", STAMP.sub("", CLOCK.sub("", joined(SPACE.sub(" ", text)))))))
    text = without_brackets(QUOTES.sub("", text))
    text = BEFORE_MARK.sub(r"\1", SPACE.sub(" ", text)).strip(EDGES)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    text = OPENING.sub("", text)
    text = LOOSE_END.sub("", FULL_STOP.sub("", text).strip(EDGES)).strip(EDGES)
    return text[:1].upper() + text[1:]


def joined(text: str) -> str:
    """Text with what a tokenizer took apart put together again."""
    text = TAKEN_APART.sub(lambda match: BRACKETS[match[0]], text)
    text = SPLIT_OWNER.sub("", SPLIT_ENDING.sub("", SPLIT_APOSTROPHE.sub(r"\1", text)))
    return AFTER_MARK.sub(r"\1", text)


def without_brackets(text: str) -> str:
    """Text without asides in brackets, as long as something is left, and without brackets that have no other half."""
    rest = ASIDE.sub("", text)
    return LOOSE_BRACKET.sub("", rest if rest.strip(EDGES) else text)


def cut(text: str) -> str:
    """Text of at most 160 characters, cut between words."""
    if len(text) <= LONGEST:
        return text
    head = text[: LONGEST - 1]
    return head[: head.rfind(" ")].rstrip(EDGES) + "…"
