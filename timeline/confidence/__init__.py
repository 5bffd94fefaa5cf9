"""How likely a date is right, by how it was found: shares counted on annotated texts, smoothed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.resources import files

from timeline.steps import Nearest, Step
from timeline.types import DatedExpression

# The rule that found it, what the date hangs on, and which way a partial date was looked for ("-" for a whole one).
Kind = tuple[str, str, str]

WEIGHT = 8.0  # how many dates the next coarser share counts for beside the dates of the kind itself
PRIOR = (1.0, 2.0)  # right and all dates that are assumed where nothing was counted


def with_confidence(dated: DatedExpression) -> DatedExpression:
    """The expression with the confidence of its date."""
    if dated.when is None:
        return dated
    return replace(dated, when=replace(dated.when, confidence=confidence(kind_of(dated))))


def kind_of(dated: DatedExpression) -> Kind:
    """How a date was found."""
    return dated.expression.rule, dated.anchor, direction(dated.steps)


def direction(steps: Iterable[Step]) -> str:
    """Which way the named date was looked for, and whether a verb told so; "-" where nothing was looked for."""
    for step in steps:
        if isinstance(step, Nearest):
            return f"{step.direction}{'' if '“' in step.because else ' by default'}"
    return "-"


@cache
def confidence(kind: Kind) -> float:
    """The share of right dates among those found so, between 0 and 1.

    Each share is drawn to that of the coarser group it belongs to (kinds of one rule and anchor, of one anchor and
    direction, all), as if WEIGHT further dates had been seen with it: few dates prove little.
    """
    rule, anchor, way = kind
    share, before = PRIOR[0] / PRIOR[1], (0, 0)
    for group in (("*", "*", "*"), ("*", anchor, way), (rule, anchor, "*"), kind):
        if (counted := table()[group]) == before:
            continue  # the finer group holds the same dates: they count once
        before, (right, total) = counted, counted
        share = (right + WEIGHT * share) / (total + WEIGHT)
    return round(share, 3)


@cache
def table() -> Counts:
    """The counts of right dates and of all dates, of each kind and of each group of kinds."""
    counts = Counts()
    for line in files(__package__).joinpath("counts.tsv").read_text(encoding="utf-8").splitlines():
        rule, anchor, way, right, total = line.split("\t")
        for group in {("*", "*", "*"), ("*", anchor, way), (rule, anchor, "*"), (rule, anchor, way)}:
            counts.add(group, int(right), int(total))
    return counts


class Counts:
    """Right dates and all dates, by kind or group of kinds; nothing where none was seen."""

    def __init__(self) -> None:
        self.right: Counter[Kind] = Counter()
        self.total: Counter[Kind] = Counter()

    def add(self, group: Kind, right: int, total: int) -> None:
        """Count further dates."""
        self.right[group] += right
        self.total[group] += total

    def __getitem__(self, group: Kind) -> tuple[int, int]:
        return self.right[group], self.total[group]
