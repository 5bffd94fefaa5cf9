"""Which date of publication is believed, and what is said against it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from timeline.pages import believe, read_stamp
from timeline.pages.trust import distance
from timeline.types import Published

NOW = datetime(2025, 3, 10, 12, tzinfo=UTC)


def dates(*said: tuple[str, str]) -> list[Published]:
    found = [read_stamp(raw, origin=origin) for origin, raw in said]
    assert None not in found
    return [date for date in found if date is not None]


FEED = "the feed says 2025-03-04, but "
LATER = FEED + "the page's JSON-LD 2025-03-05"
GUESS = "2025-03-04 is a guess from the text of the page, which does not say when it was published"
OLD = "which is before 1990"
FUTURE = "the feed says 2031-01-01, which is in the future"


@pytest.mark.parametrize(
    ("said", "believed", "doubt"),
    [
        ([], None, None),
        ([("feed", "2025-03-04")], "feed", None),
        ([("feed", "2025-03-04T10:00Z"), ("json-ld", "2025-03-05T21:59Z")], "feed", None),
        ([("feed", "2025-03-04T10:00Z"), ("json-ld", "2025-03-05T22:01Z")], "feed", LATER),
        ([("feed", "2025-03-04"), ("meta", "2025-03-06")], "feed", None),
        ([("feed", "2025-03-04"), ("meta", "2025-03-07")], "feed", FEED + "the page's meta tags 2025-03-07"),
        ([("feed", "2025-03-04"), ("url", "2025-02-01")], "feed", FEED + "the address 2025-02-01"),
        ([("feed", "2025-03-04"), ("htmldate", "2020-01-01")], "feed", None),
        ([("htmldate", "2025-03-04")], "htmldate", GUESS),
        ([("feed", "1970-01-01"), ("htmldate", "2025-03-04")], "htmldate", f"the feed says 1970-01-01, {OLD}; {GUESS}"),
        ([("feed", "2025-03-11T11:59Z")], "feed", None),
        ([("feed", "2025-03-11T12:01Z")], None, "the feed says 2025-03-11, which is in the future"),
        ([("feed", "2031-01-01"), ("meta", "2025-03-04")], "meta", FUTURE),
        ([("feed", "1970-01-01T00:00:00Z")], None, "the feed says 1970-01-01, which is before 1990"),
        ([("feed", "1989-12-31"), ("time", "1990-01-01")], "time", "the feed says 1989-12-31, which is before 1990"),
    ],
)
def test_the_most_trusted_date_that_can_be_true_is_believed(
    said: list[tuple[str, str]], believed: str | None, doubt: str | None
) -> None:
    found = believe(dates(*said), now=NOW)
    assert (found.published.origin if found.published else None, found.doubt) == (believed, doubt)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2025-03-04T23:30-05:00", "2025-03-05T04:30Z", timedelta()),
        ("2025-03-04", "2025-03-05", timedelta()),
        ("2025-03-04", "2025-03-07T00:00Z", timedelta(days=2)),
        ("2025-03-07", "2025-03-04", timedelta(days=2)),
    ],
)
def test_dates_are_as_far_apart_as_they_are_at_the_least(one: str, other: str, apart: timedelta) -> None:
    assert distance(*dates(("feed", one), ("meta", other))) == apart
