"""The pages for those who hear them, walk them by keyboard, or see them in their own colours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe import COLOURS, LOOKS, complaints
from playwright.sync_api import Page, expect
from story import story

from service.widget.rendering import STATIC
from timeline.exports import html
from timeline.exports.listing import STATIC as LISTING
from timeline.types import Chronology

Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

WIDGET = "event-timeline"  # has tests of its own
PAGES = {
    "page": "/",
    "filtered": "/?name=Suez+Canal&from=2021",
    "unreadable": "/?from=x",
    "entry": "/events/refloating",
    "article": "/articles/dredging",
    "feeds": "/feeds",
    "builder": "/embed",
    "missing": "/articles/nowhere",
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_wrong_in_any_colours_and_width(site: str, visit: Visit, address: str) -> None:
    assert_axe_finds_nothing(visit(site + address, complaints=True))


def test_axe_finds_nothing_wrong_in_an_exported_file(tmp_path: Path, visit: Visit) -> None:
    exported = tmp_path / "chronology.html"
    exported.write_text(html.write(Chronology(events=tuple(story()))))
    assert_axe_finds_nothing(visit(exported.as_uri()))


def assert_axe_finds_nothing(page: Page) -> None:
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    for at, look in enumerate(LOOKS):
        page.set_viewport_size({"width": (360, 1280)[at % 2], "height": 900})
        page.emulate_media(**look)
        rules = () if at < 2 else COLOURS  # a phone in light and a desk in dark by all rules, then the colours alone
        assert (look, complaints(page, only=rules, without=WIDGET)) == (look, [])


def test_axe_would_find_something(site: str, visit: Visit) -> None:
    page = visit(site)
    page.locator("#text").evaluate("one => { one.labels[0].remove(); one.placeholder = '' }")
    assert [one.split(":")[0] for one in complaints(page, without=WIDGET)] == ["label"]


def test_the_keyboard_reaches_and_opens_every_entry(site: str, visit: Visit) -> None:
    page = visit(site)
    entries = page.locator(".entry").evaluate_all("all => all.map(one => one.id)")
    opened = {}
    for _ in range(200):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """() => { const at = document.activeElement; return at.matches(".entry summary")
                && [at.closest(".entry").id, at.parentElement.className, at.matches(":focus-visible")] }"""
        )
        if at:
            entry, part, seen = at
            page.keyboard.press("Enter")
            fold = page.locator(f"#{entry} details.{part}")
            expect(fold).to_have_attribute("open", "")
            opened[entry, part] = seen
        if page.evaluate("document.activeElement.closest('footer') !== null"):
            break
    assert opened == {(entry, part): True for entry in entries for part in ("sources", "why")}


def test_the_first_stop_of_the_keyboard_leads_past_the_head(site: str, visit: Visit) -> None:
    page = visit(site)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_list_is_told_as_years_dates_and_named_entries(site: str, visit: Visit) -> None:
    page = visit(f"{site}/?from=2021-03-23&to=2021-03-24&source=Harbour+Courier")
    page.locator("#event-grounding details.sources > summary").click()
    expect(page.locator("main")).to_match_aria_snapshot(
        """
        - heading "What happened, when, and who says so" [level=1]
        - search:
          - searchbox "Search the chronology"
          - button "Search"
          - group: Filters
        - status: 3 entries
        - list "Filters in force":
          - listitem:
            - 'link "Remove filter: In Harbour Courier"'
          - listitem:
            - 'link "Remove filter: From 2021-03-23"'
          - listitem:
            - 'link "Remove filter: Until 2021-03-24"'
          - listitem:
            - link "Remove all"
        - button "Open all"
        - navigation "How much happened when":
          - paragraph: Entries by day, 2 at most
          - list:
            - listitem:
              - 'link "23 March 2021: 1 entry"'
            - listitem:
              - 'link "24 March 2021: 2 entries"'
        - region "2021":
          - heading "2021" [level=2]
          - paragraph:
            - time: 23 March 2021
          - paragraph: Tuesday
          - article "The ship ran aground in the canal":
            - heading "The ship ran aground in the canal" [level=3]
            - term: Who
            - definition:
              - link "Osama Rabie"
            - term: Where
            - definition:
              - link "Suez Canal"
            - group:
              - text: 2 sources Meridian Wire, Harbour Courier
              - list:
                - listitem:
                  - blockquote:
                    - paragraph: The ship ran aground in the canal on Tuesday morning.
                  - paragraph:
                    - text: Meridian Wire published
                    - time: 30 March 2021
                  - paragraph:
                    - link "The story so far"
                    - link "as it was read here"
                - listitem:
                  - blockquote:
                    - paragraph: It ran aground on 23 March 2021.
            - group: Why this date?
          - paragraph:
            - time: 24 March 2021
          - paragraph: Wednesday
          - article "The manager denied a blackout":
            - paragraph: denied
            - list:
              - listitem:
                - text: Denies
                - link "The ship suffered a blackout"
            - group: 1 source Harbour Courier
          - paragraph: 24 or 25 March 2021
          - article "Salvors reached the ship"
        """
    )


def test_nothing_moves_by_itself() -> None:
    for style in (LISTING / "list.css", STATIC / "page.css"):
        assert not {"transition", "animation"} & set(style.read_text().replace(":", " ").split())
