"""Spelling variants of one name: Kadyrow and Kadyrov, the IMF and the International Monetary Fund.

A wrong join is worse than a missed one: people who share a surname but no first name stay apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.names.grouping import canonical_names
from timeline.names.people import same_person
from timeline.names.things import same_thing

__all__ = ["canonical_names", "same_name", "same_names"]

PEOPLE = frozenset({"PERSON", "PER"})


def same_name(a: str, b: str, *, label: str | None = None) -> bool:
    """Whether two names may be one's; `label` is the kind of entity, as spaCy calls it (PERSON, ORG, GPE, …).

    A surname alone may be any bearer's: `canonical_names` decides with all names of an article or story in view.
    """
    return same_person(a, b) if label in PEOPLE else same_thing(a, b)


def same_names(one: Iterable[str], other: Iterable[str], *, label: str | None = None) -> bool:
    """Whether any name of one side may be a name of the other."""
    others = tuple(other)
    return any(same_name(a, b, label=label) for a in one for b in others)
