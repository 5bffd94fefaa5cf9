"""One more look at the page of an article, which may have been corrected or withdrawn."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal

from timeline.fetching import FetchedPage, FetchError, NotModified, fetch_page
from timeline.pages import Page
from timeline.refresh.revisits import is_correction, next_visit
from timeline.refresh.wishes import rests_of
from timeline.store import PageVisit

if TYPE_CHECKING:
    from timeline.fetching import Fetcher
    from timeline.refresh.bounds import Bounds
    from timeline.store import DuePage, Store

VisitOutcome = Literal["unchanged", "revised", "missing", "withdrawn", "error"]


async def visit_page(store: Store, due: DuePage, *, fetcher: Fetcher, bounds: Bounds, chance: float) -> VisitOutcome:
    """What came of a look at a page, already written down."""
    seen, validators = await _see(due, fetcher=fetcher)
    visit = next_visit(due, seen, validators, now=store.now(), bounds=bounds, chance=chance)
    if isinstance(seen, FetchError) and (rests := rests_of([seen], now=store.now())):
        await asyncio.to_thread(store.leave_alone, rests)
    text = seen.text if isinstance(seen, Page) and is_correction(due, seen) else None
    revised = await asyncio.to_thread(store.record_visit, due.id, visit, text=text)
    if revised:
        return "revised"
    if visit.withdrawn_at is not None:
        return "withdrawn"
    if visit.missing_since is not None:
        return "missing"
    return "error" if isinstance(seen, FetchError) else "unchanged"


async def _see(due: DuePage, *, fetcher: Fetcher) -> tuple[Page | NotModified | FetchError, PageVisit]:
    """The page as it is now, and the validators that came with it."""
    asked = due.visit
    try:
        seen = await fetch_page(due.url, fetcher=fetcher, etag=asked.etag, last_modified=asked.last_modified)
    except FetchError as error:
        return error, asked
    match seen:
        case NotModified():
            kept = PageVisit(
                look_at=None,
                etag=seen.etag or asked.etag,
                last_modified=seen.last_modified or asked.last_modified,
            )
            return seen, kept
        case FetchedPage(answer=answer, page=page):
            return page, PageVisit(look_at=None, etag=answer.etag, last_modified=answer.last_modified)
