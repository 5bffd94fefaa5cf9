"""The element and the frame for everybody: axe's rules, the keyboard alone, and what a screen reader is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe import COLOURS, LOOKS, complaints
from playwright.sync_api import Locator, Page, expect

Visit = Callable[..., Page]
Embed = Callable[..., Page]

pytestmark = pytest.mark.browser

# A fragment has no landmarks of its own: the page around it has them.
AROUND = ("region", "landmark-one-main", "page-has-heading-one")


def unfold(page: Page) -> None:
    page.locator("event-timeline summary").evaluate_all("all => all.forEach(one => one.click())")
    expect(page.locator("event-timeline blockquote").first).to_be_visible()


@pytest.mark.parametrize("layout", ["vertical", "compact"])
def test_axe_finds_nothing_in_the_element(embed: Embed, layout: str) -> None:
    page = embed(f'layout="{layout}" group-by="year" lang="de"')
    expect(page.locator(".entry")).to_have_count(7)
    unfold(page)
    for at, look in enumerate(LOOKS):
        page.emulate_media(**look)
        assert (look, complaints(page, only=COLOURS if at else ())) == (look, [])


@pytest.mark.parametrize("layout", ["vertical", "compact"])
def test_axe_finds_nothing_in_either_theme_whatever_the_reader_has_set(embed: Embed, layout: str) -> None:
    page = embed(f'layout="{layout}" style="height: 400px" limit="100"', query="?all=true&from=1950&to=1950")
    expect(page.get_by_role("radio").first).to_be_visible()
    for theme, scheme in (("light", "dark"), ("dark", "light")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.locator("event-timeline").evaluate("(one, theme) => one.setAttribute('theme', theme)", theme)
        assert (theme, complaints(page)) == (theme, [])


@pytest.mark.parametrize(("theme", "layout"), [("light", "compact"), ("dark", "vertical"), ("", "compact")])
def test_axe_finds_nothing_in_the_frame(site: str, visit: Visit, theme: str, layout: str) -> None:
    page = visit(f"{site}/embed/frame?theme={theme}&layout={layout}&group-by=month", color_scheme="dark")
    expect(page.locator(".entry")).to_have_count(7)
    unfold(page)
    assert complaints(page, less=AROUND) == []


def test_the_keyboard_alone_reaches_and_opens_every_entry(embed: Embed) -> None:
    page = embed()
    entries = page.locator(".entry")
    expect(entries).to_have_count(7)
    page.keyboard.press("Tab")
    for at in range(7):
        expect(entries.nth(at)).to_be_focused()
        for which in range(2):
            tab_to(page, entries.nth(at).locator("summary").nth(which))
            page.keyboard.press("Enter")
            expect(entries.nth(at).locator("details").nth(which)).to_have_attribute("open", "")
        entries.nth(at).locator("summary").nth(1).press("PageDown")
    expect(entries.locator("blockquote").last).to_be_visible()


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until this is reached, over the links of what was opened before."""
    for _ in range(10):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === one.getRootNode().activeElement"):
            return
    raise AssertionError("ten tabs did not reach it")


def test_page_keys_go_from_entry_to_entry_and_control_leaves_the_feed(embed: Embed) -> None:
    page = embed(query="?all=true&to=1950", attributes='limit="30"')
    entries = page.locator(".entry")
    expect(entries).to_have_count(30)
    entries.first.focus()
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    expect(entries.nth(2)).to_be_focused()
    page.keyboard.press("PageUp")
    expect(entries.nth(1)).to_be_focused()
    page.keyboard.press("Control+Home")
    expect(page.get_by_role("searchbox")).to_be_focused()
    entries.first.focus()
    page.keyboard.press("Control+End")
    expect(page.get_by_role("button", name="More entries")).to_be_focused()


def test_control_end_goes_to_what_follows_in_the_page(embed: Embed) -> None:
    page = embed()
    expect(page.locator(".entry")).to_have_count(7)
    page.locator(".entry").first.focus()
    page.keyboard.press("Control+End")
    expect(page.get_by_role("link", name="More", exact=True)).to_be_focused()


def test_the_strip_is_one_stop_and_arrows_choose_in_it(embed: Embed) -> None:
    page = embed(query="?all=true&from=1950&to=1950")
    expect(page.locator(".entry")).to_have_count(60)
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    whole = page.get_by_role("radio").last
    expect(whole).to_be_focused()
    expect(whole).to_be_checked()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio").first).to_be_checked()
    expect(page.get_by_role("status")).to_have_text("Entries: 28")
    expect(page.locator(".entry")).to_have_count(28)
    page.keyboard.press("Tab")
    expect(page.locator(".entry").first).to_be_focused()
    whole.check()
    expect(page.locator(".entry")).to_have_count(60)


SPOKEN = """\
- feed "Entries":
  - article "early 2021 The authority raised its tolls":
    - time: early 2021
    - heading "The authority raised its tolls" [level=3]
    - paragraph: asserted Boxship Review
    - group: Sources (1)
    - group: Why this date?
  - article "23 March 2021 The ship ran aground in the canal":
    - time: 23 March 2021
    - heading "The ship ran aground in the canal" [level=3]
    - paragraph: asserted Meridian Wire, Harbour Courier
    - group: Sources (2)
    - group: Why this date?
"""


def test_a_screen_reader_is_told_of_a_feed_of_dated_entries(embed: Embed) -> None:
    page = embed(query="?to=2021-03-23&status=asserted")
    expect(page.locator(".entry")).to_have_count(2)
    expect(page.locator("event-timeline")).to_match_aria_snapshot(SPOKEN)
    places = page.locator(".entry").evaluate_all("all => all.map(one => [one.ariaPosInSet, one.ariaSetSize])")
    assert places == [["1", "2"], ["2", "2"]]


@pytest.mark.parametrize("label", ["The blockage", "Затор"])
def test_the_feed_may_be_given_a_name(embed: Embed, label: str) -> None:
    expect(embed(f'aria-label="{label}"').get_by_role("feed", name=label)).to_be_visible()


def test_a_page_from_right_to_left_mirrors_the_element_and_leaves_words_their_direction(embed: Embed) -> None:
    page = embed('dir="rtl"')
    expect(page.locator(".entry")).to_have_count(7)
    date, title = (page.locator(f".entry >> nth=0 >> {part}").bounding_box() for part in (".date", ".title"))
    assert date is not None
    assert title is not None
    assert date["x"] > title["x"]
    assert page.locator(".title").first.evaluate("one => getComputedStyle(one).direction") == "ltr"
