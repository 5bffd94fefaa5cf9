"""The chronology in other people's pages: the builder, the frame and its height, oEmbed, and data for machines."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Page, expect
from story import HOSTILE

from service.settings import SettingError, Settings

Visit = Callable[..., Page]
DISCOVERY = re.compile(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"')


@pytest.mark.browser
def test_the_builder_shows_what_was_chosen_and_gives_the_lines_for_it(site: str, visit: Visit) -> None:
    page = visit(f"{site}/embed?status=asserted")
    page.get_by_label("Outlet").select_option("Boxship Review")
    page.get_by_label("Until").fill("2021")
    page.get_by_label("Entries at first").fill("1")
    page.get_by_label("Colours").select_option("Dark")
    page.get_by_label("Language of labels").select_option("Deutsch")
    page.get_by_role("button", name="Show it so").click()
    widget = page.locator("event-timeline")
    expect(widget.locator("h3")).to_have_text(["The authority raised its tolls"])
    expect(widget.locator(".box")).to_have_css("background-color", "rgb(21, 23, 26)")
    expect(widget.locator("summary").nth(1)).to_have_text("Warum dieses Datum?")
    snippet = page.locator("#snippet").inner_text()
    (source,) = re.findall(r'src="([^"]+/v1/timeline[^"]*)"', snippet)
    asked = {"source": ["Boxship Review"], "to": ["2021"], "status": ["asserted"]}
    assert parse_qs(urlsplit(unescape(source)).query) == asked
    assert 'limit="1" theme="dark" lang="de"' in snippet
    expect(page.get_by_label("Colours")).to_have_value("dark")


@pytest.mark.browser
def test_the_builder_shows_at_once_what_is_chosen(site: str, visit: Visit) -> None:
    page = visit(f"{site}/embed?to=2021", complaints=True)
    page.get_by_label("Outlet").select_option("Boxship Review")
    titles = page.locator("event-timeline h3")
    expect(titles).to_have_text(["The authority raised its tolls", "Tugs refloated the ship"])
    expect(page.locator("#snippet")).to_contain_text("source=Boxship+Review")
    expect(page.get_by_label("Outlet")).to_have_value("Boxship Review")
    assert parse_qs(urlsplit(page.url).query)["source"] == ["Boxship Review"]
    page.get_by_label("Until").fill("soon")
    page.get_by_label("Until").blur()
    expect(page.get_by_role("alert")).to_contain_text("“soon” is not a date")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("limit=0", "Write a number from 1 to 500."),
        ("limit=ten", "Write a number from 1 to 500."),
        ("theme=pink", "Choose light or dark."),
        ("lang=xx", "Choose one of en, de, fr, es, ru, uk."),
        ("from=last+week", "“last week” is not a date"),
    ],
)
@pytest.mark.browser
def test_a_choice_that_cannot_be_read_is_named(site: str, query: str, said: str) -> None:
    for path in ("/embed", "/embed/frame"):
        answer = httpx.get(f"{site}{path}?{query}")
        assert (answer.status_code, said in answer.text) == (400, True)


@pytest.mark.browser
def test_a_frame_grows_and_shrinks_with_what_it_shows(site: str, web: Any, visit: Visit) -> None:
    lines = visit(f"{site}/embed?source=Boxship+Review&to=2021").locator("#frame-snippet").inner_text()
    policy = f"default-src 'none'; script-src {site}; frame-src {site}; img-src data:"
    body = f'<!doctype html><link rel="icon" href="data:,">{lines}'
    page = visit(web.say("/", body, Content_Type="text/html", Content_Security_Policy=policy))
    frame = page.frame_locator("iframe")
    expect(frame.locator("h3")).to_have_text(["The authority raised its tolls", "Tugs refloated the ship"])
    folded = settled(page)
    frame.locator("summary").first.click()
    unfolded = settled(page, not_at=folded)
    frame.locator("summary").first.click()
    assert settled(page, not_at=unfolded) == folded < unfolded


def settled(page: Page, not_at: float = 600) -> float:
    """The height of the frame once it is another than this one and that of its content."""
    height = inside = not_at
    for _ in range(100):
        height = page.locator("iframe").evaluate("one => one.getBoundingClientRect().height")
        inside = page.frames[1].evaluate("document.documentElement.getBoundingClientRect().height")
        if height != not_at and abs(height - inside) <= 1:
            return height
        page.wait_for_timeout(50)
    raise AssertionError(f"the frame is {height} px high, its content {inside}, and both stay so")


@pytest.mark.browser
def test_a_frame_reads_without_javascript(site: str, visit: Visit) -> None:
    page = visit(f"{site}/embed/frame?source=Boxship+Review&to=2021", scripts=False)
    lines = ["early 2021: The authority raised its tolls", "29 March 2021: Tugs refloated the ship"]
    expect(page.locator("li")).to_have_text(lines)


@pytest.mark.browser
def test_only_the_frame_may_be_framed(site: str) -> None:
    policies = {path: httpx.get(site + path).headers["content-security-policy"] for path in ("/", "/embed/frame")}
    assert policies["/"].endswith("; frame-ancestors 'none'")
    assert policies["/embed/frame"].endswith("; frame-ancestors *")


@pytest.mark.parametrize(
    ("raw", "read"),
    [("https://a.example  https://b.example", "https://a.example https://b.example"), ("'none'", "'none'")],
)
def test_who_may_frame_is_a_setting(raw: str, read: str) -> None:
    assert Settings.from_environment({"TIMELINE_FRAME_ANCESTORS": raw}).frame_ancestors == read


@pytest.mark.parametrize("raw", ["", "*; script-src *", "https://a.example, https://b.example"])
def test_who_may_frame_cannot_change_the_rest_of_the_policy(raw: str) -> None:
    with pytest.raises(SettingError, match="TIMELINE_FRAME_ANCESTORS"):
        Settings.from_environment({"TIMELINE_FRAME_ANCESTORS": raw})


@pytest.mark.browser
def test_the_page_leads_to_its_oembed_and_that_to_a_frame_of_the_same(site: str, visit: Visit) -> None:
    (found,) = DISCOVERY.findall(httpx.get(f"{site}/?source=Boxship+Review&to=2021").text)
    answer = httpx.get(unescape(found), params={**parameters(unescape(found)), "maxwidth": 400}).json()
    assert (answer["version"], answer["type"], answer["width"], answer["height"]) == ("1.0", "rich", 400, 600)
    (address,) = re.findall(r'<iframe src="([^"]+)"', answer["html"])
    expect(visit(unescape(address)).locator("h3")).to_have_text(
        ["The authority raised its tolls", "Tugs refloated the ship"]
    )


def parameters(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("url={site}/embed", 200),
        ("url={site}/&format=xml", 501),
        ("url=https://elsewhere.example/", 404),
        ("url={site}/v1/timeline", 404),
        ("url=http://[", 404),
        ("url={site}/&maxwidth=0", 400),
        ("", 400),
    ],
)
def test_oembed_answers_for_our_own_pages_only(site: str, query: str, status: int) -> None:
    assert httpx.get(f"{site}/oembed?{query.format(site=site)}").status_code == status


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/embed", "/embed/frame"])
def test_no_word_of_an_address_runs(site: str, visit: Visit, path: str) -> None:
    page = visit("about:blank")
    for words in HOSTILE[::9]:  # ten of them: each is a page of its own
        page.goto(f"{site}{path}?{httpx.QueryParams(dict.fromkeys(('text', 'name', 'source'), words))}")
        expect(page.locator("event-timeline .note")).to_be_visible()
        assert page.evaluate("window.hit") is None
