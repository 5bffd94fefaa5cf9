"""The page as a value: what was asked, what came back, and where to go from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.widget.filters import CHIPS, NAMES, PAGE_SIZE, PRECISIONS, chips
from service.widget.links import addresses, page_href
from service.widget.strip import strip
from service.widget.views import Choice, PageView
from timeline.exports.listing.entries import sections
from timeline.exports.listing.words import STATUSES, counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.widget.filters import Filters
    from timeline.store import SavedTimeline, Spread
    from timeline.types import Event

FOLDED = tuple(name for name in NAMES if name not in ("timeline", "text"))


def page_view(
    filters: Filters,
    events: Sequence[Event],
    *,
    total: int,
    linked: Mapping[str, str],
    outlets: Sequence[str],
    spread: Sequence[Spread] = (),
    saved: SavedTimeline | None = None,
    root: str,
    base: str,
    size: int = PAGE_SIZE,
    cursor: str | None = None,
    following: str | None = None,
) -> PageView:
    """The page for these filters: `events` of `total` in order, `following` the cursor of the next page.

    `linked` gives the titles of events that these link to; `outlets` the names to choose from;
    `spread` says how all of them lie in time; `base` is the whole address of this service, which oEmbed needs;
    `size` is how many entries a page holds.
    """
    asked = filters.values
    turned = asked if size == PAGE_SIZE else {**asked, "limit": str(size)}
    told = [chip for chip in chips(filters, root) if not (saved and chip.label == CHIPS["timeline"].format(saved.slug))]
    return PageView(
        title=", ".join([*([saved.title] if saved else []), *(chip.label for chip in told), "Chronology"]),
        summary=summary(len(events), total, paged=cursor is not None or following is not None),
        fields={name: asked.get(name, "") for name in NAMES},
        sources=tuple(Choice(value=name, label=name, chosen=name == asked.get("source")) for name in outlets),
        statuses=tuple(
            Choice(value=status, label=status.capitalize(), chosen=status == asked.get("status")) for status in STATUSES
        ),
        precisions=tuple(
            Choice(value=unit, label=words, chosen=unit == asked.get("precision")) for unit, words in PRECISIONS.items()
        ),
        heading=saved.title if saved else "What happened, when, and who says so",
        lead=(saved.description if saved else None) or "",
        chips=chips(filters, root),
        mending=any(name in filters.problems for name in FOLDED),
        problems=filters.problems,
        strip=strip(spread, filters=asked, root=root),
        sections=sections(events, to=addresses(root, asked), linked=linked),
        first=page_href(root, turned) if cursor else None,
        next=page_href(root, {**turned, "cursor": following}) if following else None,
        json=page_href(root, asked, "/v1/timeline"),
        feed=page_href(root, asked, "/v1/timeline.atom"),
        calendar=page_href(root, asked, "/v1/timeline.ics"),
        embed=page_href(root, asked, "/embed"),
        oembed=page_href(base, {"url": page_href(base, asked), "format": "json"}, "/oembed"),
    )


def summary(shown: int, total: int, *, paged: bool) -> str:
    """How many entries there are, and how many of them are on this page."""
    entries = counted(total, "entry", "entries")
    return f"{shown:,} of {entries}" if paged else entries
