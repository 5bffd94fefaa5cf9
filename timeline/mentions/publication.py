"""When something is of which only the article's own date is known."""

from __future__ import annotations

from timeline.steps import NoLaterThan, Step
from timeline.steps.arithmetic import day_before
from timeline.types import Published, Stance

AHEAD = frozenset({"planned", "hypothetical"})


def publication_steps(published: Published | None, *, main_news: bool, stance: Stance) -> tuple[Step, ...]:
    """The publication day as an upper bound; nothing for what lies ahead, or where no publication date is known.

    The main news of an article is of that day or the day before; its background is open towards the past.
    """
    if published is None or stance in AHEAD:
        return ()
    earliest = day_before(published.day).isoformat() if main_news else None
    return (NoLaterThan(day=published.day.isoformat(), earliest=earliest),)
