"""Looking at the pages of articles again: when, and what it means."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from timeline.fetching import FetchError, NotModified
from timeline.pages import Page
from timeline.refresh import Bounds
from timeline.refresh.revisits import first_visit, is_correction, next_visit
from timeline.store import DuePage, PageVisit

ADDED = datetime(2025, 3, 5, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NOTHING_NEW = NotModified(url="http://post.example/a")
BARE = PageVisit(look_at=None)


def due(looked: timedelta, **visit: datetime) -> DuePage:
    known = PageVisit(look_at=ADDED, **visit)  # type: ignore[arg-type]
    return DuePage(
        id="a", length=100, url="http://post.example/a", added_at=ADDED, looked_at=ADDED + looked, visit=known
    )


def page(text: str) -> Page:
    return Page(text=text, title=None, source=None, url=None, dates=(), language=None)


def test_pages_are_looked_at_at_growing_intervals_for_a_week() -> None:
    first = first_visit(ADDED, bounds=Bounds())
    assert first is not None
    looks, last, then = [], timedelta(), first.look_at
    while then is not None:
        now, looks = then, [*looks, (then - ADDED) / HOUR]
        then = next_visit(due(last), NOTHING_NEW, BARE, now=now, bounds=Bounds(), chance=0.5).look_at
        last = now - ADDED
    assert looks == [6, 18, 42, 90]


def test_pages_are_read_once_where_that_is_switched_off() -> None:
    assert first_visit(ADDED, bounds=Bounds(revisit=timedelta())) is None


@pytest.mark.parametrize("status", [404, 410])
def test_an_article_is_withdrawn_when_its_page_is_missing_twice_a_day_apart(status: int) -> None:
    missing = FetchError(f"status {status}", reason="status", status=status)
    first = next_visit(due(HOUR), missing, BARE, now=ADDED + 6 * HOUR, bounds=Bounds(), chance=0.5)
    assert (first.missing_since, first.withdrawn_at, first.look_at) == (
        ADDED + 6 * HOUR,
        None,
        ADDED + 6 * HOUR + DAY,
    )
    again = due(6 * HOUR, missing_since=ADDED + 6 * HOUR)
    early = next_visit(again, missing, BARE, now=ADDED + 20 * HOUR, bounds=Bounds(), chance=0.5)
    assert (early.withdrawn_at, early.look_at) == (None, ADDED + 6 * HOUR + DAY)
    later = next_visit(again, missing, BARE, now=ADDED + 30 * HOUR, bounds=Bounds(), chance=0.5)
    assert later.withdrawn_at == ADDED + 30 * HOUR


def test_an_article_whose_page_is_back_is_withdrawn_no_more() -> None:
    gone = due(DAY, missing_since=ADDED, withdrawn_at=ADDED + DAY)
    back = next_visit(gone, page("Words."), BARE, now=ADDED + 2 * DAY, bounds=Bounds(), chance=0.5)
    assert (back.missing_since, back.withdrawn_at) == (None, None)


def test_an_error_says_nothing_about_the_article() -> None:
    error = FetchError("status 500", reason="status", status=500)
    known = due(HOUR, missing_since=ADDED)
    after = next_visit(known, error, BARE, now=ADDED + 6 * HOUR, bounds=Bounds(), chance=0.5)
    assert (after.missing_since, after.withdrawn_at) == (ADDED, None)


@pytest.mark.parametrize(("length", "correction"), [(200, True), (50, True), (49, False)])
def test_a_page_with_less_than_half_of_the_text_is_a_wall(length: int, correction: bool) -> None:
    assert is_correction(due(HOUR), page("x" * length)) == correction
