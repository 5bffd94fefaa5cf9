"""Who says so: the subject of a verb of saying, "according to", and whoever a quotation belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.mentions.clauses import child, children, subject
from timeline.mentions.parse import Doc, Token
from timeline.mentions.words import REPORTING_VERBS, words

COMPLEMENTS = frozenset({"ccomp", "xcomp", "parataxis"})
# Verbs whose object is what is said to have happened: "confirmed the attack", "denied the theft".
OBJECT_REPORTING = words(
    "deny confirm announce report reveal claim describe recount recall disclose admit allege predict"
)
SINGLE = frozenset({"'", "‘", "’"})
OPENING, CLOSING, EITHER = "“«„", "”»", '"'
MANY_WORDS = 400  # a quotation longer than this was never closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A verb of saying ("according" too) and the word for who says it."""

    verb: Token
    who: Token


def saying(token: Token, quoted: Mapping[int, Token]) -> Saying | None:
    """Who says what a token tells, by syntax first, then by the quotation it stands in; None where the outlet does."""
    node = token
    while node.head.i != node.i:
        parent = node.head
        if reports(parent, node) and (who := speaker_of(parent)) is not None and who.i != node.i:
            return Saying(verb=parent, who=who)
        if (source := according_to(parent)) is not None:
            return source
        node = parent
    own = according_to(token)
    if own is None and token.i in quoted:
        who = quoted[token.i]
        return Saying(verb=who.head, who=who)
    return own


def reports(verb: Token, complement: Token) -> bool:
    """Whether a verb of saying reports this complement."""
    if verb.pos_ != "VERB" or verb.lemma_ not in REPORTING_VERBS:
        return False
    return complement.dep_ in COMPLEMENTS or (complement.dep_ == "dobj" and verb.lemma_ in OBJECT_REPORTING)


def speaker_of(verb: Token) -> Token | None:
    """The word for who speaks."""
    return subject(verb)


def cited(verb: Token) -> Token | None:
    """Whose words a verb passes on: "quoted him as saying"."""
    passes = any(one.lower_ == "as" and child(one, "pcomp") is not None for one in children(verb, "prep"))
    return child(verb, "dobj") if passes else None


def according_to(verb: Token) -> Saying | None:
    """The source that "according to" names under a verb."""
    for one in verb.children:
        if (
            one.lower_ == "according"
            and (to := child(one, "prep")) is not None
            and (who := child(to, "pobj")) is not None
        ):
            return Saying(verb=one, who=who)
    return None


def quoted_by(doc: Doc) -> dict[int, Token]:
    """Token index -> the word for the speaker of the quotation it stands in, carried on within a paragraph."""
    found: dict[int, Token] = {}
    last: Token | None = None
    end_of_last = 0
    for start, end in quotations(doc):
        if any(token.text.count("\n") > 1 for token in doc[end_of_last:start]):
            last = None
        last = attribution(doc, start, end) or last
        end_of_last = end
        if last is not None:
            found.update(dict.fromkeys(range(start, end), last))
        within(doc, start, end, found)
    return found


def within(doc: Doc, start: int, end: int, found: dict[int, Token]) -> None:
    """Gives the quotations inside a quotation to who speaks there, to nobody where that is not told."""
    who: Token | None = None
    for first, last in inner_quotations(doc, start, end):
        who = attribution(doc, first, last, bounds=(start, end)) or who
        for at in range(first, last):
            found.pop(at, None)
            if who is not None:
                found[at] = who


def inner_quotations(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between single quotation marks inside a quotation; apostrophes are none."""
    first: int | None = None
    for token in doc[start:end]:
        if token.tag_ == "POS" or token.text not in SINGLE:
            continue
        opens = token.i == start or bool(doc[token.i - 1].whitespace_) or token.text == "‘"
        if first is None and opens and token.text != "’":
            first = token.i + 1
        elif first is not None:
            yield first, token.i
            first = None
    if first is not None:
        yield first, end


def quotations(doc: Doc) -> Iterator[tuple[int, int]]:
    """The stretches of tokens between quotation marks."""
    start: int | None = None
    for token in doc:
        mark = token.text
        if start is not None and ("\n\n" in mark or token.i - start > MANY_WORDS):
            start = None
        if start is None and mark and (mark in OPENING or mark in EITHER or mark == "``"):
            start = token.i + 1
        elif start is None and mark == "`" and token.i + 1 < len(doc) and doc[token.i + 1].text == "`":
            start = token.i + 2  # "``" that a tokenizer took apart
        elif start is not None and mark and (mark in CLOSING or mark in EITHER or mark == "''"):
            if token.i > start:
                yield start, token.i
            start = None


def attribution(doc: Doc, start: int, end: int, *, bounds: tuple[int, int] | None = None) -> Token | None:
    """The word for who says a quotation: the subject of a verb of saying in the sentences at its ends.

    `bounds` are those of the quotation around it, beyond which nobody speaks of it.
    """
    low, high = bounds or (0, len(doc))
    first, last = doc[start].sent, doc[end - 1].sent
    beyond = doc[end].sent if end < len(doc) else last
    for sentence in dict.fromkeys((last, beyond, first)):
        for token in sentence:
            outside = not start <= token.i < end and low <= token.i < high
            if outside and token.pos_ == "VERB" and token.lemma_ in REPORTING_VERBS:
                who = cited(token) or speaker_of(token)
                if who is not None and not start <= who.i < end:
                    return who
    return None
