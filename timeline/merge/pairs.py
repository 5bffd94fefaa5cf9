"""Two tellings compared: what speaks for one happening, what against it, and how much each counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import sqrt

from timeline.merge.days import apart, span
from timeline.merge.lexicon import read, related, relation
from timeline.merge.profile import Profile
from timeline.merge.words import cosine
from timeline.types import Role

Evidence = Mapping[str, float]
ROLES: tuple[Role, ...] = ("agent", "patient", "other")
LEAD_SENTENCES = 2
# Dates have no gold to learn from where mentions have: these are log-odds set by hand.
ONE_DAY = 1.5  # both name the same day
ONE_PERIOD = 0.5  # both name a month or less, and meet
DAYS_APART = -2.0  # dates that cannot both be true
EACH_DAY_APART = -0.5  # the further apart, the less likely that one of them is mistaken
MOST_APART = -10.0


def likelihood(one: Profile, other: Profile, likeness: float) -> float:
    """The log-odds that two tellings are of one happening, whatever their dates; `likeness` is that of the articles."""
    known = weights()
    return sum(known.get(name, 0.0) * value for name, value in compare(one, other, likeness).items())


def compare(one: Profile, other: Profile, likeness: float) -> Evidence:
    """What was learned to count, by name: most from 0 to 1, only what is not 0."""
    link = relation(one.root, other.root)
    sentence, near = cosine(one.sentence, other.sentence), cosine(one.near, other.near)
    same = link is not None and link.kind == "same"
    evidence = {
        "bias": 1.0,
        f"trigger_{link.kind if link else 'unrelated'}": link.strength if link else 1.0,
        "rare_trigger": min(one.rarity, other.rarity) / 7 if same else 0.0,
        "same_lemma": float(one.telling.mention.lemma == other.telling.mention.lemma),
        "echo": 0.0 if same else max(echo(one, other), echo(other, one)),
        "sentence": sentence,
        "sentence_root": sqrt(sentence),
        "near": near,
        "near_root": sqrt(near),
        "article": likeness,
        "article_root": sqrt(likeness),
        **standing(one, other),
        **parties(one, other),
    }
    if not same:
        evidence |= {"other_sentence": sentence, "other_near": near, "other_article": likeness}
    return {name: value for name, value in evidence.items() if value}


def echo(one: Profile, other: Profile) -> float:
    """How strongly a word beside the other trigger is related to this one: "spoke on the phone", "a call"."""
    if one.root in other.companions:
        return 1.0
    links = related(one.root)
    shared = (links[word] for word in other.companions & links.keys())
    return max((link.strength for link in shared if link.kind in ("family", "synonym")), default=0.0)


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
    if one.numbers and other.numbers:
        evidence[f"numbers_{'same' if one.numbers & other.numbers else 'differ'}"] = 1.0
    return evidence


def date_evidence(one: Profile, other: Profile) -> float:
    """What the dates say: for one happening where both name one day, against where they exclude each other."""
    distance = apart(one.days, other.days)
    if distance:
        return max(MOST_APART, DAYS_APART + EACH_DAY_APART * distance)
    widest = max(span(one.days), span(other.days)) if one.own_date and other.own_date else 0
    return ONE_DAY if widest == 1 else ONE_PERIOD if 1 < widest <= 31 else 0.0


@cache
def weights() -> Mapping[str, float]:
    """The weight of each kind of evidence, as log-odds; data/README.md says how they were learned."""
    return {name: float(weight) for name, weight in (line.split("\t") for line in read("weights.tsv"))}
