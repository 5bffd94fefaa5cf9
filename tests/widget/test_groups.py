"""Headings by outlet or name, and the strip of a list of which only a part is loaded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from story import ARCHIVED

Embed = Callable[..., Page]

pytestmark = pytest.mark.browser

SHOWN = """() =>
  [...document.querySelector("event-timeline").shadowRoot.querySelectorAll(".group, .title")].map((one) =>
    one.matches(".group") ? `# ${one.textContent}` : one.textContent)"""


def shown(page: Page, entries: int) -> list[str]:
    """The headings and titles, once there are so many entries."""
    expect(page.locator(".entry")).to_have_count(entries)
    told: list[str] = page.evaluate(SHOWN)
    return told


def test_an_entry_stands_under_each_of_its_outlets_however_few_are_asked_for_at_first(embed: Embed) -> None:
    page = embed('group-by="source" limit="3"')
    assert shown(page, 9) == [
        "# Boxship Review",
        "The authority raised its tolls",
        "Tugs refloated the ship",
        "The canal is to be widened by July 2023",
        "# Harbour Courier",
        "The ship ran aground in the canal",
        "The manager denied a blackout",
        "Salvors reached the ship",
        "# Meridian Wire",
        "The ship ran aground in the canal",
        "The ship suffered a blackout",
        "Tugs refloated the ship",
    ]
    expect(page.get_by_role("button", name="More entries")).to_be_hidden()


def test_what_names_nobody_stands_last_under_no_name(embed: Embed) -> None:
    page = embed('group-by="name"')
    told = shown(page, 8)
    assert told[:5] == ["# Osama Rabie", "The ship ran aground in the canal", "# The Suez Canal", told[1], "# –"]
    assert len(told) == 3 + 8


def test_the_search_keeps_the_headings_of_what_it_finds(embed: Embed) -> None:
    page = embed('group-by="source" limit="3"')
    shown(page, 9)
    page.locator("event-timeline").evaluate("one => one.search('after the grounding')")
    assert shown(page, 2) == [
        "# Boxship Review",
        "Tugs refloated the ship",
        "# Meridian Wire",
        "Tugs refloated the ship",
    ]


def test_a_list_that_is_loaded_in_part_has_the_strip_of_all_its_months(embed: Embed) -> None:
    page = embed('limit="20" style="height: 500px"', query="?all=true&source=Lock+Log")
    bars = page.get_by_role("radio")
    expect(bars.first).to_have_accessible_name("January 1960: 31")
    told = bars.evaluate_all("all => all.map((one) => one.title.split(': ')[1]).filter(Boolean).map(Number)")
    assert sum(told) == ARCHIVED
    page.get_by_role("radio", name="March 1960: 31").check()
    expect(page.get_by_role("status")).to_have_text("Entries: 31")
    expect(page.locator(".entry").first).to_contain_text("Log line 0060 was written")


def test_a_service_that_tells_no_months_has_no_strip_and_no_room_for_it(site: str, embed: Embed) -> None:
    page = embed()
    page.route("**/v1/timeline?*facets=month*", lambda route: route.fulfill(json={"events": [], "next": None}))
    whole = f"{site}/v1/timeline?all=true&source=Lock+Log&limit=20"
    page.locator("event-timeline").evaluate("(one, whole) => { one.setAttribute('src', whole) }", whole)
    strip = page.locator(".spread.told")
    expect(strip).to_be_attached()
    expect(strip).to_be_hidden()
    expect(page.get_by_role("radio")).to_have_count(0)
