"""The words of a pruned clause as text: pronouns named, verbs in agreement, loose marks and openings left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from timeline.mentions.account import Account
from timeline.mentions.clauses import SUBJECTS, children, described, subject
from timeline.mentions.references import References
from timeline.mentions.words import FIRST_PERSON, HE, IT

LONGEST = 160
POSSESSIVES = frozenset({"his", "its", "my", "her"})
EDGES = " \t\n,;:-–—…·•*"
SPACE = re.compile(r"\s+")
BEFORE_MARK = re.compile(r"\s+([,.;:!?%’”)\]])")
EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")
QUOTES = re.compile(r"[\"“”„«»]|``|''|(?<!\w)['‘]|(?<=[,.!?])['’](?=\s|$)")
FULL_STOP = re.compile(r"(?<![A-Z])\.$")
LOOSE_END = re.compile(r",?\s+(?:and|but|or|that|which|who|to)$")
# What only joins a clause to the sentence before it.
OPENING = re.compile(
    r"""^(?:(?:however|but|and|meanwhile|moreover|furthermore|additionally|in\s+addition|also|so|yet|still|instead|therefore
    |thus|nevertheless|nonetheless|in\s+response|as\s+a\s+result|for\s+example|for\s+instance|by\s+the\s+way|later,
    \s+by\s+the\s+way|in\s+fact|indeed|likewise|similarly|that\s+is)\b,?\s+)+""",
    re.VERBOSE | re.IGNORECASE,
)
DATELINE = re.compile(
    r"^[A-Z][A-Z .'’-]{2,}(?:,\s[A-Z][\w. ]{1,20})?\s*(?:\([^()]{2,30}\)\s*[-–—]+|[-–—]{1,2}(?=\s))\s*"
)
AGREEMENT = {"am": "is", "'m": " is", "’m": " is", "have": "has", "'ve": " has", "’ve": " has", "do": "does"}


def rendered(kept: frozenset[int], account: Account, references: References, root: Token) -> str:
    """The words as text, its subject first, with pronouns named where the clause does not name them itself."""
    shared = subject(root)
    own = {one.i for one in root.subtree}
    first = {one.i for one in shared.subtree} - own if shared is not None and shared.i not in own else frozenset()
    tokens = [account.doc[at] for at in sorted(kept, key=lambda at: (at not in first, at))]
    named = dict(replacements(tokens, account, references))
    named |= dict(agreements(tokens, named)) | dict(whose(root, account, references))
    return tidy("".join(pieces(tokens, named)))


def pieces(tokens: Sequence[Token], named: Mapping[int, str]) -> Iterator[str]:
    """The text of each word, with a space where words were left out."""
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        gap = following is not None and following.i != token.i + 1
        text = token.lower_ if at and token.is_sent_start and token.ent_type == 0 else token.text
        yield named.get(token.i, text) + (" " if gap else token.whitespace_)


def replacements(tokens: Sequence[Token], account: Account, references: References) -> Iterator[tuple[int, str]]:
    """The pronouns to be replaced, and by which name; each person is named once."""
    names = {account.name(span) for token in tokens if (span := account.entity_at.get(token.i)) is not None}
    first = next((token for token in tokens if token.is_alpha), None)
    for token in tokens:
        word = token.lower_
        if word not in HE and word not in IT and word not in FIRST_PERSON:
            continue
        span = references.entity(token)
        if span is None:
            continue
        name = account.name(span)
        opens = first is not None and token.i == first.i
        if name in names and not opens and word not in FIRST_PERSON:
            continue
        names.add(name)
        yield token.i, possessive(name) if token.dep_ == "poss" and word in POSSESSIVES else name


def agreements(tokens: Sequence[Token], named: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """The verbs in the present whose "I" got a name, as that name wants them."""
    for token in tokens:
        if token.lower_ != "i" or token.i not in named or token.dep_ not in SUBJECTS:
            continue
        helpers = [one for one in children(token.head, "aux", "auxpass") if one.tag_ in {"VBP", "VBZ", "VBD", "MD"}]
        verb = helpers[0] if helpers else token.head
        if verb.lower_ in AGREEMENT:
            yield verb.i, AGREEMENT[verb.lower_]
        elif verb.tag_ == "VBP" and verb.lower_ == verb.lemma_:
            yield verb.i, f"{verb.text}{'es' if verb.text.endswith(('s', 'sh', 'ch', 'x', 'o')) else 's'}"


def whose(root: Token, account: Account, references: References) -> Iterator[tuple[int, str]]:
    """The owner's name for the "whose" of a relative clause that is told by itself."""
    if root.dep_ != "relcl":
        return
    for token in root.subtree:
        if token.lower_ == "whose":
            owner = described(root)
            span = references.entity(owner)
            yield token.i, possessive(account.name(span) if span is not None else f"the {owner.text}")
            return


def possessive(name: str) -> str:
    """The name as an owner."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def tidy(text: str) -> str:
    """Text without quotation marks, doubled spaces and loose marks, with a capital letter at its start."""
    text = EMPTY_BRACKETS.sub("", QUOTES.sub("", text))
    text = BEFORE_MARK.sub(r"\1", SPACE.sub(" ", text)).strip(EDGES)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    text = OPENING.sub("", DATELINE.sub("", text))
    text = LOOSE_END.sub("", FULL_STOP.sub("", text)).strip(EDGES)
    return text[:1].upper() + text[1:]


def cut(text: str) -> str:
    """Text of at most 160 characters, cut between words."""
    if len(text) <= LONGEST:
        return text
    head = text[: LONGEST - 1]
    return head[: head.rfind(" ")].rstrip(EDGES) + "…"
