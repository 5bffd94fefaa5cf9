"""Nothing overflows, is cut or lies over something else, at any width; on paper and without scripts all is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from story import story

from timeline.exports import html
from timeline.types import Chronology

Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

WIDTHS = (360, 768, 1280)
ADDRESSES = [
    "/",
    "/?all=true&to=1940",
    "/?from=x",
    "/?text=zeppelin",
    "/events/grounding",
    "/events/refloating",
    "/articles/dredging",
    "/articles/nowhere",
    "/feeds",
    "/embed",
    "/embed?from=x",
]

# Words that stick out of what holds them or of the window, and words that lie over other words.
MISPLACED = """(element) => {
  const all = element ? document.querySelector(element).shadowRoot : document.body;
  const wrong = [];
  const texts = [];
  const walker = document.createTreeWalker(all, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, holder = node.parentElement;
    if (!node.data.trim() || !holder.checkVisibility()) continue;
    if (holder.closest(".hidden, .skip, option, event-timeline, .again .date > *")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (!box.width) continue;
      const place = holder.closest("p, li, dd, dt, summary, h1, h2, h3, label, pre, .tick") ?? holder;
      const holds = place.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) wrong.push(["out of the window", node.data.trim()]);
      if (box.right > holds.right + 1 || box.left < holds.left - 1) wrong.push(["out of its place", node.data.trim()]);
      texts.push([box, node]);
    }
  }
  texts.sort((one, other) => one[0].top - other[0].top);
  texts.forEach(([box, node], at) => {
    for (let next = at + 1; next < texts.length && texts[next][0].top < box.bottom - 6; next++) {
      const [other, words] = texts[next];
      if (words !== node && other.left < box.right - 2 && other.right > box.left + 2)
        wrong.push(["over each other", node.data.trim(), words.data.trim()]);
    }
  });
  return wrong;
}"""


def misplaced(page: Page, element: str = "") -> list[list[str]]:
    """What of a page, or inside an element of it, is cut or lies over something; whether the page is too wide."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    found: list[list[str]] = page.evaluate(MISPLACED, element)
    return found if wide <= 0 else [*found, [f"{wide} pixels too wide"]]


@pytest.mark.parametrize("layout", ["vertical", "compact"])
def test_nothing_of_the_element_overflows_or_overlaps(embed: Callable[..., Page], layout: str) -> None:
    page = embed(f'layout="{layout}"')
    expect(page.locator("event-timeline .entry").first).to_be_visible()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert misplaced(page, "event-timeline") == [], width
    page.locator("event-timeline .entry summary").first.click()
    assert misplaced(page, "event-timeline") == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_overflows_or_overlaps(site: str, visit: Visit, address: str) -> None:
    page = visit(site + address, complaints=True)
    found = {}
    for folded in (True, False):
        if not folded:
            page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found[folded, width] = misplaced(page)
    assert found == {(folded, width): [] for folded in (True, False) for width in WIDTHS}


def test_what_is_misplaced_would_be_seen(site: str, visit: Visit) -> None:
    page = visit(site)
    page.locator("#event-grounding .title a").evaluate(
        "one => { one.style.cssText = 'white-space: nowrap; font-size: 6rem; position: relative; top: -4rem' }"
    )
    kinds = {what for what, *_ in misplaced(page)}
    assert {"out of the window", "out of its place", "over each other"} <= kinds


@pytest.fixture
def file(tmp_path: Path) -> str:
    """The address of a chronology written into a file."""
    path = tmp_path / "chronology.html"
    path.write_text(html.write(Chronology(events=tuple(story()))), encoding="utf-8")
    return path.as_uri()


def test_the_file_fits_every_width(file: str, visit: Visit) -> None:
    page = visit(file)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert misplaced(page) == []


def test_the_file_reads_as_the_page_does_without_scripts(site: str, file: str, visit: Visit) -> None:
    told = "all => all.map(one => one.textContent.replaceAll('as it was read here', '').replace(/\\s+/g, ' ').trim())"
    days = [visit(address, scripts=False).locator(".day").evaluate_all(told) for address in (f"{site}/", file)]
    assert days[0] == days[1]
    assert len(days[0]) == 6


def test_the_file_is_searched_by_words_of_titles_quotes_names_and_dates(file: str, visit: Visit) -> None:
    page = visit(file)
    search, shown = page.get_by_role("searchbox"), page.locator(".entry:visible .title")
    expect(page.locator(".summary")).to_have_text("7 entries")
    search.fill("tuesday rabie")
    expect(shown).to_have_text(["The ship ran aground in the canal"])
    expect(page.locator(".summary")).to_have_text("1 of 7 entries")
    expect(page.locator(".year:visible")).to_have_count(1)
    search.fill("JULY 2023")
    expect(shown).to_have_text(["The canal is to be widened by July 2023"])
    search.fill("")
    expect(shown).to_have_count(7)


def test_an_address_within_the_file_opens_its_entry(file: str, visit: Visit) -> None:
    page = visit(f"{file}#event-denial")
    expect(page.locator("#event-denial details[open]")).to_have_count(2)
    page.locator("#event-denial .links a").click()
    expect(page.locator("#event-outage details[open]")).to_have_count(2)


@pytest.mark.parametrize("scripts", [True, False])
def test_on_paper_every_entry_stands_with_its_sources(site: str, file: str, visit: Visit, scripts: bool) -> None:
    for address in (site, file):
        page = visit(address, scripts=scripts)
        page.emulate_media(media="print")
        for words in ("blockquote", ".reasons li", ".article", ".claims dd"):
            all_of_them = page.locator(f".entry {words}")
            heights = all_of_them.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
            assert min(heights) > 10, words
        assert page.locator(".entry blockquote").count() == 9
        expect(page.locator(".search, .ask, .strip, .quiet").first).to_be_hidden()
