"""One look at a feed: what is new is stored once, and what came of it is written down."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from feeds import WHOLE, item, looked, news_page, only, rss

if TYPE_CHECKING:
    from stores import Clock

    from tests.conftest import LocalWeb
    from timeline.store import Store

HOUR = timedelta(hours=1)
FULL = "The council of Varnholm closed the old harbour bridge on Monday. " * 12


def texts(store: Store) -> dict[str | None, str]:
    return {stored.article.title: stored.article.text for stored in store.articles().articles}


def test_full_texts_are_taken_and_teasers_are_read_on_their_pages(store: Store, web: LocalWeb) -> None:
    web.say("/story/2", news_page(WHOLE), Content_Type="text/html")
    store.add_feed(web.say("/feed", rss(item(1, FULL), item(2)), ETag='"v1"'))
    fetch = looked(store)
    assert (fetch.outcome, fetch.status, fetch.articles, fetch.detail) == ("fetched", 200, 2, None)
    assert texts(store)["Story 1"] == FULL.strip()
    assert "Engineers had found cracks" in texts(store)["Story 2"]
    assert (only(store).title, only(store).etag, only(store).error) == ("Harbour Post", '"v1"', None)
    assert {stored.article.source for stored in store.articles().articles} == {"Harbour Post"}


def test_the_second_look_asks_with_the_validators_and_fetches_no_page(store: Store, web: LocalWeb) -> None:
    web.say("/story/2", news_page(WHOLE), Content_Type="text/html")
    store.add_feed(web.say("/feed", rss(item(1, FULL), item(2)), ETag='"v1"'))
    looked(store)
    assert looked(store).articles == 0
    assert web.count("/story/2") == 1
    assert web.asked[-1][1]["if-none-match"] == '"v1"'
    web.say("/feed", status=304)
    assert looked(store).outcome == "unchanged"
    assert len(texts(store)) == 2


def test_a_changed_text_is_a_new_revision_of_the_same_article(store: Store, web: LocalWeb, clock: Clock) -> None:
    store.add_feed(web.say("/feed", rss(item(1, FULL))))
    looked(store)
    clock.passes(hours=1)
    web.say("/feed", rss(item(1, FULL + "It will open again in May.")))
    assert looked(store).articles == 1
    (stored,) = store.articles().articles
    assert stored.revision == 2
    assert stored.article.text.endswith("in May.")


@pytest.mark.parametrize(
    ("date", "doubt"),
    [
        ("", "neither the feed nor the page says when it was published"),
        ("Wed, 05 Mar 2031 10:00:00 +0100", "the feed says 2031-03-05, which is in the future"),
        ("Thu, 01 Jan 1970 00:00:00 +0000", "the feed says 1970-01-01, which is before 1990"),
    ],
)
def test_an_item_without_a_date_that_can_be_true_is_kept_undated_flagged_and_counted(
    store: Store, web: LocalWeb, clock: Clock, date: str, doubt: str
) -> None:
    web.say("/story/1", news_page(WHOLE, published=None), Content_Type="text/html")
    store.add_feed(web.say("/feed", rss(item(1, FULL, date=date), item(2, FULL))))
    fetch = looked(store)
    assert (fetch.articles, fetch.detail) == (2, "1 without a publication date")
    kept = {stored.article.title: stored.article for stored in store.articles().articles}
    assert (kept["Story 1"].published, kept["Story 1"].date_doubt) == (None, doubt)
    assert kept["Story 2"].date_doubt is None
    clock.passes(hours=1)
    assert (looked(store).detail, web.count("/story/1")) == (None, 1)  # it is known, and its page is not asked again
    web.say("/feed", rss(item(1, FULL), item(2, FULL)))
    looked(store)
    (dated,) = {stored.article.published for stored in store.articles().articles if stored.article.title == "Story 1"}
    assert (str(dated.day) if dated else None) == "2022-02-25"


def test_pages_that_could_not_be_read_are_told_beside_what_was_taken(store: Store, web: LocalWeb) -> None:
    web.say("/story/1", "Just a moment...", status=403, cf_mitigated="challenge")
    web.say("/story/2", status=404)
    store.add_feed(web.say("/feed", rss(item(1), item(2), item(3, FULL))))
    fetch = looked(store)
    assert (fetch.outcome, fetch.articles) == ("fetched", 3)
    said = "pages that could not be read: 2, such as: status 403: a challenge page (cf-mitigated: challenge)"
    assert (fetch.detail, store.fetch_log(only(store).id)[0].detail) == (said, said)


def test_a_feed_of_broken_xml_is_read_as_far_as_it_goes_and_says_so(store: Store, web: LocalWeb) -> None:
    whole = rss(item(1, FULL))
    store.add_feed(web.say("/feed", whole.removesuffix("</channel></rss>") + "<item><ti"))
    fetch = looked(store)
    assert (fetch.outcome, fetch.articles, fetch.detail) == ("fetched", 1, "broken XML (unclosed token)")
    web.say("/feed", whole[: whole.index("<link>")])
    assert (looked(store).outcome, only(store).error) == (
        "error",
        "broken XML (no element found), and no item could be read",
    )


@pytest.mark.parametrize(
    ("status", "body", "detail"), [(500, "", "status 500"), (404, "", "status 404"), (200, "<html/>", "not a feed")]
)
def test_an_error_is_written_down_and_waits_longer_each_time(
    store: Store, web: LocalWeb, clock: Clock, status: int, body: str, detail: str
) -> None:
    store.add_feed(web.say("/feed", body, status=status))
    waits = []
    for _ in range(3):
        looked(store)
        waits.append((only(store).next_check_at - clock()) / HOUR)
    assert waits == [1.0, 2.0, 4.0]  # the whole of each span, as chance has it here
    assert only(store).error_count == 3
    assert detail in (only(store).error or "")
    assert detail in (store.fetch_log(only(store).id)[0].detail or "")


def test_a_good_look_forgets_the_errors(store: Store, web: LocalWeb) -> None:
    store.add_feed(web.say("/feed", status=500))
    looked(store)
    web.say("/feed", rss(item(1, FULL)))
    looked(store)
    assert (only(store).error, only(store).error_count) == (None, 0)


def test_a_look_that_takes_too_long_keeps_what_it_has_and_goes_on_later(
    store: Store, web: LocalWeb, clock: Clock
) -> None:
    web.act("/story/2", lambda request: time.sleep(2))
    store.add_feed(web.say("/feed", rss(item(1, FULL), item(2), item(3, FULL))))
    fetch = looked(store, seconds=1)
    assert (fetch.outcome, fetch.detail) == ("fetched", "not done after 1 s; the next look goes on from there")
    assert (list(texts(store)), fetch.articles) == (["Story 1"], 1)
    web.say("/story/2", news_page(WHOLE), Content_Type="text/html")
    clock.passes(hours=1)
    assert looked(store).articles == 2


def test_an_item_that_gets_another_address_stays_one_article(store: Store, web: LocalWeb) -> None:
    store.add_feed(web.say("/feed", rss(item(1, FULL))))
    looked(store)
    web.say("/feed", rss(item(1, FULL, link="/better-slug")))
    looked(store)
    assert len(store.articles().articles) == 1


def test_items_that_share_a_guid_are_told_apart_by_their_addresses(store: Store, web: LocalWeb) -> None:
    store.add_feed(web.say("/feed", rss(item(1, FULL), item(2, FULL)).replace("story-2", "story-1")))
    looked(store)
    assert len(store.articles().articles) == 2
