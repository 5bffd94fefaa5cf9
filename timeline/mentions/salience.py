"""What an editor would keep: a score that ranks the mentions of one article, 1 and up for a timeline's entries."""

from __future__ import annotations

from timeline.mentions.account import Account
from timeline.mentions.clauses import verbs_above
from timeline.mentions.triggers import Trigger
from timeline.mentions.words import ASPECTUAL_VERBS, PLAIN_REPORTING_VERBS, STATIVE_VERBS
from timeline.types import Basis, Stance

HEADLINE, LEAD, OWN_DATE, NAMED = 1.0, 0.6, 0.6, 0.3
STANCES: dict[Stance, float] = {"hypothetical": -1.0, "planned": -0.1, "denied": -0.2}
SAYING, STATE, SUBORDINATE, NOUN_ALONE = -0.8, -0.5, -0.2, -0.3
LATE = 0.5  # what the last sentence of an article loses against its first


def salience_of(trigger: Trigger, account: Account, *, stance: Stance, basis: Basis, participants: int) -> float:
    """How much an editor would want this mention on a timeline, 0 and up; 1 is worth an entry."""
    token = trigger.token
    number = account.sentence_number[token.i]
    score = 0.5 + STANCES.get(stance, 0.0)
    score += HEADLINE if account.is_title(token) else LEAD if number in account.lead else 0.0
    score += OWN_DATE if basis != "publication" else 0.0
    score += NAMED * min(participants, 2)
    score -= LATE * number / max(1, len(account.sentences))
    if trigger.kind == "verb" and trigger.lemma in PLAIN_REPORTING_VERBS:
        score += SAYING
    elif trigger.kind == "verb" and (trigger.lemma in STATIVE_VERBS or trigger.lemma in ASPECTUAL_VERBS):
        score += STATE
    if trigger.kind == "noun" and basis == "publication":
        score += NOUN_ALONE
    score += SUBORDINATE * min(2, sum(1 for _ in verbs_above(token)))
    return round(max(0.0, score * (0.5 + trigger.weight / 2)), 3)
