"""A question that was given a name: its page, its frame, the lines for it, and what is said where there is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from axe import complaints
from playwright.sync_api import Page, expect
from story import SAVED

Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

SHOWN = ["The authority raised its tolls", "Tugs refloated the ship", "The canal is to be widened by July 2023"]


def test_its_page_has_its_title_and_shows_what_it_asks_and_what_is_pinned(site: str, visit: Visit) -> None:
    page = visit(f"{site}/timelines/boxship", scripts=False)
    expect(page).to_have_title(f"{SAVED.title}, Chronology")
    expect(page.locator("h1")).to_have_text(SAVED.title)
    expect(page.get_by_text("Tolls, tugs and what is to come.")).to_be_visible()
    expect(page.locator(".entry .title")).to_have_text(SHOWN)


def test_its_page_is_filtered_further_and_left(site: str, visit: Visit) -> None:
    page = visit(f"{site}/?timeline=boxship")
    page.get_by_role("searchbox").fill("tolls")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".entry .title")).to_have_text([SHOWN[0], SHOWN[2]])
    page.get_by_role("link", name="Remove filter: Timeline boxship").click()
    expect(page.locator("h1")).to_have_text("What happened, when, and who says so")


def test_its_frame_has_its_title_language_and_height(site: str, web: Any, visit: Visit) -> None:
    lines = unescape(httpx.get(f"{site}/oembed", params={"url": f"{site}/timelines/boxship"}).json()["html"])
    assert f'src="{site}/embed/boxship?' in lines
    assert "lang=de" in lines
    assert f'title="{SAVED.title}"' in lines
    body = f'<!doctype html><link rel="icon" href="data:,"><iframe src="{site}/embed/boxship"></iframe>'
    body += f'<script src="{site}/embed/frame.js"></script>'
    page = visit(web.say("/", body, Content_Type="text/html"))
    frame = page.frame_locator("iframe")
    expect(frame.locator("h2")).to_have_text(SAVED.title)
    expect(frame.locator("h3")).to_have_text(SHOWN)
    expect(frame.get_by_role("feed", name=SAVED.title)).to_be_visible()
    expect(frame.locator("summary").nth(1)).to_have_text("Warum dieses Datum?")
    expect(page.locator("iframe")).to_have_attribute("height", re.compile(r"[3-9]\d\d"))


def test_its_frame_reads_without_scripts_and_axe_finds_nothing_in_it(site: str, visit: Visit) -> None:
    page = visit(f"{site}/embed/boxship", scripts=False)
    expect(page.locator("h2")).to_have_text(SAVED.title)
    expect(page.locator("li")).to_have_count(len(SHOWN))
    page = visit(f"{site}/embed/boxship?theme=dark")
    expect(page.locator(".entry")).to_have_count(len(SHOWN))
    assert complaints(page, less=("region", "landmark-one-main", "page-has-heading-one")) == []


def test_the_builder_gives_the_lines_for_it(site: str, visit: Visit) -> None:
    page = visit(f"{site}/embed?timeline=boxship")
    expect(page.locator("event-timeline h3")).to_have_text(SHOWN)
    expect(page.locator("#snippet")).to_contain_text("/v1/timeline?timeline=boxship")
    expect(page.locator("#frame-snippet")).to_contain_text("/embed/boxship?")


@pytest.mark.parametrize("slug", ["nothing", "<script>window.hit=1</script>", "boxship/more"])
@pytest.mark.parametrize("path", ["/timelines/", "/embed/"])
def test_where_there_is_none_that_is_said(site: str, path: str, slug: str) -> None:
    answer = httpx.get(f"{site}{path}{quote(slug, safe='/')}")
    assert answer.status_code == 404
    if "/" not in slug:
        assert "No such timeline" in answer.text
        assert answer.headers["content-security-policy"].endswith("frame-ancestors *") == (path == "/embed/")


def test_a_filter_by_none_is_named_and_not_embedded(site: str) -> None:
    for path in ("/", "/embed/frame"):
        answer = httpx.get(f"{site}{path}?timeline=nothing")
        assert answer.status_code == 400
        assert "No timeline is saved under that name" in answer.text
    for place in ("/timelines/nothing", "/embed/nothing", "/?timeline=nothing"):
        assert httpx.get(f"{site}/oembed", params={"url": site + place}).status_code == 404


def test_only_its_frame_may_be_framed(site: str) -> None:
    assert httpx.get(f"{site}/embed/boxship").headers["content-security-policy"].endswith("frame-ancestors *")


def test_all_are_counted_where_that_is_asked_for(site: str) -> None:
    asked = f"{site}/v1/timeline?all=true&source=Lock+Log&limit=1"
    counted = httpx.get(f"{asked}&include=total").json()
    assert (counted["total_hint"], counted["total_exact"], len(counted["events"])) == (600, True, 1)
