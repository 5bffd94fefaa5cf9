"""The strip of how much happened when: as fine as the span asks, and each bar shows what it counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from service.widget.strip import bars, units_between
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
    assert units_between(date.fromisoformat(first), date.fromisoformat(last)) == units


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
    assert [(bar.label, bar.level) for bar in bars(spread(*dates), filters=filters, root="")] == shown


@pytest.mark.browser
def test_a_bar_shows_exactly_what_it_counts_and_the_strip_grows_finer(site: str, visit: Visit) -> None:
    page = visit(site, java_script_enabled=False)
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
