"""Words and addresses meant to break out, in every field of an entry: in the element and in the frame nothing runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect
from story import ADDRESSES, HOSTILE

Visit = Callable[..., Page]
Embed = Callable[..., Page]
RUNNING = (
    "script, iframe, img, svg, object, embed, form, style, [onload], [onerror], [onfocus], [onmouseover], [onclick]"
)

pytestmark = pytest.mark.browser


def test_the_list_is_long() -> None:
    assert len(set(HOSTILE)) >= 60
    assert len(set(ADDRESSES)) >= 20


def look_through(shown: Page | Frame) -> None:
    """Unfold everything, and find each word as text, no markup of it, and links to web pages only."""
    entries = shown.locator(".entry")
    expect(entries).to_have_count(len(HOSTILE))
    shown.locator("event-timeline").evaluate(
        "one => one.shadowRoot.querySelectorAll('summary').forEach(each => each.click())"
    )
    expect(shown.locator("blockquote")).to_have_count(len(HOSTILE))
    for part in (".title", "blockquote", "time", ".source b"):
        found = set(shown.locator(part).all_text_contents())
        assert found == (set(HOSTILE) if part != ".source b" else {"Hostile Herald"})
    assert entries.locator(RUNNING).count() == 0
    hrefs = entries.locator("a").evaluate_all("all => all.map(one => one.href)")
    assert hrefs != []
    assert [href for href in hrefs if not re.match(r"https?://", href)] == []
    assert shown.evaluate("window.hit") is None


def test_nothing_runs_in_the_element_and_its_policy_has_nothing_to_report(site: str, embed: Embed) -> None:
    policy = f"default-src 'none'; script-src {site}; connect-src {site}; img-src data:"
    page = embed(query="?all=true&to=1940", policy=policy)
    look_through(page)
    page.get_by_role("searchbox").fill(HOSTILE[0])
    expect(page.get_by_role("status")).to_have_text(re.compile(r"Entries: \d+"))
    assert page.evaluate("window.hit") is None


def test_nothing_runs_in_the_frame_and_its_policy_has_nothing_to_report(site: str, visit: Visit) -> None:
    page = visit(f"{site}/embed/frame?all=true&to=1940&limit=200")
    look_through(page)
    assert page.evaluate("window.hit") is None


def test_nothing_runs_around_a_frame(site: str, web: Any, visit: Visit) -> None:
    body = f'<!doctype html><link rel="icon" href="data:,"><iframe src="{site}/embed/frame?all=true&to=1940&limit=200">'
    page = visit(web.say("/", body, Content_Type="text/html"))
    expect(page.frame_locator("iframe").locator(".entry")).to_have_count(len(HOSTILE))
    look_through(page.frames[1])
    assert page.evaluate("window.hit") is None
