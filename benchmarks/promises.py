"""What is promised of serving a large store, and which figures break it."""

from __future__ import annotations

from dataclasses import dataclass

MOST_TIMES_P99 = 5.0  # that of the bare route
LEAST_RATE_OF_304 = 0.8  # of the bare route's
MOST_MEMORY = 600.0  # megabytes
MOST_TIMES_DEEP = 1.25  # the first page's time, and what measuring it adds


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What of a line has a limit; what it does not tell breaks none."""

    times_p99: float = 0.0
    rate_of_304: float = LEAST_RATE_OF_304
    megabytes: float = 0.0
    times_deep: float = 0.0


NO_LIMIT = Figures()


def breaches(figures: Figures) -> list[str]:
    """Which promises are broken, in words."""
    limits = (
        (figures.times_p99 < MOST_TIMES_P99, f"p99 {figures.times_p99:.2f} times the bare route's"),
        (figures.rate_of_304 >= LEAST_RATE_OF_304, f"304 at {figures.rate_of_304:.2f} of the bare route's rate"),
        (figures.megabytes < MOST_MEMORY, f"{figures.megabytes:.0f} MB of memory"),
        (figures.times_deep <= MOST_TIMES_DEEP, f"a deep page takes {figures.times_deep:.2f} times the first"),
    )
    return [said for held, said in limits if not held]
