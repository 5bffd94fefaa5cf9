"""How likely a word is to name a happening: the tables in `data/`, made by docs/recipes/event_lexicon.py."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

COMMON_VERB = 0.88  # of all verbs, this share names a happening in ECB+'s annotated sentences


@cache
def table(name: str) -> dict[str, str]:
    """The rows of one data file as a mapping."""
    text = files("timeline.mentions").joinpath("data", name).read_text("utf-8")
    return dict(line.split("\t") for line in text.splitlines())


@cache
def noun_weights() -> dict[str, float]:
    """Noun -> the chance that it names a happening; nouns that are not there do not."""
    return {noun: float(weight) for noun, weight in table("nouns.tsv").items()}


@cache
def verb_weights() -> dict[str, float]:
    """Verb -> the chance that it names a happening, for verbs that do so less than verbs in general."""
    return {verb: float(weight) for verb, weight in table("verbs.tsv").items()}


def noun_weight(lemma: str) -> float:
    """The chance that a noun names a happening."""
    return noun_weights().get(lemma, 0.0)


def verb_weight(lemma: str) -> float:
    """The chance that a verb names a happening."""
    return verb_weights().get(lemma, COMMON_VERB)


def verb_of(noun: str) -> str | None:
    """The verb that a noun of action is made from: "apologize" of "apology"; None where there is none."""
    return table("derivations.tsv").get(noun)
