"""Dates as the page prints them."""

from __future__ import annotations

import pytest

from timeline.exports.listing.dates import date_view, heading, published_view
from timeline.types import Precision, When


def when(edtf: str, first: str | None, last: str | None, precision: Precision, best: str | None = None) -> When:
    return When(edtf=edtf, earliest=first, latest=last, precision=precision, best=best, label=f"<{edtf}>")


DAY = when("2021-03-23", "2021-03-23", "2021-03-23", "day")
MINUTE = when("2021-03-23T07:40", "2021-03-23T07:40", "2021-03-23T07:40", "minute")
EARLY = when("2022-01/2022-04", "2022-01-01", "2022-04-30", "range")
BY_THEN = when("../2021-03-23", None, "2021-03-23", "range")
SINCE_THEN = when("2021-03-23/..", "2021-03-23", None, "range")
CLOSED = when("1967/1975", "1967-01-01", "1975-12-31", "range")
NEW_YEAR = when("[2021-12-31..2022-01-01]", "2021-12-31", "2022-01-01", "range")
CAESAR = when("-0043-03-15", "-0043-03-15", "-0043-03-15", "day")


@pytest.mark.parametrize(
    ("given", "machine", "weekday", "span", "exact"),
    [
        (DAY, "2021-03-23", "Tuesday", None, True),
        (MINUTE, "2021-03-23T07:40", "Tuesday", None, True),
        (EARLY, None, None, "1 January 2022 at the earliest, 30 April 2022 at the latest", False),
        (BY_THEN, None, None, "23 March 2021 at the latest", False),
        (SINCE_THEN, None, None, "23 March 2021 at the earliest", False),
        (CAESAR, None, None, None, False),
    ],
)
def test_a_date_says_as_much_as_is_known(
    given: When, machine: str | None, weekday: str | None, span: str | None, exact: bool
) -> None:
    view = date_view(given)
    assert (view.label, view.machine, view.weekday, view.span, view.exact) == (
        given.label,
        machine,
        weekday,
        span,
        exact,
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (DAY, "2021"),
        (EARLY, "2022"),
        (NEW_YEAR, "2021"),
        (CLOSED, "1967–1975"),
        (BY_THEN, "2021 or before"),
        (SINCE_THEN, "2021 or after"),
        (None, "No date known"),
    ],
)
def test_an_entry_stands_under_its_year_or_its_years(given: When | None, expected: str) -> None:
    assert heading(given) == expected


@pytest.mark.parametrize(
    ("published", "label", "machine"),
    [
        ("2021-03-24T00:40:00+02:00", "24 March 2021", "2021-03-24T00:40:00+02:00"),
        ("2021-04-13T23:30:00-05:00", "13 April 2021", "2021-04-13T23:30:00-05:00"),
        ("2022-03-23", "23 March 2022", "2022-03-23"),
        ("2022-03-23 and later", "23 March 2022", "2022-03-23"),
    ],
)
def test_the_publication_day_is_that_of_the_publisher(published: str, label: str, machine: str) -> None:
    view = published_view(published)
    assert view is not None
    assert (view.label, view.machine) == (label, machine)


@pytest.mark.parametrize("published", [None, "", "soon"])
def test_an_unknown_publication_day_is_left_out(published: str | None) -> None:
    assert published_view(published) is None
