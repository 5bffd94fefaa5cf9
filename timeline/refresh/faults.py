"""How long to wait after a look that failed: longer each time, never for ever."""

from __future__ import annotations

from datetime import timedelta

from timeline.refresh.bounds import Bounds

BACK_OFF = 2.0
LONGEST_WAIT = timedelta(days=7)
MOST_DOUBLINGS = 30  # two to that power is beyond any wait


def back_off(errors: int, *, interval: timedelta, chance: float, bounds: Bounds) -> timedelta:
    """The wait after so many errors in a row: any time up to the interval doubled with each of them, at most 7 days.

    Full jitter (the whole span is drawn from), so that feeds of a host that failed together do not come back together;
    never sooner than the shortest interval.
    """
    ceiling = min(max(interval, bounds.shortest) * BACK_OFF ** min(errors, MOST_DOUBLINGS), LONGEST_WAIT)
    return max(ceiling * chance, min(bounds.shortest, LONGEST_WAIT))
