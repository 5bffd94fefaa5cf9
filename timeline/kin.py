"""Whether two articles may tell one story, by what is known of each; how that is found, `timeline.merge.kin` says.

It stands outside of that room because the store asks it, too, and merging with all that it needs takes a second to
import: a server should start without.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

FADING = 30.0  # days in which the likeness of two articles falls to 37 %
ALIKE = 0.3  # on ECB+'s training part as large as its stories; lower, stories chain into one, higher, they fall apart
FURTHEST = -FADING * log(ALIKE)  # days between publications from which no likeness is enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What an article is known by: its names with their weights, its day of publication and the days it tells of."""

    keys: Mapping[str, float]
    day: float | None
    told: frozenset[float]


def are_kin(one: Signature, other: Signature) -> bool:
    """Whether two articles may tell one story: enough of their names are the same, and they speak of one time."""
    likeness = sum(weight * other.keys[key] for key, weight in one.keys.items() if key in other.keys)
    return likeness * fading(one, other) >= ALIKE


def fading(one: Signature, other: Signature) -> float:
    """1 for articles of one day or telling of one, less the more days lie between them; 1 where a day is unknown."""
    if one.day is None or other.day is None or one.told & other.told:
        return 1.0
    return exp(-abs(one.day - other.day) / FADING)
