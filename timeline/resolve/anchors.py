"""What a date hangs on: where its words stand, and the day the same text gives for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from timeline.resolve.verbs import governing
from timeline.types import DatedExpression

# Verbs that say no more than that their subject came about.
STARTING = frozenset(
    ("begin", "start", "break", "erupt", "end", "happen", "occur", "take", "open", "close", "be", "hold")
)
# What a text calls the thing it has just told.
GENERIC = frozenset(
    ("disaster", "accident", "incident", "tragedy", "catastrophe", "event", "calamity", "episode", "occasion")
)
FARTHEST = 200  # dates back in which an event is looked for, so that a long text costs no more than its length
FINE = ("day", "daypart", "hour", "minute", "week", "month", "year")


def trimmed(start: int, end: int, doc: Doc | None) -> int:
    """Where the words for an event end: before an article behind a noun, which opens the next clause."""
    span = None if doc is None else doc.char_span(start, end, alignment_mode="expand")
    for token in span[1:] if span is not None else ():
        opens = token.tag_ in ("DT", "PRP$") and token.lower_ not in ("all", "both", "that")
        if opens and token.nbor(-1).pos_ in ("NOUN", "PROPN", "ADV"):
            return token.nbor(-1).idx + len(token.nbor(-1))
    return end


def told_before(start: int, end: int, doc: Doc | None, dated: Sequence[DatedExpression]) -> DatedExpression | None:
    """The latest date that the text has given to the event of these words; None where it has given none."""
    span = None if doc is None else doc.char_span(start, end, alignment_mode="expand")
    if doc is None or span is None or not len(span):
        return None
    wanted = set(names_of(span))
    for one in reversed(dated[-FARTHEST:]):
        if one.when is None or one.when.precision not in FINE or one.relative_to is not None:
            continue
        told = set(happenings(one, doc))
        if wanted & GENERIC or any(is_akin(name, other) for name in wanted for other in told):
            return one
    return None


def is_akin(one: str, other: str) -> bool:
    """Whether two lemmas are of one word: "resign" and "resignation", "dissolve" and "dissolution"."""
    shared = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    length = min(len(one), len(other))
    if one == other or (length >= 4 and shared is None):
        return True
    return length >= 5 and (shared is None or shared >= max(5, length - 2))


def names_of(span: Span) -> Iterator[str]:
    """The lemmas by which a phrase names its event: those of its verb, or of what begins, or of its noun."""
    root = span.root
    verbs = [token for token in span if token.pos_ == "VERB"]
    if root.pos_ in ("ADP", "SCONJ") or (root.pos_ not in ("VERB", "NOUN", "PROPN") and verbs):
        root = verbs[0] if verbs else root
    yield from lemmas(root, within=span)


def happenings(one: DatedExpression, doc: Doc) -> Iterator[str]:
    """The lemmas of what happens at a date: its verb, the subject of a mere beginning, the noun it belongs to."""
    span = doc.char_span(one.expression.start, one.expression.end, alignment_mode="expand")
    if span is None or not len(span):
        return
    for above in span.root.ancestors:
        if above.pos_ in ("NOUN", "PROPN"):
            yield above.lemma_.lower()
        if above.pos_ in ("VERB", "AUX"):
            break
    verb = governing(span.root)
    if verb is not None:
        yield from lemmas(verb, within=verb.sent)
        yield from (child.lemma_.lower() for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))


def lemmas(root: Token, *, within: Span) -> Iterator[str]:
    """The lemma of a verb or noun; of a mere beginning with a noun for subject, that noun's."""
    subjects = [
        child.lemma_.lower()
        for child in root.children
        if child.dep_ in ("nsubj", "nsubjpass")
        and child.pos_ in ("NOUN", "PROPN")
        and within.start <= child.i < within.end
    ]
    if root.lemma_ in STARTING and subjects:
        yield from subjects
    if root.lemma_ not in STARTING or not subjects or root.lemma_ in ("open", "close"):
        yield root.lemma_.lower()
