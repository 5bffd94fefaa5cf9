"""The adverbial that dates a mention: its date is told beside the summary, which a later reader reads without it."""

from __future__ import annotations

from timeline.mentions.account import Account
from timeline.mentions.clauses import SUBJECTS
from timeline.mentions.parse import Span, Token
from timeline.mentions.words import words
from timeline.types import DatedExpression

# "By" and "since" say more than the date does.
PREPOSITIONS = words("on in at during")
# What may stand around a time without meaning more.
FILLERS = words("about around local time just only earlier later early late the again same")
UNITS = words("second minute hour day week fortnight month quarter year decade")
LEAST_WORDS = 2


def adverbial(dated: DatedExpression, root: Token, trigger: Token, account: Account) -> frozenset[int]:
    """The words of the adverbial that an expression forms in the clause of a trigger; none inside a noun phrase."""
    doc = account.doc
    span = doc.char_span(dated.expression.start, dated.expression.end)
    if span is None or dated.relative_to is not None:
        return frozenset()
    stretch = widened(span)
    if stretch is None or trigger.i in stretch or follows_on(stretch, span):
        return frozenset()
    heads = {token.head.i for token in doc[stretch.start : stretch.stop] if token.head.i not in stretch}
    if not heads or not all(is_host(doc[at], stretch, root, trigger) for at in heads):
        return frozenset()
    if any(doc[at].dep_ in SUBJECTS for at in stretch):
        return frozenset()  # "the past few years brought hardship"
    left = [one for one in root.subtree if one.is_alpha and one.i not in stretch]
    return frozenset(stretch) if len(left) >= LEAST_WORDS else frozenset()


def widened(span: Span) -> range | None:
    """An expression with its preposition and what belongs to it; None where a preposition says more."""
    doc, start, end = span.doc, span.start, span.end
    while end < len(doc) and doc[end].lower_ in {"local", "time", "again"}:
        end += 1
    while start > span.sent.start and doc[start - 1].lower_ in FILLERS - {"time"}:
        start -= 1
    before = doc[start - 1] if start > span.sent.start else None
    if before is None or before.pos_ not in {"ADP", "SCONJ"} or doc[start].lower_ in PREPOSITIONS:
        return range(start, end)
    if before.lower_ not in PREPOSITIONS or before.dep_ != "prep":
        return None
    back = before.i > span.sent.start and doc[before.i - 1].lower_ == "back"  # "began back in May"
    return range(before.i - back, end)


def follows_on(stretch: range, span: Span) -> bool:
    """Whether the words after a time belong to it: "Monday's", "the day of the vote", "2020 election"."""
    if stretch.stop >= len(span.doc):
        return False
    after, last = span.doc[stretch.stop], span[-1]
    if after.lower_ in {"after", "before"}:
        return last.lemma_.lower() in UNITS
    return after.lower_ in {"of", "'s", "’s", "'", "’", "-", "–"}


def is_host(host: Token, stretch: range, root: Token, trigger: Token) -> bool:
    """Whether a word is the trigger's clause or one above it, or a noun behind which stands a time of that clause."""
    if host.pos_ in {"VERB", "AUX"}:
        if host.tag_ == "VBG" and host.dep_ in {"advcl", "acl"}:
            return False  # "Speaking on Monday, she …", "hearings starting on Tuesday"
        told = {root.i, trigger.i, *(one.i for one in trigger.ancestors)}
        return host.i in told or (host.dep_ in {"xcomp", "conj"} and host.head.i == root.i)
    first = host.doc[stretch.start]
    return host.pos_ in {"NOUN", "PROPN"} and first.lower_ in PREPOSITIONS and first.head.i == host.i
