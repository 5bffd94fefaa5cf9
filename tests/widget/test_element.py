"""<event-timeline> in somebody else's page: another origin, a policy of its own, no trust in what it shows."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from service.widget.embedding import WIDGET

Visit = Callable[..., Page]
Embed = Callable[..., Page]

BUDGET = 12 * 1024


def test_script_and_style_together_are_small() -> None:
    assert len(gzip.compress(WIDGET, 9, mtime=0)) <= BUDGET


@pytest.mark.browser
def test_entries_stand_in_the_order_of_the_interface(site: str, embed: Embed) -> None:
    page = embed()
    expect(page.locator("event-timeline h3").first).to_be_visible()
    expected = [event["title"] for event in httpx.get(f"{site}/v1/timeline").json()["events"]]
    assert page.locator("event-timeline h3").all_inner_texts() == expected
    assert len(expected) == 7


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["", "defer", 'type="module"'])
def test_the_script_may_be_asked_for_in_any_way(embed: Embed, kind: str) -> None:
    expect(embed(kind=kind).locator(".entry")).to_have_count(7)


@pytest.mark.browser
def test_sources_and_reasons_unfold_on_click(embed: Embed) -> None:
    entry = embed().locator(".entry", has_text="The ship ran aground in the canal")
    quote = entry.locator("blockquote", has_text="on Tuesday morning")
    expect(quote).to_be_hidden()
    entry.get_by_text("Sources (2)").click()
    expect(quote).to_be_visible()
    expect(entry.get_by_role("link", name="The story so far").first).to_have_attribute("rel", "noopener nofollow ugc")
    reason = entry.get_by_text("The article was published on 24 March 2021.")
    expect(reason).to_be_hidden()
    entry.get_by_text("Why this date?").click()
    expect(reason).to_be_visible()


@pytest.mark.browser
def test_dates_that_cannot_both_be_true_are_named(embed: Embed) -> None:
    entries = embed().locator(".entry")
    expect(entries.locator(".apart")).to_have_count(1)
    expect(entries.locator(".apart li")).to_have_text(["29 March 2021: Meridian Wire", "30 March 2021: Boxship Review"])


@pytest.mark.browser
def test_it_works_where_the_page_allows_only_our_origin(site: str, embed: Embed) -> None:
    page = embed(policy=f"default-src 'none'; script-src {site}; connect-src {site}; img-src data:")
    expect(page.locator(".entry")).to_have_count(7)
    assert page.locator(".entry .date").first.evaluate("one => getComputedStyle(one).textAlign") == "end"


@pytest.mark.browser
def test_what_the_author_put_inside_stays_where_nothing_can_be_loaded(embed: Embed) -> None:
    page = embed(inside="<p>Written by hand</p>", query="?from=x", complaints=True)
    expect(page.get_by_text("The timeline could not be loaded.")).to_be_visible()
    expect(page.get_by_text("Written by hand")).to_be_visible()


@pytest.mark.browser
def test_what_the_author_put_inside_reads_without_javascript(embed: Embed) -> None:
    expect(embed(inside="<p>Written by hand</p>", scripts=False).get_by_text("Written by")).to_be_visible()


@pytest.mark.browser
def test_what_the_author_put_inside_gives_way_to_the_entries(embed: Embed) -> None:
    page = embed(inside="<p>Written by hand</p>")
    expect(page.locator(".entry")).to_have_count(7)
    expect(page.get_by_text("Written by hand")).to_be_hidden()


@pytest.mark.browser
def test_more_entries_come_on_demand(embed: Embed) -> None:
    page = embed('limit="3"')
    expect(page.locator(".entry")).to_have_count(3)
    page.get_by_role("button", name="More entries").click()
    expect(page.locator(".entry")).to_have_count(6)
    page.get_by_role("button", name="More entries").click()
    expect(page.locator(".entry")).to_have_count(7)
    expect(page.get_by_role("button", name="More entries")).to_be_hidden()


@pytest.mark.browser
def test_another_address_shows_other_entries(site: str, embed: Embed) -> None:
    page = embed()
    expect(page.locator(".entry")).to_have_count(7)
    page.locator("event-timeline").evaluate(
        "(one, src) => { one.setAttribute('src', src) }", f"{site}/v1/timeline?status=planned"
    )
    expect(page.locator(".entry")).to_have_count(1)


@pytest.mark.browser
def test_times_given_as_attributes_overrule_those_of_the_address(embed: Embed) -> None:
    page = embed('from="2021-03-29" to="2021"', query="?from=2023")
    expect(page.locator("event-timeline h3")).to_have_text(
        ["The authority raised its tolls", "Tugs refloated the ship"]
    )
    page.locator("event-timeline").evaluate("one => { one.setAttribute('from', '2021-03-24') }")
    expect(page.locator(".entry")).to_have_count(4)


@pytest.mark.browser
def test_compact_entries_take_less_than_four_fifths_of_the_height(embed: Embed) -> None:
    page = embed()
    expect(page.locator(".entry")).to_have_count(7)
    wide = page.locator("event-timeline").evaluate("one => one.offsetHeight")
    page.locator("event-timeline").evaluate("one => { one.setAttribute('layout', 'compact') }")
    assert page.locator("event-timeline").evaluate("one => one.offsetHeight") < wide * 4 / 5


SPOKEN = {
    "en": ("Why this date?", "23 March 2021"),
    "de-AT": ("Warum dieses Datum?", "23. März 2021"),
    "fr": ("Pourquoi cette date ?", "23 mars 2021"),
    "es": ("¿Por qué esta fecha?", "23 de marzo de 2021"),
    "ru": ("Почему эта дата?", "23 марта 2021 г."),
    "uk": ("Чому ця дата?", "23 березня 2021 р."),
    "xx": ("Why this date?", "23 March 2021"),
    "no such language": ("Why this date?", "23 March 2021"),
}


@pytest.mark.browser
def test_labels_and_dates_speak_the_readers_language(embed: Embed) -> None:
    page = embed('lang="en"')
    entry = page.locator(".entry", has_text="The ship ran aground in the canal")
    expect(entry).to_be_visible()
    for lang, (why, day) in SPOKEN.items():
        page.locator("event-timeline").evaluate("(one, lang) => one.setAttribute('lang', lang)", lang)
        expect(entry.locator("summary").nth(1), lang).to_have_text(why)
        expect(entry.locator("time"), lang).to_have_text(day)


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["", "light", "dark"])
def test_a_theme_overrules_the_readers_setting(embed: Embed, theme: str) -> None:
    page = embed(f'theme="{theme}"' if theme else "")
    papers = {"light": "rgb(252, 251, 248)", "dark": "rgb(21, 23, 26)"}
    for scheme, paper in papers.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        expect(page.locator("event-timeline .box")).to_have_css("background-color", papers.get(theme, paper))


@pytest.mark.browser
def test_a_copy_that_a_browser_kept_may_be_read_by_pages_of_any_origin(site: str) -> None:
    for script in ("/embed.js", "/embed/frame.js"):
        for headers in ({}, {"Origin": "https://news.example"}):
            answer = httpx.get(site + script, headers=headers)
            assert answer.headers.get_list("access-control-allow-origin") == ["*"]


@pytest.mark.browser
def test_the_snippet_of_the_embed_page_works_as_it_stands(site: str, web: Any, visit: Visit) -> None:
    snippet = visit(f"{site}/embed?source=Boxship+Review&to=2021").locator("#snippet").inner_text()
    page = visit(web.say("/", f'<!doctype html><link rel="icon" href="data:,">{snippet}', Content_Type="text/html"))
    expect(page.locator(".entry h3")).to_have_text(["The authority raised its tolls", "Tugs refloated the ship"])
