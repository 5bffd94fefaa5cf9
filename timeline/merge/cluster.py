"""Mentions of one happening put together: same story, same trigger, dates that can both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from timeline.merge.days import Days, days_of, overlap
from timeline.merge.tellings import Telling


def cluster(tellings: Iterable[Telling], story: Mapping[str, int]) -> list[list[Telling]]:
    """Groups of tellings of one happening, each in the order given."""
    blocks: dict[tuple[int, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        blocks[story[telling.article.id], telling.mention.lemma].append(telling)
    return [group for block in blocks.values() for group in by_date(block)]


def by_date(block: Iterable[Telling]) -> list[list[Telling]]:
    """Tellings whose dates can all be true together; the narrowest dates are placed first."""
    groups: list[tuple[Days, list[Telling]]] = []
    for telling in sorted(block, key=lambda one: spread(days_of(one.mention.when))):
        days = days_of(telling.mention.when)
        for at, (common, members) in enumerate(groups):
            if (shared := overlap(common, days)) is not None:
                groups[at] = (shared, [*members, telling])
                break
        else:
            groups.append((days, [telling]))
    return [members for _, members in groups]


def spread(days: Days) -> float:
    """How wide a date is."""
    return days.last - days.first
