"""What an editor would keep: 0 to 2 for each mention of an article; from 1 up it is worth an entry of a timeline."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from timeline.mentions.account import Account
from timeline.mentions.clauses import verbs_above
from timeline.mentions.triggers import Trigger
from timeline.mentions.words import ASPECTUAL_VERBS, PLAIN_REPORTING_VERBS, STATIVE_VERBS
from timeline.types import Basis, Stance

ENTRY = 1.0
# Each reason adds its weight; signs and sizes follow a logistic fit to the salient events of TimeSET's development
# part (18 articles), rounded; the weight of the title is ours, since titles are not annotated there.
START = 0.2
TITLE, LEAD, LATE = 1.6, 1.2, -0.8
OWN_DATE, NAMED = 1.5, 0.1
SAYING, STATE, ASPECT = -2.6, -1.4, -0.8
STANCES: dict[Stance, float] = {
    "hypothetical": -2.0,
    "planned": -0.6,
    "denied": -1.0,
    "reported": -0.4,
    "claimed": -0.3,
}
DEPTH, MOST_DEPTH = -0.35, 3
GENERAL_PRESENT, BARE_NOUN, MODIFIER = -1.4, -0.5, -1.1


def salience_of(trigger: Trigger, account: Account, *, stance: Stance, basis: Basis, participants: int) -> float:
    """How much an editor would want this mention on a timeline."""
    score = START + sum(reasons(trigger, account, stance, basis, participants)) + 4 * (trigger.weight - 0.85)
    return round(2 / (1 + exp(-score)), 3)


def reasons(trigger: Trigger, account: Account, stance: Stance, basis: Basis, participants: int) -> Iterator[float]:
    """What speaks for a mention and against it."""
    token = trigger.token
    number = account.sentence_number[token.i]
    if account.is_title(token):
        yield TITLE
    elif number in account.lead:
        yield LEAD
    yield LATE * number / max(1, len(account.sentences))
    if basis != "publication":
        yield OWN_DATE
    yield NAMED * min(participants, 2)
    yield STANCES.get(stance, 0.0)
    yield DEPTH * min(MOST_DEPTH, sum(1 for _ in verbs_above(token)))
    yield of_verb(trigger) if trigger.kind == "verb" else of_noun(trigger, basis)


def of_verb(trigger: Trigger) -> float:
    """What a verb's meaning and tense say."""
    tense = GENERAL_PRESENT if trigger.token.tag_ in {"VBZ", "VBP"} and trigger.token.dep_ != "ROOT" else 0.0
    if trigger.lemma in PLAIN_REPORTING_VERBS:
        return tense + SAYING
    if trigger.lemma in STATIVE_VERBS:
        return tense + STATE
    return tense + (ASPECT if trigger.lemma in ASPECTUAL_VERBS else 0.0)


def of_noun(trigger: Trigger, basis: Basis) -> float:
    """What a noun's place says: one that only names something in passing is background."""
    if trigger.token.dep_ in {"compound", "amod", "nmod", "poss"}:
        return MODIFIER
    return BARE_NOUN if basis == "publication" and trigger.token.dep_ == "pobj" else 0.0
