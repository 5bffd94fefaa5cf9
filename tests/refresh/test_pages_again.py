"""Pages of articles, looked at again by real requests: corrected, withdrawn, and left alone where that is asked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from feeds import WHOLE, item, news_page, rss, ticked

from timeline.refresh import Bounds
from timeline.store import Rest

if TYPE_CHECKING:
    from stores import Clock

    from tests.conftest import LocalWeb
    from timeline.store import Store


def test_a_corrected_page_is_a_new_revision_and_the_first_day_stays(store: Store, web: LocalWeb, clock: Clock) -> None:
    web.say("/story/1", news_page(WHOLE), Content_Type="text/html", ETag='"1"')
    store.add_feed(web.say("/feed", rss(item(1)), ETag='"f"'))
    ticked(store)
    web.say("/feed", status=304)
    clock.passes(hours=7)
    ticked(store)
    (stored,) = store.articles().articles
    assert (stored.revision, web.count("/story/1")) == (1, 2)
    first, again = (headers for path, headers in web.asked if path == "/story/1")
    assert (first.get("if-none-match"), again.get("if-none-match")) == (None, '"1"')
    corrected = news_page(WHOLE + "It was three piers, not two.", published="2022-02-28")
    web.say("/story/1", corrected, Content_Type="text/html", ETag='"2"')
    clock.passes(days=1)
    assert ticked(store).pages == 1
    assert web.asked[-1][1]["if-none-match"] == '"1"'
    (stored,) = store.articles().articles
    assert (stored.revision, stored.state) == (2, "pending")
    assert stored.article.text.endswith("three piers, not two.")
    assert stored.article.published is not None
    assert str(stored.article.published.day) == "2022-02-25"


def test_an_article_withdrawn_by_its_publisher_is_marked_and_kept(store: Store, web: LocalWeb, clock: Clock) -> None:
    web.say("/story/1", news_page(WHOLE), Content_Type="text/html")
    store.add_feed(web.say("/feed", rss(item(1)), ETag='"f"'))
    ticked(store)
    web.say("/feed", status=304)
    web.say("/story/1", status=410)
    marks = []
    for _ in range(2):
        clock.passes(days=1, hours=1)
        ticked(store)
        (stored,) = store.articles().articles
        marks.append(stored.withdrawn_at is not None)
    assert marks == [False, True]
    assert "Engineers had found cracks" in stored.article.text


def test_pages_are_not_looked_at_again_where_that_is_switched_off(store: Store, web: LocalWeb, clock: Clock) -> None:
    web.say("/story/1", news_page(WHOLE), Content_Type="text/html")
    store.add_feed(web.say("/feed", rss(item(1))))
    ticked(store, bounds=Bounds(revisit=timedelta()))
    clock.passes(days=2)
    assert ticked(store).pages == 0


def test_pages_of_a_host_that_rests_wait_for_it(store: Store, web: LocalWeb, clock: Clock) -> None:
    web.say("/story/1", news_page(WHOLE), Content_Type="text/html")
    store.add_feed(web.say("/feed", rss(item(1)), ETag='"f"'))
    ticked(store)
    web.say("/feed", status=304)
    clock.passes(hours=7)
    store.leave_alone([Rest(host="127.0.0.1", until=clock() + timedelta(hours=3))])
    assert (ticked(store).pages, web.count("/story/1")) == (0, 1)
    clock.passes(hours=3)
    assert (ticked(store).pages, web.count("/story/1")) == (1, 2)
