"""The strip of how much happened when: as fine as the span asks, and each bar shows what it counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from service.widget.strip import strip
from service.widget.units import between, finest
from timeline.edtf import parse
from timeline.store import Spread

Visit = Callable[..., Page]


@pytest.mark.parametrize(
    ("first", "last", "units"),
    [
        ("2021-02-27", "2021-03-01", ["2021-02-27", "2021-02-28", "2021-03-01"]),
        ("2020-11-30", "2021-02-01", ["2020-11", "2020-12", "2021-01", "2021-02"]),
        ("1999-01-01", "2005-12-31", ["1999", "2000", "2001", "2002", "2003", "2004", "2005"]),
        ("0998-01-01", "1070-01-01", [*(f"0{ten}X" for ten in [99]), *(f"{ten}X" for ten in range(100, 108))]),
    ],
)
def test_bars_are_as_fine_as_the_span_allows(first: str, last: str, units: list[str]) -> None:
    ends = date.fromisoformat(first), date.fromisoformat(last)
    assert between(finest(*ends), *ends) == units


def spread(*dates: str) -> list[Spread]:
    return [Spread(lower=parse(one).lower, upper=parse(one).upper, events=1) for one in dates]


@pytest.mark.parametrize(
    ("dates", "filters", "shown"),
    [
        ([], {}, []),
        (["2021-03-02"], {}, []),
        (
            ["2021-03-02", "2021-03-04", "2021-03-04"],
            {},
            [("2 March 2021", 5), ("3 March 2021", 0), ("4 March 2021", 10)],
        ),
        (["2021-03-02", "2021-03-02/2021-03-03", "2021-03-03"], {}, [("2 March 2021", 10), ("3 March 2021", 10)]),
        (
            ["2020-12/2021-02-01", "2021-02-01"],
            {"from": "2021-01-31", "to": "2021-02-01"},
            [("31 January 2021", 5), ("1 February 2021", 10)],
        ),
        (["../2021-03-01", "2021-03-02"], {}, [("1 March 2021", 10), ("2 March 2021", 10)]),
        (["-0043-03-15", "2021-03-02"], {}, []),
    ],
)
def test_a_bar_is_as_high_as_entries_can_lie_in_it(
    dates: list[str], filters: dict[str, str], shown: list[tuple[str, int]]
) -> None:
    made = strip(spread(*dates), filters=filters, root="")
    assert [(bar.label, bar.level) for bar in made.bars] if made else shown == []


MARCH = [f"2021-03-{day:02}" for day in range(1, 21)]


def test_a_few_entries_far_off_do_not_coarsen_the_bars_of_the_rest() -> None:
    made = strip(spread("1869", *MARCH, "2023-07"), filters={"name": "Suez"}, root="")
    assert made is not None
    first, *days, last = made.bars
    assert [bar.label for bar in days] == [f"{day} March 2021" for day in range(1, 21)]
    assert (first.label, first.counted, first.apart) == ("28 February 2021 or before", "1 entry", True)
    assert (last.label, last.counted, last.href) == ("21 March 2021 or after", "1 entry", "/?name=Suez&from=2021-03-21")
    assert made.caption == "Entries by day, 1 at most"


def test_far_entries_stay_in_the_row_where_nothing_is_seen_finer_without_them() -> None:
    made = strip(spread("2021-02-25", *MARCH), filters={}, root="")
    assert made is not None
    assert made.bars[0].label == "25 February 2021"
    assert not any(bar.apart for bar in made.bars)


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2021-02-20", "2021-03-20", ["March 2021"]),
        ("2019-06-01", "2022-06-01", ["2020", "2021", "2022"]),
        ("1988-01-01", "2012-01-01", ["2000"]),
        ("1955-01-01", "2012-01-01", ["1970", "1980", "1990", "2000"]),
    ],
)
def test_the_axis_names_what_begins_where_there_is_room(first: str, last: str, ticks: list[str]) -> None:
    made = strip(spread(first, last), filters={}, root="")
    assert made is not None
    assert [bar.tick for bar in made.bars if bar.tick] == ticks


@pytest.mark.browser
def test_a_bar_shows_exactly_what_it_counts_and_the_strip_grows_finer(site: str, visit: Visit) -> None:
    page = visit(site, scripts=False)
    strip = page.get_by_role("navigation", name="How much happened when")
    strip.get_by_role("link", name="March 2021: 6 entries").click()
    expect(page.locator(".summary")).to_have_text("6 entries")
    assert parse_qs(urlsplit(page.url).query) == {"from": ["2021-03"], "to": ["2021-03"]}
    for link in strip.get_by_role("link").all():
        label = link.inner_text()
        if label.startswith("29 March"):
            link.click()
            expect(page.locator(".summary")).to_have_text(re.sub(".*: ", "", label))
            break
    assert parse_qs(urlsplit(page.url).query)["from"] == ["2021-03-29"]
