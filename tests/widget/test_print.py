"""On paper: every entry with its sources and reasons, and nothing that only a screen can use."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
Embed = Callable[..., Page]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("layout", ["vertical", "compact"])
def test_in_print_every_source_of_every_entry_is_there(site: str, embed: Embed, layout: str) -> None:
    page = embed(f'layout="{layout}" theme="dark"')
    expect(page.locator(".entry")).to_have_count(7)
    page.emulate_media(media="print")
    events = httpx.get(f"{site}/v1/timeline").json()["events"]
    quotes = [source["quote"]["text"] for event in events for source in event["sources"]]
    expect(page.locator("blockquote")).to_have_text(quotes)
    for at in range(len(quotes)):
        expect(page.locator("blockquote").nth(at)).to_be_visible()
    expect(page.locator(".why li").first).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.locator("blockquote").first).to_be_hidden()


def test_in_print_a_height_hides_nothing(embed: Embed) -> None:
    page = embed('style="height: 300px" limit="100"', query="?all=true&from=1950&to=1950")
    expect(page.locator(".entry")).to_have_count(60)
    page.emulate_media(media="print")
    feed = page.locator("[role=feed]")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    assert feed.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    assert page.locator("event-timeline").evaluate("one => one.offsetHeight") > 60 * 30


def test_the_list_that_a_page_put_inside_is_what_is_read_and_printed_without_scripts(embed: Embed) -> None:
    inside = "<ol><li>23 March 2021: The ship ran aground</li><li>29 March 2021: It floats</li></ol>"
    page = embed(inside=inside, scripts=False)
    for line in page.locator("event-timeline li").all():
        expect(line).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("event-timeline li").last).to_be_visible()
