"""Scores of time expressions as TempEval-3 counts them (UzZaman et al., 2013), and how sure they are."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One expression, as an annotator or a program marked it."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a document adds: `strict` has the same span, `relaxed` overlaps, `value` overlaps and has the same value."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def __add__(self, other: Self) -> Counts:
        return Counts(
            gold=self.gold + other.gold,
            found=self.found + other.found,
            strict=self.strict + other.strict,
            relaxed=self.relaxed + other.relaxed,
            value=self.value + other.value,
        )

    def f1(self, hits: int) -> float:
        """The harmonic mean of precision and recall, in percent."""
        return 200 * hits / (self.gold + self.found) if hits else 0.0

    def scores(self) -> dict[str, float]:
        """Value F1 is relaxed F1 times the share of right values, which is F1 over the right ones."""
        return {"value": self.f1(self.value), "relaxed": self.f1(self.relaxed), "strict": self.f1(self.strict)}


def counted(gold: Sequence[Marked], found: Sequence[Marked]) -> Counts:
    """The counts of one document: pairs one to one, same spans first, then the largest overlap."""
    pairs = sorted(
        (
            (g.start, g.end) != (f.start, f.end),
            max(g.start, f.start) - min(g.end, f.end),
            place,
            other,
        )
        for place, g in enumerate(gold)
        for other, f in enumerate(found)
        if min(g.end, f.end) > max(g.start, f.start)
    )
    taken: dict[int, int] = {}
    strict = 0
    for inexact, _, place, other in pairs:
        if place not in taken and other not in taken.values():
            taken[place] = other
            strict += not inexact
    right = sum(is_same(gold[place].value, found[other].value) for place, other in taken.items())
    return Counts(gold=len(gold), found=len(found), strict=strict, relaxed=len(taken), value=right)


def is_same(one: str, other: str) -> bool:
    """Whether two values are the same, without regard to case."""
    return one.strip().upper() == other.strip().upper()


def interval(documents: Sequence[Counts], name: str, *, resamples: int = 1_000, seed: int = 1) -> tuple[float, float]:
    """The middle 95 % of a score over as many resamples of the documents, drawn with replacement."""
    draw = random.Random(seed)
    drawn = (sum(draw.choices(documents, k=len(documents)), Counts()).scores()[name] for _ in range(resamples))
    scores = sorted(drawn)
    return scores[round(0.025 * (resamples - 1))], scores[round(0.975 * (resamples - 1))]
