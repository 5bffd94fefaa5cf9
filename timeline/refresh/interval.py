"""How long to wait until the next look at a feed that goes well: as often as it publishes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from timeline.refresh.bounds import Bounds

LATEST = 10  # items whose dates say how often a feed publishes
LOOKS_AN_ITEM = 2  # so that an article waits for half the time between two of them, on average a quarter
SLOWER = 1.1  # with every look that finds nothing: a day of quiet makes of 15 minutes about four hours
JITTER = 0.1  # so that feeds which were added together do not come due together for ever


def publishing_interval(moments: Iterable[datetime], *, now: datetime, bounds: Bounds) -> timedelta | None:
    """The interval for a feed whose items came out at these moments, None where they do not say.

    It is half of the mean time between the latest ten of them and now, so that a feed which falls silent is asked less.
    """
    latest = sorted((moment for moment in moments if moment <= now), reverse=True)[:LATEST]
    if len(latest) < 2:
        return None
    return within((now - latest[-1]) / len(latest) / LOOKS_AN_ITEM, bounds)


def quiet_interval(seconds: float, *, bounds: Bounds) -> timedelta:
    """The interval after a look that found nothing."""
    return within(timedelta(seconds=seconds * SLOWER), bounds)


def jittered(interval: timedelta, *, chance: float) -> timedelta:
    """The interval, up to ten per cent shorter or longer as chance (0 to 1) has it."""
    return interval * (1 - JITTER + 2 * JITTER * chance)


def within(interval: timedelta, bounds: Bounds) -> timedelta:
    """The interval that the operator allows and which is nearest."""
    return min(max(interval, bounds.shortest), bounds.longest)


def in_words(seconds: float) -> str:
    """Seconds as a person would say them, to the minute."""
    minutes = round(timedelta(seconds=seconds) / timedelta(minutes=1))
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours and rest else f"{hours} h" if hours else f"{minutes} min"
