"""Articles: saved once however often they come, revised, corrected, taken down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from timeline.identity import made_id
from timeline.store import NotFoundError, QueryError, Store, TimelineQuery
from timeline.types import Article, Published

Tell = Callable[..., Article]
Ingest = Callable[..., None]
CROSSED = "2022-02-24 Ann Vey crossed in Mozyr."
URL = "https://Post.example:443/a?utm_source=mail&id=7#top"


def at_address(url: str, text: str = CROSSED) -> Article:
    published = Published(raw="2022-02-25", day=date(2022, 2, 25))
    return Article(id=made_id(url=url, text=text), text=text, published=published, url=url)


@pytest.mark.parametrize(
    ("second", "outcome", "same"),
    [
        ({}, "unchanged", True),
        ({"title": "Another title"}, "revised", True),
        ({"text": CROSSED + " More."}, "revised", True),
        ({"source": "Canal Courier"}, "new", False),
        ({"id": "b"}, "new", False),
        ({"published": Published(raw="2022-02-27", day=date(2022, 2, 27))}, "unchanged", True),
    ],
)
def test_an_article_is_known_by_its_outlets_id(
    store: Store, article: Tell, second: dict[str, object], outcome: str, same: bool
) -> None:
    first = store.add_article(article(CROSSED))
    again = store.add_article(replace(article(CROSSED), **second))
    assert (first.outcome, again.outcome) == ("new", outcome)
    assert (first.id == again.id) is same


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        (at_address("https://post.example/a?id=7"), "unchanged"),
        (at_address("https://post.example/a?id=7", "Other words."), "revised"),
        (at_address("https://post.example/a?id=8"), "new"),
        (replace(at_address("https://post.example/a?id=7"), id="p7", source="Harbour Post"), "unchanged"),
    ],
)
def test_an_article_without_an_id_is_known_by_its_address(store: Store, other: Article, outcome: str) -> None:
    store.add_article(at_address(URL))
    assert store.add_article(other).outcome == outcome


def test_two_ids_of_one_address_are_two_articles(store: Store, article: Tell) -> None:
    for key in ("a", "b"):
        assert store.add_article(replace(article(CROSSED, key=key), url=URL)).outcome == "new"


def test_an_article_comes_back_as_it_went_in(store: Store) -> None:
    moment = datetime(2022, 2, 25, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
    published = Published(raw="2022-02-25T23:30:00-05:00", day=date(2022, 2, 25), moment=moment, origin="json-ld")
    given = Article(
        id="ü/1", text="“Où?”\n\tΩ 🛶", published=published, url=URL, source="Ö", title="T'\"", language="en"
    )
    store.add_article(given)
    back = store.article("ü/1").article
    assert back == given
    assert back.published is not None
    assert back.published.moment is not None
    assert back.published.moment.utcoffset() == timedelta(hours=-5)


def test_what_no_database_holds_is_replaced_one_for_one(store: Store, article: Tell) -> None:
    store.add_article(article("a\x00b\ud800c"))
    assert store.article("a").article.text == "a\ufffdb\ufffdc"


def test_an_undated_article_that_comes_again_with_its_date_is_dated(store: Store, article: Tell) -> None:
    store.add_article(replace(article(CROSSED), published=None))
    assert store.add_article(article(CROSSED)).outcome == "revised"
    assert store.article("a").article.published == article(CROSSED).published


def test_a_corrected_article_is_read_again_and_stays_corrected(
    store: Store, article: Tell, ingest: Callable[..., None]
) -> None:
    ingest(article(CROSSED))
    published = Published(raw="2022-03-01", day=date(2022, 3, 1))
    assert store.correct_article("a", published=published, source="Canal Courier").state == "pending"
    assert store.add_article(article(CROSSED)).outcome == "unchanged"
    ingest()
    corrected = store.article("a")
    assert (corrected.article.published, corrected.article.source) == (published, "Canal Courier")
    assert corrected.state == "merged"
    (told,) = store.event(store.changes()[0].id).sources
    assert (told.published, told.source) == ("2022-03-01", "Canal Courier")


def test_a_correction_of_nothing_reads_nothing_again(store: Store, article: Tell, ingest: Callable[..., None]) -> None:
    ingest(article(CROSSED))
    assert store.correct_article("a").state == "merged"


@pytest.mark.parametrize("action", ["article", "remove_article", "correct_article"])
def test_an_article_that_is_not_there_is_not_found(store: Store, action: str) -> None:
    with pytest.raises(NotFoundError, match="there is no article 'x'"):
        getattr(store, action)("x")


def test_articles_are_listed_page_by_page_the_latest_first(store: Store, article: Tell) -> None:
    for number in range(5):
        store.add_article(article(CROSSED, key=str(number), source="AB"[number % 2]))
    first = store.articles(limit=2)
    second = store.articles(limit=2, cursor=first.next)
    third = store.articles(limit=2, cursor=second.next)
    assert [[one.article.id for one in page.articles] for page in (first, second, third)] == [
        ["4", "3"],
        ["2", "1"],
        ["0"],
    ]
    assert third.next is None
    assert [one.article.id for one in store.articles(source="B").articles] == ["3", "1"]
    assert store.articles(state="merged").articles == ()


@pytest.mark.parametrize("cursor", ["", "a", "5", "ax", "a-1", "a" + "9" * 40, "ü"])
def test_a_cursor_that_is_none_of_ours_is_refused(store: Store, cursor: str) -> None:
    with pytest.raises(QueryError, match="cursor"):
        store.articles(cursor=cursor)


def test_an_article_names_the_feed_it_came_from(store: Store, article: Tell) -> None:
    store.add_feed("https://post.example/feed")
    store.add_article(article(CROSSED), feed="https://post.example/feed")
    assert store.article("a").feed == "https://post.example/feed"


def test_what_was_read_comes_with_the_events_it_went_into(store: Store, article: Tell, ingest: Ingest) -> None:
    store.add_article(article(CROSSED))
    assert store.reading("a") is None
    ingest(article(CROSSED))
    reading = store.reading("a")
    assert reading is not None
    (mention,) = reading.extraction.mentions
    (event,) = store.timeline(TimelineQuery()).events
    assert (reading.extraction.article.text, reading.events) == (CROSSED, {mention.start: event.id})
    store.remove_article("a")
    assert store.reading("a") is None
    with pytest.raises(NotFoundError, match="'z'"):
        store.reading("z")
