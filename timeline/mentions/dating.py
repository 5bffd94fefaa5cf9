"""Which expression dates which trigger: by syntax, then by what the dated clause is about, else the publication."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from timeline.mentions.account import Account
from timeline.mentions.clauses import children, governor
from timeline.mentions.words import PLAIN_REPORTING_VERBS
from timeline.types import DatedExpression

FRAMING = frozenset({"in", "during", "at"})
BREADTH = ("second", "minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "range", "year")


def expressions_of(account: Account, triggers: Sequence[Token]) -> Mapping[int, int]:
    """Token index of a trigger -> the number of the expression that dates it."""
    known = {token.i for token in triggers}
    own: dict[int, int] = {}
    for number, dated in enumerate(account.dated):
        if dated.when is None and dated.relative_to is None:
            continue
        for host in hosts(dated, account, known):
            if host not in own or better(dated, account.dated[own[host]]):
                own[host] = number
    for token in triggers:
        if token.i in own:
            for heir in heirs(token, known):
                own.setdefault(heir, own[token.i])
    return own


def hosts(dated: DatedExpression, account: Account, known: set[int]) -> Iterator[int]:
    """The triggers that an expression hangs on."""
    span = account.doc.char_span(dated.expression.start, dated.expression.end, alignment_mode="expand")
    if span is None or account.is_furniture(dated.expression.start):
        return
    node = span.root
    while node.head.i != node.i:
        node = node.head
        if span.start <= node.i < span.end:
            continue
        if node.i in known:
            yield node.i
            return
        if node.pos_ in {"VERB", "AUX"}:
            # "The vote was on Monday", "There were strikes at night": an empty verb passes its date to its nouns.
            yield from (one.i for one in children(node, "nsubj", "attr", "dobj", "nsubjpass") if one.i in known)
            return


def better(one: DatedExpression, other: DatedExpression) -> bool:
    """Whether one date says more than another."""
    return breadth(one) < breadth(other)


def breadth(dated: DatedExpression) -> int:
    """A rank of how wide a date is; symbolic ones come last."""
    if dated.when is None or dated.when.precision not in BREADTH:
        return len(BREADTH)
    return BREADTH.index(dated.when.precision)


def heirs(token: Token, known: set[int]) -> Iterator[int]:
    """The triggers that share the date of a dated trigger, because they are part of the same happening."""
    if token.pos_ == "VERB":
        if token.lemma_ not in PLAIN_REPORTING_VERBS:
            yield from (one.i for one in children(token, "dobj", "nsubjpass", "nsubj") if one.i in known)
        if token.dep_ in {"acl", "relcl"} and token.head.i in known:
            yield token.head.i
            yield from upward(token.head, known)
        for one in children(token, "conj"):
            if one.i in known and not any(children(one, "nsubj", "nsubjpass")):
                yield one.i
    else:
        yield from upward(token, known)


def upward(noun: Token, known: set[int]) -> Iterator[int]:
    """The verb that a dated noun is the subject of, or frames ("in an interview on Sunday")."""
    verb = governor(noun)
    if verb.i not in known:
        return
    acts = noun.head.i == verb.i and noun.dep_ in {"nsubj", "nsubjpass"}
    frames = noun.dep_ == "pobj" and noun.head.lower_ in FRAMING and noun.head.head.i == verb.i
    if acts or frames:
        yield verb.i
