"""Work: claimed under a lease, by one reader at a time; a crash loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text

from timeline.store import Claimed, Store
from timeline.types import Article, Extraction, Published

Tell = Callable[..., Article]
Extract = Callable[..., "list[Extraction]"]
CROSSED = "2022-02-24 Ann Vey crossed in Mozyr."
LEASE = timedelta(minutes=2)


def add(store: Store, article: Tell, *keys: str) -> None:
    for key in keys:
        store.add_article(article(CROSSED, key=key))


def keys(claims: tuple[Claimed, ...]) -> list[str]:
    return [one.article.id for one in claims]


def test_what_one_has_claimed_nobody_else_gets(store: Store, article: Tell) -> None:
    add(store, article, "a", "b", "c")
    assert keys(store.claim_pending(2, lease=LEASE)) == ["a", "b"]
    assert keys(store.claim_pending(2, lease=LEASE)) == ["c"]
    assert keys(store.claim_pending(2, lease=LEASE)) == []


def test_a_lease_that_ended_frees_its_articles_one_by_one(
    store: Store, article: Tell, clock: Callable[..., object]
) -> None:
    add(store, article, "a", "b")
    store.claim_pending(2, lease=LEASE)
    clock.passes(minutes=3)  # type: ignore[attr-defined]
    assert keys(store.claim_pending(2, lease=LEASE)) == ["a"]
    assert keys(store.claim_pending(2, lease=LEASE)) == ["b"]


def test_new_articles_come_before_those_that_failed(store: Store, article: Tell) -> None:
    add(store, article, "a")
    store.release(store.claim_pending(1)[0].token)
    add(store, article, "b")
    assert keys(store.claim_pending(9)) == ["b"]
    assert keys(store.claim_pending(9)) == ["a"]


def test_an_article_that_fails_thrice_is_marked_with_the_reason(store: Store, article: Tell) -> None:
    add(store, article, "a")
    for _ in range(3):
        (claimed,) = store.claim_pending(1)
        store.release(claimed.token, reason="the reader ran out of memory")
    assert store.claim_pending(1) == ()
    assert store.article("a").state == "failed"
    assert store.article("a").error == "given up after 3 attempts: the reader ran out of memory"


def test_a_damaged_date_fails_its_own_article_alone(store: Store, article: Tell) -> None:
    add(store, article, "a", "b", "c")
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE articles SET published_day = '2025-13-77' WHERE id = 'a'"))
        connection.execute(text("UPDATE articles SET published_moment = 'noon' WHERE id = 'b'"))
    assert keys(store.claim_pending(1)) == ["c"]
    found = {one.article.id: one for one in store.articles().articles}
    assert [found[key].state for key in "abc"] == ["failed", "failed", "claimed"]
    assert "its stored date of publication cannot be read" in (found["a"].error or "")
    assert "timeline articles correct" in (found["b"].error or "")
    store.correct_article("a", published=Published(raw="2025-03-05", day=date(2025, 3, 5)))
    assert keys(store.claim_pending(9)) == ["a"]


def test_an_article_whose_readers_were_ended_is_tried_for_longer(store: Store, article: Tell) -> None:
    add(store, article, "a")
    for _ in range(10):
        (claimed,) = store.claim_pending(1)
        store.release(claimed.token)
    assert store.claim_pending(1) == ()
    assert store.article("a").error == "given up after 10 attempts: its reader crashed"


def test_a_failed_article_that_changes_is_tried_again(store: Store, article: Tell) -> None:
    add(store, article, "a")
    for _ in range(3):
        store.release(store.claim_pending(1)[0].token, reason="no")
    store.claim_pending(1)
    store.add_article(article(CROSSED + " And more.", key="a"))
    assert keys(store.claim_pending(1)) == ["a"]


@pytest.mark.parametrize("change", ["text", "correction", "lease", "release"])
def test_a_reading_is_lost_when_the_article_changed_or_another_has_it(
    store: Store, article: Tell, extract: Extract, clock: Callable[..., object], change: str
) -> None:
    add(store, article, "a")
    (claimed,) = store.claim_pending(1, lease=LEASE)
    match change:
        case "text":
            store.add_article(article("Other words.", key="a"))
        case "correction":
            store.correct_article("a", published=Published(raw="2022-02-20", day=date(2022, 2, 20)))
        case "lease":
            clock.passes(minutes=3)  # type: ignore[attr-defined]
            store.claim_pending(1, lease=LEASE)
        case "release":
            store.release()
    (extraction,) = extract([claimed.article])
    assert not store.save_extraction(claimed, extraction)
    assert store.unmerged(9) == ()


def test_a_reading_that_ends_after_its_lease_counts_if_nobody_else_began(
    store: Store, article: Tell, extract: Extract, clock: Callable[..., object]
) -> None:
    add(store, article, "a")
    (claimed,) = store.claim_pending(1, lease=LEASE)
    clock.passes(minutes=3)  # type: ignore[attr-defined]
    (extraction,) = extract([claimed.article])
    assert store.save_extraction(claimed, extraction)


def test_reading_an_article_again_replaces_what_was_read(store: Store, article: Tell, extract: Extract) -> None:
    add(store, article, "a")
    for _ in range(2):
        (claimed,) = store.claim_pending(1)
        (extraction,) = extract([claimed.article])
        store.save_extraction(claimed, extraction)
        store.correct_article("a", source="Canal Courier")
    (read,) = store.related(["a"]).extractions
    assert read.mentions == extraction.mentions


def test_an_extraction_comes_back_as_it_went_in(store: Store, article: Tell, extract: Extract) -> None:
    add(store, article, "a")
    (claimed,) = store.claim_pending(1)
    (extraction,) = extract([claimed.article])
    assert store.save_extraction(claimed, replace(extraction, expressions=()))
    assert store.related(["a"]).extractions == (extraction,)
