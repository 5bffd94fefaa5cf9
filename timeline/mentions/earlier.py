"""What a text tells as earlier than something else that it dates: "told police on Monday that he had left".

Only the order is known, so the date of the later happening is an upper bound.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from timeline.mentions.clauses import child, children, governor, is_preposition, verbs_above
from timeline.mentions.parse import Token
from timeline.mentions.words import REPORTING_VERBS, words

AFTER = words("after following")
CARRIED = frozenset({"nsubj", "nsubjpass", "dobj"})
DEEPEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """The verb that tells what is later; `reported` where that only says it, so that it may be the news itself."""

    verb: Token
    reported: bool = False


def later_than(token: Token) -> Later | None:
    """What a trigger is told as earlier than; None where the text gives no order."""
    if token.pos_ not in {"VERB", "AUX"}:
        return later_than_noun(token)
    verb = first_conjunct(token)
    above = verb_above(verb)
    if above is None:
        return None
    if is_reported_past(verb):
        return Later(verb=verb.head, reported=True)
    if is_pluperfect(token) or is_pluperfect(verb) or is_after(verb) or describes_subject(verb):
        return Later(verb=above)
    return later_than(above) if goes_along(verb) else None


def later_than_noun(noun: Token) -> Later | None:
    """What a noun is told as earlier than: the verb of "after the verdict", or what its own verb is earlier than."""
    if noun.dep_ == "pobj" and noun.head.lower_ in AFTER and (above := verb_above(noun)) is not None:
        return Later(verb=above)
    verb = governor(noun)
    return later_than(verb) if noun.dep_ in CARRIED and verb.i == noun.head.i and verb.pos_ == "VERB" else None


def verb_above(token: Token) -> Token | None:
    """The verb that governs a token, prepositions such as "following" left out."""
    return next((verb for verb in verbs_above(token) if not is_preposition(verb)), None)


def first_conjunct(verb: Token) -> Token:
    """The verb that a verb is joined to by "and", whose place in the sentence it shares."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    return verb


def is_pluperfect(verb: Token) -> bool:
    """Whether a verb is in the past perfect."""
    return verb.tag_ == "VBN" and any(one.lower_ == "had" for one in children(verb, "aux"))


def is_after(verb: Token) -> bool:
    """Whether a clause says after what something happened: "after he left", "after leaving"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in AFTER
    marked = any(one.lower_ == "after" for one in children(verb, "mark"))
    return verb.dep_ == "advcl" and (marked or any(one.lower_ == "having" for one in children(verb, "aux")))


def is_reported_past(verb: Token) -> bool:
    """Whether someone reported in the past that something had happened by then."""
    teller = verb.head
    if verb.dep_ not in {"ccomp", "parataxis"} or teller.lemma_ not in REPORTING_VERBS:
        return False
    if child(teller, "neg") is not None or any(one.lower_ in {"has", "have"} for one in children(verb, "aux")):
        return False  # "they have not said what caused it", "they said that they have agreed"
    return is_in_past(teller) and is_in_past(verb)


def is_in_past(verb: Token) -> bool:
    """Whether a verb tells of the past by its own form or by a helper's."""
    helpers = {one.lower_ for one in children(verb, "aux", "auxpass")}
    if helpers & {"is", "are", "'s", "’s", "will", "would", "could", "should", "may", "might", "can", "must", "to"}:
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & {"was", "were", "has", "have", "had"}))


def describes_subject(verb: Token) -> bool:
    """Whether a relative clause in the past tells who it is that something later is told of."""
    noun = verb.head
    return verb.dep_ == "relcl" and noun.dep_ in {"nsubj", "nsubjpass"} and is_in_past(verb) and is_in_past(noun.head)


def goes_along(verb: Token) -> bool:
    """Whether a participle tells what went with its clause: "… stalled, producing warnings"."""
    alone = child(verb, "nsubj", "nsubjpass", "mark", "aux") is None
    return verb.dep_ in {"advcl", "xcomp"} and verb.tag_ == "VBG" and alone


def last_later(first: Later, dated: Container[int]) -> Later:
    """Of what is told as later than each other the first that is dated, else the last; `dated` holds token indices.

    `first` is what a trigger is earlier than.
    """
    later = first
    for _ in range(DEEPEST):
        further = None if later.verb.i in dated else later_than(later.verb)
        if further is None:
            break
        later = further
    return later
