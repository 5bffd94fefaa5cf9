"""Why two tellings were taken for one happening, or were not, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from timeline.merge.days import apart
from timeline.merge.pairs import between, compare, date_evidence, kind_of, likelihood, told_twice, trigger_link, weights
from timeline.merge.profile import ROLES, Profile

Tell = Callable[[Profile, Profile], str]
LEAST = 0.05  # log-odds: evidence that weighs less is not worth a sentence
TRIGGERS: Mapping[str, str] = {
    "same": "same trigger",
    "family": "triggers of one family",
    "synonym": "triggers of nearly one meaning",
    "cause": "one trigger brings about the other",
    "kind": "one trigger is a kind of the other",
}
STANDING: Mapping[str, str] = {
    "vague_trigger": "but the trigger is too common to say much",
    "common_trigger": "but news tells the trigger of many happenings",
    "common_other": "but news tells such triggers of many happenings",
    "clause": "the clauses are alike",
    "common_clause": "the clauses are alike",
    "called_same": "the clauses share a name",
    "called_differ": "the clauses have other names",
    "other_kind": "one tells what was planned, denied or may be, the other does not",
    "other_near": "what stands beside the triggers is alike",
    "near_root": "what stands beside the triggers is alike",
    "vague_near": "what stands beside the triggers is alike",
    "other_sentence": "the sentences are alike",
    "sentence": "the sentences are alike",
    "article_root": "the articles are alike",
    "other_article": "the articles are alike, which says less where the triggers differ",
    "one_article": "both stand in one article",
    "one_sentence": "both stand in one sentence",
    "leads": "one stands where its article begins",
    "both_lead": "both stand where their articles begin",
    "noun_and_verb": "one is a noun, the other a verb",
    "same_lemma": "the triggers are the same word",
    "numbers_same": "both give the same number",
    "numbers_differ": "they give different numbers",
}


def explain_pair(one: Profile, other: Profile, likeness: float) -> list[str]:
    """What spoke for one happening and what against it, the weightiest first, with the log-odds that each adds.

    `likeness` is that of the articles of the two. The last line is the sum.
    """
    known = weights()
    evidence = compare(one, other, likeness)
    parts = [(known.get(name, 0.0) * value, words(name, one, other)) for name, value in evidence.items()]
    parts.append((told_twice(one, other), "the article has the word twice, and not of its news"))
    parts.append((date_evidence(one, other), dates(one, other)))
    told = sorted((part for part in parts if abs(part[0]) >= LEAST), key=lambda part: -abs(part[0]))
    total = likelihood(one, other, likeness) + date_evidence(one, other)
    return [*(f"{text} ({weight:+.1f})" for weight, text in told), f"together {total:+.1f}"]


def words(name: str, one: Profile, other: Profile) -> str:
    """A piece of evidence by its name, told of these two."""
    kind, _, what = name.partition("_")
    if kind == "trigger":
        return f"{TRIGGERS.get(what, 'unrelated triggers')}: {' and '.join(triggers(one, other))}"
    if kind in ROLES and name not in STANDING:
        return f"{what} {kind}: {' and '.join(sorted(parties(kind, what, one, other)))}"
    return STANDING.get(name, "two tellings taken at random")


def triggers(one: Profile, other: Profile) -> list[str]:
    """The triggers as they stand, each once."""
    link = trigger_link(one, other)
    said = [f"“{profile.telling.mention.trigger}”" for profile in (one, other)]
    return said[:1] if link is not None and link.kind == "same" and said[0] == said[1] else said


def parties(role: str, what: str, one: Profile, other: Profile) -> Iterator[str]:
    """Who is the same in a role, or who differs."""
    for known in ROLES:
        if known == role:
            both = one.names[known] & other.names[known]
            yield from both if what == "same" else one.names[known] | other.names[known]


def dates(one: Profile, other: Profile) -> str:
    """What the dates say."""
    if not (one.own_date and other.own_date):
        if kind_of(one) != kind_of(other) and not one.parties & other.parties:
            return STANDING["other_kind"]
        return f"{between(one.days, other.days):.0f} days lie between what they tell or where they stand"
    distance = apart(one.days, other.days)
    return f"the dates are {distance:.0f} days apart" if distance else "the dates agree"
