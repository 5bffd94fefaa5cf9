"""An article as it was read, and the feeds: what is marked, what is said about it, what was taken down."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, expect
from readings import LINES
from story import HOSTILE

Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


def test_times_and_happenings_are_marked_in_the_text_letter_for_letter(site: str, visit: Visit) -> None:
    page = visit(f"{site}/articles/dredging", scripts=False)
    assert page.locator(".text").all_inner_texts() == list(LINES)
    marks = page.locator(".text mark")
    assert marks.evaluate_all("all => all.map(one => [one.className, one.textContent])") == [
        ["time", "26 March 2021"],
        ["aside", "cleared"],
        ["aside", HOSTILE[0][8:]],
    ]
    expect(marks.first).to_have_attribute("title", "26\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}2021")


def test_a_mark_leads_to_its_note_and_back(site: str, visit: Visit) -> None:
    page = visit(f"{site}/articles/dredging")
    page.get_by_role("link", name="cleared", exact=True).click()
    note = page.locator(".more:target")
    expect(note).to_contain_text("reported by the harbour master, dated by its own words")
    expect(note.get_by_text("“26 March 2021”")).to_be_visible()
    note.get_by_role("link", name="Back to the words").click()
    expect(page.locator("mark:target")).to_have_text("cleared")


def test_a_quote_leads_to_its_words_in_the_article_and_the_article_to_the_entry(site: str, visit: Visit) -> None:
    page = visit(f"{site}/events/dredging")
    page.get_by_role("link", name="as it was read here").click()
    expect(page.locator("mark:target")).to_have_text("cleared")
    page.locator("mark:target a").click()
    page.get_by_role("link", name="The entry it went into").click()
    expect(page.locator("h1")).to_have_text("the dredgers cleared")


@pytest.mark.parametrize(
    ("article", "status", "said"),
    [
        ("withdrawn", 410, "It was taken down, and its words with it."),
        ("nowhere", 404, "No such article"),
    ],
)
def test_an_article_without_words_says_why(site: str, article: str, status: int, said: str) -> None:
    answer = httpx.get(f"{site}/articles/{article}")
    assert answer.status_code == status
    assert said in answer.text
    assert "Secret" not in answer.text


def test_feeds_tell_how_they_go(site: str, visit: Visit) -> None:
    page = visit(site)
    page.get_by_role("link", name="Feeds").click()
    expect(page.locator(".feed .status")).to_have_text(["goes well", "2 looks in a row failed", "given up"])
    well, failing, gone = page.locator(".feed").all()
    expect(well).to_contain_text("3 articles came in with the last look")
    expect(well).to_contain_text("5 January 2090, 17:40")
    expect(well.locator("dl > div", has_text="Interval").locator("dd")).to_have_text("1 h")
    expect(failing.locator(".error")).to_have_text("the server answered 503")
    expect(gone).to_contain_text("none: it was given up")


def test_a_note_is_one_line_until_it_is_opened(site: str, visit: Visit) -> None:
    page = visit(f"{site}/articles/dredging")
    page.locator(".asides").evaluate_all("all => all.forEach(one => { one.open = true })")
    for width in (360, 768, 830, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        heights = page.locator(".note > summary").evaluate_all("all => all.slice(0, 2).map(one => one.offsetHeight)")
        assert (width, len(heights)) == (width, 2)
        assert (width, max(heights)) < (width, 30)
