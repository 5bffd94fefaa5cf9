"""The page in a real browser: what a reader sees, opens, asks for, and what no article can make it do."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

pytestmark = pytest.mark.browser

TITLES = [
    "The authority raised its tolls",
    "The ship ran aground in the canal",
    "The ship suffered a blackout",
    "The manager denied a blackout",
    "Salvors reached the ship",
    "Tugs refloated the ship",
    "The canal is to be widened by July 2023",
]


def titles(page: Page) -> list[str]:
    return page.locator(".entry .title").all_inner_texts()


def test_entries_stand_in_order_of_time(site: str, visit: Visit) -> None:
    assert titles(visit(site)) == TITLES


def test_dates_are_no_more_exact_than_known(site: str, visit: Visit) -> None:
    page = visit(site)
    assert [re.split(r"\n+", text.replace("\xa0", " ")) for text in page.locator(".date").all_inner_texts()] == [
        ["early 2021"],
        ["23 March 2021", "Tuesday"],
        ["24 March 2021", "Wednesday"],
        ["24 or 25 March 2021"],
        ["29 March 2021", "Monday"],
        ["July 2023"],
    ]
    machine = page.locator(".date time").evaluate_all("all => all.map(one => one.dateTime)")
    assert machine == ["2021-03-23", "2021-03-24", "2021-03-29", "2023-07"]


def test_dates_line_up_and_stay_while_their_entries_pass(site: str, visit: Visit) -> None:
    page = visit(site)
    edges = page.locator(".date").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
    assert len(set(edges)) == 1
    page.locator("#event-outage").evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY)")
    date = page.locator(".date", has_text="23 March 2021").evaluate("one => one.getBoundingClientRect().top")
    assert date == pytest.approx(0, abs=1)


def test_sources_unfold_on_click_with_quote_outlet_link_and_day(site: str, visit: Visit) -> None:
    page = visit(site)
    entry = page.locator("#event-grounding")
    quote = entry.get_by_text("The ship ran aground in the canal on Tuesday morning.")
    expect(quote).to_be_hidden()
    entry.locator("summary", has_text="2 sources").click()
    expect(quote).to_be_visible()
    source = entry.locator(".source").first
    expect(source).to_contain_text("Meridian Wire")
    expect(source).to_contain_text("published 30 March 2021")
    link = source.get_by_role("link", name="The story so far")
    assert link.get_attribute("href") == "https://example.org/story"
    assert link.get_attribute("rel") == "noopener nofollow ugc"


def test_a_claim_names_who_makes_it(site: str, visit: Visit) -> None:
    entry = visit(site).locator("#event-outage")
    entry.locator("summary", has_text="1 source").click()
    expect(entry.locator(".telling")).to_have_text("claimed by a shipping agent")


def test_reasons_unfold_on_click(site: str, visit: Visit) -> None:
    entry = visit(site).locator("#event-grounding")
    reason = entry.get_by_text("The article was published on 24 March 2021.")
    expect(reason).to_be_hidden()
    entry.locator("summary", has_text="Why this date?").click()
    expect(reason).to_be_visible()
    expect(entry.get_by_text("2 of 2 mentions give 23 March 2021.")).to_be_visible()


def test_dates_that_cannot_both_be_true_stand_side_by_side(site: str, visit: Visit) -> None:
    claims = visit(site).locator("#event-refloating .claims dl > div")
    assert claims.all_inner_texts() == ["29 March 2021\nMeridian Wire", "30 March 2021\nBoxship Review"]
    tops = claims.evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert tops[0] == tops[1]


def test_a_denial_and_what_it_denies_lead_to_each_other(site: str, visit: Visit) -> None:
    page = visit(site)
    expect(page.locator("#event-denial .links li")).to_have_text("Denies The ship suffered a blackout")
    expect(page.locator("#event-outage .links li")).to_have_text("Denied by The manager denied a blackout")
    page.locator("#event-denial .links a").click()
    expect(page.locator("h1")).to_have_text("The ship suffered a blackout")


def test_an_entry_has_a_page_of_its_own_with_everything_unfolded(site: str, visit: Visit) -> None:
    page = visit(f"{site}/events/salvors")
    expect(page.get_by_text("Salvors came on the second or third day of the blockage.")).to_be_visible()
    expect(page.get_by_text("Another mention dates “the blockage”: 23 March 2021.")).to_be_visible()
    expect(page.get_by_text("24 March 2021 at the earliest, 25 March 2021 at the latest")).to_be_visible()


def test_without_javascript_everything_reads_and_searches(site: str, visit: Visit) -> None:
    page = visit(site, scripts=False)
    assert titles(page) == TITLES
    entry = page.locator("#event-grounding")
    entry.locator("summary", has_text="2 sources").click()
    expect(entry.get_by_text("It ran aground on 23 March 2021.")).to_be_visible()
    page.get_by_placeholder("Search titles and quotes").fill("tolls")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".entry .title")).to_have_text(["The authority raised its tolls"])


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("text=morning", ["The ship ran aground in the canal"]),
        ("name=Osama+Rabea", ["The ship ran aground in the canal"]),
        ("status=planned", ["The canal is to be widened by July 2023"]),
        ("from=2021-03-25&to=2021-03", [*TITLES[:1], "Salvors reached the ship", "Tugs refloated the ship"]),
        ("source=Boxship+Review&to=2021", ["The authority raised its tolls", "Tugs refloated the ship"]),
    ],
)
def test_an_address_filters(site: str, visit: Visit, filters: str, found: list[str]) -> None:
    assert titles(visit(f"{site}/?{filters}")) == found


def test_filters_stand_in_the_address_and_can_be_removed_one_by_one(site: str, visit: Visit) -> None:
    page = visit(site)
    page.get_by_text("Filters", exact=True).click()
    page.get_by_label("Outlet").select_option("Boxship Review")
    page.get_by_label("From").fill("2022")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".entry")).to_have_count(1)
    assert parse_qs(urlsplit(page.url).query) == {"source": ["Boxship Review"], "from": ["2022"]}
    expect(page.get_by_label("Outlet")).to_have_value("Boxship Review")
    page.get_by_role("link", name="Remove filter: From 2022").click()
    expect(page.locator(".entry")).to_have_count(3)
    assert parse_qs(urlsplit(page.url).query) == {"source": ["Boxship Review"]}


@pytest.mark.parametrize(
    ("label", "value", "chip", "shown"),
    [
        ("Where it happened", "Suez Canal", "At Suez Canal", [TITLES[1]]),
        ("Date", "month", "Known to the month", [TITLES[6]]),
        (
            "Sources at least",
            "2",
            "Sources: 2 or more",
            ["The ship ran aground in the canal", "Tugs refloated the ship"],
        ),
    ],
)
def test_place_precision_and_number_of_sources_are_filters(
    site: str, visit: Visit, label: str, value: str, chip: str, shown: list[str]
) -> None:
    page = visit(site)
    page.get_by_text("Filters", exact=True).click()
    field = page.get_by_label(label, exact=True)
    if field.evaluate("one => one.localName") == "select":
        field.select_option(value)
    else:
        field.fill(value)
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".entry .title")).to_have_text(shown)
    expect(page.get_by_role("link", name=f"Remove filter: {chip}")).to_be_visible()


def test_a_name_is_a_filter(site: str, visit: Visit) -> None:
    page = visit(site)
    page.get_by_role("link", name="Suez Canal").click()
    expect(page.locator(".entry .title")).to_have_text(["The ship ran aground in the canal"])


def test_a_place_is_not_named_among_the_people_again(site: str, visit: Visit) -> None:
    assert visit(site).locator("#event-grounding .names").all_inner_texts() == ["Who\nOsama Rabie", "Where\nSuez Canal"]


def test_pages_follow_one_another_without_gap_or_repetition(site: str, visit: Visit) -> None:
    page = visit(f"{site}/?all=true&source=Tide+Log")
    first = titles(page)
    expect(page.locator(".summary")).to_have_text("50 of 60 entries")
    assert first == [f"Tide {day:02} was measured" for day in range(50)]
    page.get_by_role("link", name="Later entries").click()
    later = page.locator(".entry .title")
    expect(later).to_have_text([f"Tide {day:02} was measured" for day in range(50, 60)])
    page.get_by_role("link", name="Back to the beginning").click()
    expect(later).to_have_text(first)


def test_a_page_holds_as_many_entries_as_its_address_says(site: str, visit: Visit) -> None:
    page = visit(f"{site}/?all=true&source=Tide+Log&limit=45")
    expect(page.locator(".entry")).to_have_count(45)
    expect(page).to_have_title("In Tide Log, With background, Chronology")
    page.get_by_role("link", name="Later entries").click()
    expect(page.locator(".entry")).to_have_count(15)
    page.get_by_role("link", name="Back to the beginning").click()
    expect(page.locator(".entry")).to_have_count(45)


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/?from=last+week", 400, "“last week” is not a date: write a year, a month or a day"),
        ("/?status=true", 400, "No such status: choose one of asserted"),
        ("/?precision=eon", 400, "No such precision: choose one of second"),
        ("/?min_sources=two", 400, "Write a number from 1 to 999."),
        ("/?limit=501", 400, "Write a number from 1 to 500 as limit."),
        ("/?cursor=abc", 400, "take next of the page before"),
        ("/?text=zeppelin", 200, "No entry fits all of these filters."),
        ("/events/nothing", 404, "It may have been taken down with its article"),
    ],
)
def test_what_cannot_be_shown_says_what_to_do(site: str, visit: Visit, address: str, status: int, said: str) -> None:
    assert httpx.get(site + address).status_code == status
    expect(visit(site + address, complaints=True).locator(".notice")).to_contain_text(said.replace("next", "`next`", 1))


def test_one_button_opens_and_closes_all(site: str, visit: Visit) -> None:
    page = visit(site)
    page.get_by_role("button", name="Open all").click()
    expect(page.locator(".entry details:not([open])")).to_have_count(0)
    page.get_by_role("button", name="Close all").click()
    expect(page.locator(".entry details[open]")).to_have_count(0)


def test_all_is_unfolded_before_printing_and_folded_again_after(site: str, visit: Visit) -> None:
    page = visit(site)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".entry details:not([open])")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".entry details[open]")).to_have_count(0)


def test_light_and_dark_follow_the_readers_setting(site: str, visit: Visit) -> None:
    page = visit(site)
    for scheme, paper in (("light", "rgb(252, 251, 248)"), ("dark", "rgb(21, 23, 26)")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        expect(page.locator("body")).to_have_css("background-color", paper)


def test_the_page_asks_nobody_else_for_anything(site: str, visit: Visit) -> None:
    page = visit("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/embed", wait_until="networkidle")
    page.goto(site, wait_until="networkidle")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site).netloc}


def test_the_policy_forbids_inline_scripts_and_strangers(site: str) -> None:
    policy = httpx.get(site).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy


def test_a_file_may_be_kept_because_its_address_changes_with_it(site: str) -> None:
    (address,) = re.findall(r'href="(/static/page\.css\?v=\w+)"', httpx.get(site).text)
    answer = httpx.get(site + address)
    assert answer.headers["content-type"].startswith("text/css")
    assert "immutable" in answer.headers["cache-control"]


def test_the_page_is_not_sent_again_to_who_has_it(site: str) -> None:
    tag = httpx.get(site).headers["etag"]
    assert httpx.get(site, headers={"If-None-Match": tag}).status_code == 304
