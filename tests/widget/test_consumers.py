"""Others' programs: an oEmbed consumer that is not ours finds, asks and shows the chronology."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import httpx
import micawber
import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


class Discovery(HTMLParser):
    """The addresses that a page's head names as its oEmbed, by the rule of oembed.com, section 4."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and given.get("rel") == "alternate" and given.get("type") == "application/json+oembed":
            self.found.append(given["href"] or "")


def consumer(site: str, address: str) -> micawber.ProviderRegistry:
    """A registry of what the page at this address says of itself."""
    reader = Discovery()
    reader.feed(httpx.get(address).text)
    (found,) = reader.found
    registry = micawber.ProviderRegistry()
    registry.register(re.escape(site) + r"/\S*", micawber.Provider(urlsplit(found)._replace(query="").geturl()))
    return registry


def test_a_consumer_turns_an_address_of_ours_into_the_chronology(site: str, web: Any, visit: Visit) -> None:
    address = f"{site}/?source=Boxship+Review&to=2021"
    answer = consumer(site, address).request(address, maxwidth=500, maxheight=400)
    assert (answer["type"], answer["width"], answer["height"]) == ("rich", 500, 400)
    page = visit(
        web.say("/", f'<!doctype html><link rel="icon" href="data:,">{answer["html"]}', Content_Type="text/html")
    )
    titles = page.frame_locator("iframe").locator("h3")
    expect(titles).to_have_text(["The authority raised its tolls", "Tugs refloated the ship"])


def test_a_consumer_puts_the_frame_where_a_text_names_the_address(site: str) -> None:
    address = f"{site}/?to=2021"
    shown = consumer(site, address).parse_text(f"Look:\n\n{address}\n\nfor yourself.")
    (frame,) = re.findall(r'<iframe src="([^"]+)"', shown)
    assert unescape(frame).startswith(f"{site}/embed/frame?to=2021&")


def test_a_consumer_is_told_that_a_page_has_nothing_to_embed(site: str) -> None:
    with pytest.raises(micawber.ProviderException):
        consumer(site, f"{site}/").request(f"{site}/v1/timeline")
