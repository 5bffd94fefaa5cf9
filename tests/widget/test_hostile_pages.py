"""Words and addresses that would run, in every place a page or a file shows: none runs, and no policy is touched."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect
from story import HOSTILE, background, story

from timeline.exports import html
from timeline.types import Chronology

Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

# Counted by the page itself, from its first moment: what ran, and what a policy had to stop.
WATCH = """
window.stopped = [];
addEventListener("securitypolicyviolation", (event) => stopped.push(`${event.violatedDirective} ${event.blockedURI}`));
for (const asks of ["alert", "confirm", "prompt"]) window[asks] = () => { window.hit = asks; };
"""
FOREIGN = "script, iframe, frame, object, embed, img, svg, math, video, audio, style, link, meta, base, form, marquee"
EVERY = "/?all=true&to=1940&limit=500"


def letters(texts: list[str]) -> list[str]:
    """The words of each text: HTML makes one space of several, and takes control characters for none."""
    return [re.sub(r"[\s\x00-\x1f\ufffd]+", "", text) for text in texts]


def assert_harmless(page: Page) -> None:
    """Everything is unfolded, touched and focused; then nothing has run and nothing had to be stopped."""
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    page.evaluate(
        """() => document.querySelectorAll("main *").forEach(one => {
            one.dispatchEvent(new MouseEvent("mouseover", { bubbles: true })); one.focus?.(); })"""
    )
    assert page.evaluate("[window.hit ?? null, window.stopped]") == [None, []]
    main = page.locator("main")
    assert main.locator(FOREIGN).evaluate_all("all => all.map(one => one.outerHTML)") in ([], [search_form(page)])
    assert (
        main.locator("*").evaluate_all("all => all.filter(o => [...o.attributes].some(a => /^on/i.test(a.name)))") == []
    )
    hrefs = page.locator("a, area").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert [href for href in hrefs if not re.match(r"(/(?!/)|#|\?|https?://)", href)] == []


def search_form(page: Page) -> str | None:
    """Our own form, the one part of a page's content that is of a kind which articles may not bring."""
    form = page.locator("main form.ask")
    return str(form.evaluate("one => one.outerHTML")) if form.count() else None


def test_there_are_enough_of_them() -> None:
    assert len(set(HOSTILE)) >= 60


def test_none_runs_in_the_page_and_each_stands_there_letter_for_letter(site: str, visit: Visit) -> None:
    page = visit(site + EVERY, first=WATCH)
    expect(page.locator(".entry")).to_have_count(len(HOSTILE))
    assert_harmless(page)
    shown = page.locator(".entry .title").evaluate_all("all => all.map(one => one.textContent)")
    assert sorted(letters(shown)) == sorted(letters(list(HOSTILE)))
    quotes = page.locator(".entry blockquote").evaluate_all("all => all.map(one => one.textContent)")
    assert sorted(letters(quotes)) == sorted(letters(list(HOSTILE)))


@pytest.mark.parametrize("at", range(0, len(HOSTILE), 29))
def test_none_runs_in_the_page_of_an_entry(site: str, visit: Visit, at: int) -> None:
    page = visit(f"{site}/events/hostile{at}", first=WATCH)
    assert letters([page.title()]) == letters([f"{HOSTILE[at]} – Chronology"])
    assert_harmless(page)


def test_none_runs_in_an_article_as_it_was_read(site: str, visit: Visit) -> None:
    page = visit(f"{site}/articles/dredging", first=WATCH)
    expect(page.locator(".text")).to_have_count(2 + len(HOSTILE))
    assert_harmless(page)


def test_none_runs_where_it_was_asked_for(site: str, visit: Visit) -> None:
    page = visit(site, first=WATCH)
    for words in HOSTILE[:5]:
        page.goto(str(httpx.URL(site, params={"text": words, "name": words, "source": words})))
        expect(page.locator(".chips li")).to_have_count(4)
        assert page.evaluate("[window.hit ?? null, window.stopped]") == [None, []]


def test_none_runs_in_a_file_opened_from_disk(tmp_path: Path, visit: Visit) -> None:
    file = tmp_path / "chronology.html"
    events = (*background(), *story())
    file.write_text(html.write(Chronology(events=events)), encoding="utf-8")
    page = visit(file.as_uri(), first=WATCH)
    expect(page.locator(".entry")).to_have_count(len(events))
    assert_harmless(page)
    page.get_by_role("searchbox").fill("window.hit")
    expect(page.locator(".summary")).to_contain_text(" of ")
    assert page.evaluate("[window.hit ?? null, window.stopped]") == [None, []]


def test_data_for_machines_cannot_be_ended_by_what_it_tells(site: str, visit: Visit) -> None:
    page = visit(site + EVERY)
    data = page.locator("script[type='application/ld+json']")
    expect(data).to_have_count(1)
    names = data.evaluate("one => JSON.parse(one.textContent).itemListElement.map(listed => listed.item.name)")
    assert sorted(names) == sorted(HOSTILE)
    assert "<!--" not in str(data.evaluate("one => one.textContent"))
    assert any("<!--" in words for words in HOSTILE)
    assert any("</script>" in words for words in HOSTILE)
