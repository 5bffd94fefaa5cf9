"""Which triggers share the date of a dated one, because they are part of the same happening."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.mentions.clauses import children, described, governor, is_participle, is_past
from timeline.mentions.earlier import first_conjunct, is_pluperfect
from timeline.mentions.parse import Token
from timeline.mentions.words import ARRANGING_VERBS, ASPECTUAL_VERBS, PLAIN_REPORTING_VERBS

FRAMING = frozenset({"in", "during", "at"})


def heirs(token: Token, known: set[int]) -> Iterator[int]:
    """The triggers that share the date of a dated trigger, because they are part of the same happening."""
    if token.pos_ == "VERB":
        if token.lemma_ not in PLAIN_REPORTING_VERBS | ARRANGING_VERBS:
            yield from (one.i for one in children(token, "dobj", "nsubjpass", "nsubj") if one.i in known)
        if token.dep_ in {"acl", "relcl"} and not is_when(token) and (noun := described(token)).i in known:
            yield noun.i
            yield from upward(noun, known)
        if token.dep_ == "xcomp" and token.head.lemma_ in ASPECTUAL_VERBS and token.head.i in known:
            yield token.head.i  # "began to widen the canal in July"
        yield from (one.i for one in children(token, "advcl") if one.i in known and is_participle(one))
        yield from (one.i for one in at_once(token) if one.i in known)
        for one in children(token, "conj"):
            if one.i in known and not any(children(one, "nsubj", "nsubjpass")):
                yield one.i
    else:
        yield from upward(token, known)
        yield from (one.i for one in children(token, "relcl") if one.i in known and tells_of_itself(one))


def at_once(verb: Token) -> Iterator[Token]:
    """The verbs that happened when a verb did: "Two were hurt when the roof fell in on 3 May", and the other way.

    Not one that only begins or ends something, which is too little to tell what happened.
    """
    yield from (one for one in children(verb, "advcl") if is_when(one) and is_past(one) and is_past(verb))
    clause = first_conjunct(verb)
    above = clause.head
    told = is_past(above) and not is_pluperfect(above) and above.lemma_ not in ASPECTUAL_VERBS
    if clause.dep_ == "advcl" and is_when(clause) and is_past(clause) and told:
        yield above


def is_when(clause: Token) -> bool:
    """Whether a clause says when its verb happened."""
    return any(one.lower_ == "when" for one in clause.children)


def tells_of_itself(clause: Token) -> bool:
    """Whether a relative clause in the past tells what the noun before it did: "the 2009 crash, which killed all"."""
    return is_past(clause) and any(one.lower_ in {"which", "that"} for one in children(clause, "nsubj"))


def upward(noun: Token, known: set[int]) -> Iterator[int]:
    """The verb that a dated noun is the subject of, or frames ("in an interview on Sunday")."""
    verb = governor(noun)
    if verb.i not in known or verb.lemma_ in ARRANGING_VERBS:
        return
    acts = noun.head.i == verb.i and noun.dep_ in {"nsubj", "nsubjpass"}
    frames = noun.dep_ == "pobj" and noun.head.lower_ in FRAMING and noun.head.head.i == verb.i
    if acts or frames:
        yield verb.i
