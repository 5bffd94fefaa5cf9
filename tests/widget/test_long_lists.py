"""A list of hundreds of entries: few are there at once, all can be reached and searched."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Locator, Page, Route, expect
from story import ARCHIVED, event, fill, on, source

from timeline.store import Store

Embed = Callable[..., Page]
PATIENCE = 30_000
HIGH = 'limit="20" style="height: 500px"'
LOG = "?all=true&source=Lock+Log"

pytestmark = pytest.mark.browser


def entry(page: Page, number: int) -> Locator:
    return page.locator(".entry", has_text=f"Log line {number:04} was written")


def articles(page: Page) -> int:
    return page.locator(".entry").count()


def to_the_end(page: Page) -> None:
    page.locator("[role=feed]").evaluate("one => { one.scrollTop = one.scrollHeight }")


def test_where_it_has_a_height_all_entries_lie_in_its_own_scroll_range(embed: Embed) -> None:
    page = embed(HIGH, query=LOG)
    expect(entry(page, 0)).to_be_visible()
    rows, high = page.locator("[role=feed]").evaluate("one => [one.scrollHeight, one.clientHeight]")
    assert rows > ARCHIVED * 30
    assert high < 500
    expect(page.get_by_role("button", name="More entries")).to_be_hidden()


def test_the_last_entry_can_be_scrolled_to_and_few_are_in_the_document(embed: Embed) -> None:
    page = embed(HIGH, query=LOG)
    expect(entry(page, 0)).to_be_visible()
    to_the_end(page)
    last = entry(page, ARCHIVED - 1)
    expect(last).to_have_count(1, timeout=PATIENCE)
    to_the_end(page)
    expect(last).to_be_in_viewport(timeout=PATIENCE)
    expect(last).to_have_attribute("aria-posinset", str(ARCHIVED))
    expect(last).to_have_attribute("aria-setsize", str(ARCHIVED))
    assert articles(page) <= 400
    page.locator("[role=feed]").evaluate("one => { one.scrollTop = 0 }")
    expect(entry(page, 0)).to_be_in_viewport(timeout=PATIENCE)


def test_every_place_between_can_be_scrolled_to(embed: Embed) -> None:
    page = embed(HIGH, query=LOG)
    expect(entry(page, 0)).to_be_visible()
    feed = page.locator("[role=feed]")
    for part in (0.5, 0.9, 0.2):
        feed.evaluate("(one, part) => { one.scrollTop = one.scrollHeight * part }", part)
        near = page.locator(".entry[aria-posinset]")
        expect(near.first).to_be_attached()
        expect(feed).not_to_have_attribute("aria-busy", "true", timeout=PATIENCE)
        expect(entry(page, seen(page))).to_be_in_viewport(timeout=PATIENCE)


def seen(page: Page, *, turned: bool = False) -> int:
    """The number of an entry that stands in view: its place in the list and its own number are the same."""
    page.wait_for_function(IN_VIEW, timeout=PATIENCE)
    place, title = page.evaluate(IN_VIEW)
    number = ARCHIVED - place if turned else place - 1
    assert title.startswith(f"Log line {number:04} ")
    return int(place) - 1


IN_VIEW = """() => {
  const root = document.querySelector("event-timeline").shadowRoot;
  const feed = root.querySelector("[role=feed]").getBoundingClientRect();
  const within = [...root.querySelectorAll("article")].find((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= feed.top && bottom <= feed.bottom;
  });
  return within && [Number(within.ariaPosInSet), within.event.title];
}"""


def test_what_was_never_loaded_is_found(embed: Embed) -> None:
    page = embed(HIGH, query=LOG)
    page.get_by_role("searchbox", name="Search").fill("quillwort")
    expect(page.get_by_role("status")).to_have_text("Entries: 1", timeout=PATIENCE)
    expect(entry(page, ARCHIVED // 2)).to_be_visible()
    page.get_by_role("searchbox", name="Search").fill("")
    expect(entry(page, 0)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("status")).to_have_text(f"Entries: {ARCHIVED}")


def test_page_down_goes_on_where_the_loaded_entries_end(embed: Embed) -> None:
    page = embed(HIGH, query=LOG)
    expect(entry(page, 0)).to_be_visible()
    entry(page, 0).focus()
    for number in range(1, 25):
        page.keyboard.press("PageDown")
        expect(entry(page, number)).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("PageUp")
    expect(entry(page, 23)).to_be_focused()


def test_without_a_height_entries_far_from_view_make_room(embed: Embed) -> None:
    page = embed('limit="300"', query=LOG)
    expect(entry(page, 0)).to_be_visible()
    more = page.get_by_role("button", name="More entries")
    more.click()
    expect(entry(page, 300)).to_be_focused(timeout=PATIENCE)
    high = page.locator("event-timeline").evaluate("one => one.offsetHeight")
    assert high > 600 * 30
    assert articles(page) < 400
    page.evaluate("scrollTo(0, 0)")
    expect(entry(page, 0)).to_be_in_viewport(timeout=PATIENCE)


def test_what_was_unfolded_stays_so_when_it_comes_back(embed: Embed) -> None:
    page = embed(HIGH, query=LOG)
    entry(page, 0).get_by_text("Sources (1)").click()
    expect(entry(page, 0).locator("blockquote")).to_be_visible()
    page.get_by_role("searchbox").focus()
    to_the_end(page)
    expect(entry(page, 0)).to_have_count(0, timeout=PATIENCE)
    page.locator("[role=feed]").evaluate("one => { one.scrollTop = 0 }")
    expect(entry(page, 0).locator("blockquote")).to_be_visible(timeout=PATIENCE)


def test_a_live_list_shows_what_is_new_and_says_so(embed: Embed, served: tuple[str, Store]) -> None:
    _, store = served
    page = embed('live from="1959" to="1960-01-04"', query="?all=true")
    expect(page.locator(".entry")).to_have_count(4)
    page.wait_for_function("performance.getEntriesByType('resource').some(one => one.name.includes('/v1/timeline'))")
    entry(page, 1).focus()
    when = on("1959-12-31", "31 December 1959")
    told = source("Gate Log", "The log was opened.", when)
    fill(store, [event("eve", "The log was opened", when, told, notable=False)])
    expect(page.locator(".entry")).to_have_count(5, timeout=PATIENCE)
    expect(page.get_by_role("status")).to_have_text("Entries: 5")
    expect(page.locator(".entry.new")).to_have_count(1)
    expect(page.locator(".entry.new .title")).to_have_text("The log was opened")
    expect(entry(page, 1)).to_be_focused()


@pytest.fixture
def reversible(site: str) -> Callable[[Route], None]:
    """Answers `/v1/timeline` in both orders of time and counts exactly, from what the service tells page by page."""
    address = f"{site}/v1/timeline{LOG}&limit=500"
    page = httpx.get(address).json()
    events = page["events"]
    while page["next"]:
        page = httpx.get(f"{address}&cursor={page['next']}").json()
        events += page["events"]

    def answer(route: Route) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(route.request.url).query).items()}
        ordered = events[::-1] if asked.get("sort") == "-date" else events
        start, limit = int(asked.get("cursor", 0)), int(asked.get("limit", 100))
        following = str(start + limit) if start + limit < len(events) else None
        shown = ordered[start : start + limit]
        route.fulfill(json={"events": shown, "next": following, "total_hint": len(events), "total_exact": True})

    return answer


@pytest.mark.parametrize(("sort", "first"), [("date", 0), ("-date", ARCHIVED - 1)])
def test_the_end_is_read_from_its_side_where_the_endpoint_can_turn_the_order(
    embed: Embed, reversible: Callable[[Route], None], sort: str, first: int
) -> None:
    page = embed(HIGH, query="?all=true&from=1959&to=1959-01")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/v1/timeline?*", reversible)
    page.locator("event-timeline").evaluate("(one, sort) => { one.setAttribute('sort', sort) }", sort)
    expect(entry(page, first)).to_be_visible()
    to_the_end(page)
    last = entry(page, ARCHIVED - 1 - first)
    expect(last).to_have_count(1, timeout=PATIENCE)
    to_the_end(page)
    expect(last).to_be_in_viewport(timeout=PATIENCE)
    expect(last).to_have_attribute("aria-posinset", str(ARCHIVED))
    for part in (0.7, 0.4):
        page.locator("[role=feed]").evaluate("(one, part) => { one.scrollTop = one.scrollHeight * part }", part)
        seen(page, turned=sort == "-date")
    assert any(f"sort={'date' if sort == '-date' else '-date'}" in url for url in asked)
