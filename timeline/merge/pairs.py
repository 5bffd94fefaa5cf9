"""Two tellings compared: what speaks for one happening, what against it, and how much each counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from math import inf, log1p, sqrt

from timeline.mentions.words import (
    ASPECTUAL_VERBS,
    CLAIMING_VERBS,
    DENYING_VERBS,
    EMPTY_VERBS,
    LIGHT_VERBS,
    PLAIN_REPORTING_VERBS,
    STATIVE_VERBS,
    words,
)
from timeline.merge.days import Days, apart, span
from timeline.merge.lexicon import Relation, frequency, kin, read, related, relation
from timeline.merge.profile import ROLES, Profile
from timeline.merge.words import cosine
from timeline.types import Mention, Stance

Evidence = Mapping[str, float]
LEAD_SENTENCES = 2
# Verbs of which two in one story need not be one happening: what stands beside them has to agree.
SPEAKING_VERBS = CLAIMING_VERBS | DENYING_VERBS | PLAIN_REPORTING_VERBS
VAGUE = SPEAKING_VERBS | ASPECTUAL_VERBS | EMPTY_VERBS | LIGHT_VERBS | STATIVE_VERBS | words("ask call answer")
COMMON = 30  # of 575 articles
KINDS: Mapping[Stance, str] = {"denied": "denied", "planned": "planned", "hypothetical": "planned"}
DIRECT = ("expression", "landmark")
BETWEEN_TWO = Relation("synonym", 0.8)
# Dates have no gold to learn from where mentions have: these are log-odds set by hand.
ONE_DAY = 1.5  # both name the same day
ONE_PERIOD = 0.5  # both name a month or less, and meet
DAYS_APART = -1.0  # dates that cannot both be true: outlets do err, and "on Monday" may be read a week off
EACH_DAY_APART = -0.15  # the further apart, the less likely that one of them is mistaken
SLACK = 8  # days; words that name days further apart than an error takes them tell of two happenings
NEVER = -1000.0  # recurrences: next month's talks, another year's election; no group holds both
MOST_APART = -6.0
TOLD_BEFORE = -3.0  # what was published tells of no later day, unless it looks ahead
BETWEEN = -0.75  # by the logarithm of the days: what has no date of its own is mostly news
RARELY = 0.3  # what even a rare trigger counts as common
OTHER_KIND = -2.0  # what was planned, denied or may be is another happening than what was, unless their dates agree
TOLD_TWICE = -6.0  # a common word twice in one article, set by hand, too: the same gold has hardly any that differ
POINTING = re.compile(r"\b(?:the|this|that|these|those|its|his|her|their)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
INDIRECT = 0.5  # a date that the words themselves do not give says less


def likelihood(one: Profile, other: Profile, likeness: float) -> float:
    """The log-odds that two tellings are of one happening, whatever their dates; `likeness` is that of the articles."""
    known = weights()
    learned = sum(known.get(name, 0.0) * value for name, value in compare(one, other, likeness).items())
    return learned + told_twice(one, other)


def compare(one: Profile, other: Profile, likeness: float) -> Evidence:
    """What was learned to count, by name: most from 0 to 1, only what is not 0."""
    link = trigger_link(one, other)
    same = link is not None and link.kind == "same"
    sentence, near = cosine(one.sentence, other.sentence), cosine(one.near, other.near)
    vague = link is not None and is_vague(one.telling.mention) and is_vague(other.telling.mention)
    evidence = {
        "bias": 1.0,
        f"trigger_{link.kind if link else 'unrelated'}": link.strength if link else 1.0,
        "same_lemma": float(one.telling.mention.lemma == other.telling.mention.lemma),
        "vague_trigger": float(vague),
        "vague_near": sqrt(near) if vague else 0.0,
        "sentence": sentence,
        "near_root": sqrt(near),
        "clause": sqrt(cosine(one.clause, other.clause)),
        "common_trigger": common(one) if same else 0.0,
        "common_clause": common(one) * sqrt(cosine(one.clause, other.clause)) if same else 0.0,
        "other_kind": float(kind_of(one) != kind_of(other)),
        "article_root": sqrt(likeness),
        **standing(one, other),
        **parties(one, other),
    }
    if not same:
        evidence["common_other"] = min(common(one), common(other))
        evidence |= {"other_sentence": sentence, "other_near": near, "other_article": likeness}
    return {name: value for name, value in evidence.items() if value}


def is_vague(mention: Mention) -> bool:
    """Whether the trigger alone says next to nothing of what happened."""
    return mention.lemma in VAGUE


def common(one: Profile) -> float:
    """How common a trigger is in news at large, from 0 to 1: of a common one, or of several, many may be told."""
    mention = one.telling.mention
    several = mention.kind == "noun" and mention.trigger.lower().endswith("s") and not mention.lemma.endswith("s")
    return 1.0 if several else min(1.0, frequency().get(one.root, 0) / COMMON)


def kind_of(one: Profile) -> str:
    """Whether a telling is of what is said to have been, of what is denied, or of what may be."""
    return KINDS.get(one.telling.mention.stance, "told")


def trigger_link(one: Profile, other: Profile) -> Relation | None:
    """How the triggers are related; between the same two parties looser words will do.

    One outlet has them "speaking on the phone", another tells of their "call".
    """
    link = relation(one.root, other.root)
    if link is None and len(one.parties & other.parties) > 1 and loosely(one, other):
        return BETWEEN_TWO
    return link


def loosely(one: Profile, other: Profile) -> bool:
    """Whether both triggers are close to a third word, or one is close to what stands beside the other."""
    return kin(*sorted((one.root, other.root))) or echoes(one, other) or echoes(other, one)


def echoes(one: Profile, other: Profile) -> bool:
    """Whether a trigger, or a word that it may be replaced with, stands beside the other."""
    close = (word for word, link in related(one.root).items() if link.kind in ("family", "synonym"))
    return one.root in other.companions or any(word in other.companions for word in close)


def standing(one: Profile, other: Profile) -> Evidence:
    """Where the two stand: in one article or sentence, in the lead of theirs."""
    a, b = one.telling.mention, other.telling.mention
    leads = [mention.sentence < LEAD_SENTENCES for mention in (a, b)]
    one_article = a.article == b.article
    return {
        "one_article": float(one_article),
        "one_sentence": float(one_article and a.quote.start == b.quote.start),
        "leads": sum(leads) / 2,
        "both_lead": float(all(leads)),
        "noun_and_verb": float(a.kind != b.kind),
    }


def parties(one: Profile, other: Profile) -> Evidence:
    """Who takes part in the same role, and which numbers are given."""
    evidence = {}
    for role in ROLES:
        if one.names[role] and other.names[role]:
            shared = one.names[role] & other.names[role]
            evidence[f"{role}_{'same' if shared else 'differs'}"] = 1.0
    if one.called and other.called:
        evidence[f"called_{'same' if one.called & other.called else 'differ'}"] = 1.0
    if one.numbers and other.numbers:
        evidence[f"numbers_{'same' if one.numbers & other.numbers else 'differ'}"] = 1.0
    return evidence


def date_evidence(one: Profile, other: Profile) -> float:
    """What the dates say: for one happening where both name one day, against where they exclude each other."""
    if one.own_date and other.own_date:
        return of_own_dates(one, other)
    other_kind = kind_of(one) != kind_of(other) and not one.parties & other.parties
    told_before = not one.own_date and other.days.first > one.days.last
    told_before |= not other.own_date and one.days.first > other.days.last
    lapse = BETWEEN * log1p(between(one.days, other.days)) * repeatable(one, other)
    return OTHER_KIND * other_kind + TOLD_BEFORE * told_before + lapse


def of_own_dates(one: Profile, other: Profile) -> float:
    """What two dates say that are more than the publication's."""
    distance = apart(one.days, other.days)
    direct = all(profile.telling.mention.basis in DIRECT for profile in (one, other))
    if direct and distance > SLACK and published(one) and published(other):
        return NEVER
    if distance:
        return max(MOST_APART, DAYS_APART + EACH_DAY_APART * distance) * (1.0 if direct else INDIRECT)
    if "frame" in (one.telling.mention.basis, other.telling.mention.basis):
        return 0.0
    widest = max(span(one.days), span(other.days))
    return ONE_DAY if widest == 1 else ONE_PERIOD if widest <= 31 else 0.0


def repeatable(one: Profile, other: Profile) -> float:
    """How likely, from 0 to 1, another happening of the kind is: of common triggers, in clauses that differ."""
    often = max(RARELY, min(common(one), common(other)))
    return often * (1.0 - cosine(one.clause, other.clause))


def told_twice(one: Profile, other: Profile) -> float:
    """What speaks against one happening where an article has a common word twice, of nothing it is there to tell.

    ECB+, whose weights these are, annotates the few sentences of an article that are about one happening, so that one
    word is one happening there. A whole article "pays", "calls" and "closes" many things; what it comes back to is its
    news, or what it points back to ("the crash").
    """
    a, b = one.telling.mention, other.telling.mention
    if a.article != b.article or any(is_news(mention) or points_back(mention) for mention in (a, b)):
        return 0.0
    return TOLD_TWICE * min(common(one), common(other)) * (1.0 - cosine(one.clause, other.clause))


def is_news(mention: Mention) -> bool:
    """Whether it is what its article is there to tell."""
    return mention.headline or mention.main_news


def points_back(mention: Mention) -> bool:
    """Whether a trigger is named as something that was told already."""
    return (
        mention.kind == "noun"
        and POINTING.search(mention.quote.text, 0, mention.start - mention.quote.start) is not None
    )


def published(one: Profile) -> bool:
    """Whether its article has a day to count from; without one "last week" and "on 3 May" are half guessed."""
    return one.telling.article.published is not None


def between(one: Days, other: Days) -> float:
    """The days between the ends of two dates, of which one is a publication's; 0 where one is open."""
    return 0.0 if inf in (one.last, other.last) else abs(one.last - other.last)


@cache
def weights() -> Mapping[str, float]:
    """The weight of each kind of evidence, as log-odds; data/README.md says how they were learned."""
    return {name: float(weight) for name, weight in (line.split("\t") for line in read("weights.tsv"))}
