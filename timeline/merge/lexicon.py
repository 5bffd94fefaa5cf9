"""What is known of trigger words beforehand: which are related, and how common they are in news."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast

Kind = Literal["same", "family", "synonym", "cause", "kind"]
LINK_STRENGTH = {"same": 5.0, "family": 4.0, "synonym": 3.0, "cause": 2.0, "kind": 1.0}  # the closer link is told
MIN_STEM = 3
KIN = 0.5  # two roots less than this related through a third are strangers


class Relation(NamedTuple):
    """How two trigger words are related, and how strongly (0 to 1)."""

    kind: Kind
    strength: float


def relation(one: str, other: str) -> Relation | None:
    """How two roots are related: the same, one family (die, death), near-synonyms, cause, or kind; None if not."""
    if one == other:
        return Relation("same", 1.0)
    return related(one).get(other)


@lru_cache(maxsize=100_000)
def kin(one: str, other: str) -> bool:
    """Whether two roots, given in order of the alphabet, are both closely related to a third."""
    near, far = related(one), related(other)
    return any(near[word].strength * far[word].strength >= KIN for word in near.keys() & far.keys())


def related(root: str) -> dict[str, Relation]:
    """The roots that a root is related to."""
    return table().get(root, {})


@lru_cache(maxsize=100_000)
def root(lemma: str) -> str:
    """The form of a trigger that the tables know: British endings as American, headline forms as their stem."""
    word = american(lemma.lower())
    if word in table():
        return word
    return next((stem for stem in stems(word) if stem in table()), word)


def american(word: str) -> str:
    """The American spelling of an English verb or noun in -ise, -isation."""
    if word.endswith("ise") and word[:-3] + "ize" in table():
        return word[:-3] + "ize"
    return word.replace("isation", "ization")


def stems(word: str) -> list[str]:
    """What a word is without its ending: headlines are often misread, so that "Kills" comes as a noun."""
    cut = [word.removesuffix(ending) for ending in ("s", "es", "ed", "d", "ing") if word.endswith(ending)]
    return [stem for stem in cut if len(stem) >= MIN_STEM] + [stem + "e" for stem in cut if len(stem) >= MIN_STEM]


@cache
def table() -> dict[str, dict[str, Relation]]:
    """Related trigger words, both ways; data/README.md says where they come from."""
    links: dict[str, dict[str, Relation]] = {}
    for line in read("related.tsv"):
        one, other, kind, strength = line.split("\t")
        link = Relation(cast(Kind, kind), float(strength))
        for first, second in ((one, other), (other, one)):
            known = links.setdefault(first, {}).get(second)
            if known is None or LINK_STRENGTH[link.kind] > LINK_STRENGTH[known.kind]:
                links[first][second] = link
    return links


@cache
def frequency() -> dict[str, int]:
    """In how many of `background()` news articles a word stands; only common words are listed."""
    return {word: int(count) for word, count in (line.split("\t") for line in read("frequency.tsv"))}


@cache
def background() -> int:
    """How many news articles the frequencies were counted in."""
    return frequency()["#documents"]


def read(name: str) -> list[str]:
    """The lines of one of our tables."""
    return files("timeline.merge").joinpath("data", name).read_text(encoding="utf-8").splitlines()
