"""Why two tellings were taken for one happening, or were not, in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from timeline.merge.company import Company
from timeline.merge.days import apart
from timeline.merge.odds import by_trees, undated
from timeline.merge.pairs import between, compare, date_evidence, kind_of, told_twice, trigger_link, weights
from timeline.merge.profile import ROLES, Profile
from timeline.merge.stories import Library
from timeline.merge.trees import shares

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
# Of different triggers trees ask one thing several times, and count what is so as well as what is not.
ASKED: Mapping[str, str] = {
    "bias": "two tellings with different triggers, taken at random",
    "company_near": "in what words the story tells of each trigger",
    "company_clause": "in what words the story tells of each trigger",
    "company_sentence": "in what words the story tells of each trigger",
    "beside": "whether a sentence tells of both",
    "beside_share": "whether a sentence tells of both",
    "one_sentence": "whether a sentence tells of both",
    "articles_both": "how many articles tell of both",
    "articles_share": "how many articles tell of both",
    "expected": "how many articles tell of both",
    "share_least": "how many articles of the story tell of each",
    "share_most": "how many articles of the story tell of each",
    "story_size": "how many articles the story has",
    "common_least": "how common the triggers are in news",
    "common_most": "how common the triggers are in news",
    "vague_ones": "how common the triggers are in news",
    "verbs_apart": "whether they are nouns or verbs",
    "noun_and_verb": "whether they are nouns or verbs",
    "one_article": "where they stand in their articles",
    "sentences_apart": "where they stand in their articles",
    "leads": "where they stand in their articles",
    "both_lead": "where they stand in their articles",
    "clause": "how alike what is told with them is",
    "near_root": "how alike what is told with them is",
    "vague_near": "how alike what is told with them is",
    "sentence": "how alike what is told with them is",
    "article_root": "how alike the articles are",
    "numbers_same": "which numbers they give",
    "numbers_differ": "which numbers they give",
    "called_same": "which names their clauses have",
    "called_differ": "which names their clauses have",
    "other_kind": "whether it was planned, denied or may be",
}


def explain_pair(one: Profile, other: Profile, library: Library, company: Company) -> list[str]:
    """What spoke for one happening and what against it, the weightiest first, with the log-odds that each adds.

    The last line is the sum.
    """
    likeness = library.likeness(one.telling.article.id, other.telling.article.id)
    parts = learned(one, other, likeness, company)
    parts.append((told_twice(one, other), "the article has the word twice, and not of its news"))
    parts.append((date_evidence(one, other), dates(one, other)))
    told = sorted((part for part in parts if abs(part[0]) >= LEAST), key=lambda part: -abs(part[0]))
    total = undated([(one, other)], library, company)[0] + date_evidence(one, other)
    return [*(f"{text} ({weight:+.1f})" for weight, text in told), f"together {total:+.1f}"]


def learned(one: Profile, other: Profile, likeness: float, company: Company) -> list[tuple[float, str]]:
    """What each piece of evidence adds, and its words; `likeness` is that of the articles."""
    if not by_trees(one, other):
        known, evidence = weights(), compare(one, other, likeness)
        return [(known.get(name, 0.0) * value, words(name, one, other)) for name, value in evidence.items()]
    added: dict[str, float] = defaultdict(float)
    for name, share in shares(company.evidence(one, other, likeness)).items():
        added[asked(name, one, other)] += share
    return [(share, question) for question, share in added.items()]


def asked(name: str, one: Profile, other: Profile) -> str:
    """What trees ask by this name, of two tellings with different triggers."""
    if name == "nearness" or name.startswith("trigger_"):
        return f"how near the triggers are in meaning: {' and '.join(triggers(one, other))}"
    return ASKED.get(name, "who takes part")


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
