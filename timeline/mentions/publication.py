"""When something is of which only the article's own date is known."""

from __future__ import annotations

from datetime import timedelta

from timeline.types import Published, Stance, When

AHEAD = frozenset({"planned", "hypothetical"})


def publication_when(published: Published | None, *, main_news: bool, stance: Stance) -> When | None:
    """The publication day as an upper bound; None for what lies ahead, or where no publication date is known.

    The main news of an article is of that day or the day before; its background is open towards the past.
    """
    if published is None or stance in AHEAD:
        return None
    last = published.day.isoformat()
    first = (published.day - timedelta(days=1)).isoformat() if main_news else None
    return When(
        edtf=f"{first or '..'}/{last}",
        earliest=first,
        latest=last,
        precision="range",
        best=last,
        label=f"{'about' if main_news else 'by'} {published.day.day} {published.day:%B %Y}",
    )
