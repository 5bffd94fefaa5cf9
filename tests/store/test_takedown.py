"""Take-downs: an article's words go, everywhere; events follow."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import Session, text

from timeline.store import NotFoundError, Store, TimelineQuery
from timeline.types import Article

Tell = Callable[..., Article]
Ingest = Callable[..., None]
SECRET = "2022-02-24 Ann Vey crossed in Mozyr secretly."
PLAIN = "2022-02-24 Ann Vey crossed in Mozyr."


def everything_stored(store: Store) -> str:
    """All rows of all tables, as one text."""
    with Session(store.engine) as session:
        tables = (
            "article_revisions",
            "extractions",
            "mentions",
            "events",
            "event_revisions",
            "articles",
            "event_sources",
            "event_texts",
            "event_views",
            "names",
            "name_words",
        )
        return "\n".join(
            str(row) for table in tables for row in session.connection().execute(text(f"SELECT * FROM {table}"))
        )


def test_an_event_that_others_tell_goes_on_without_the_article(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(SECRET, key="a", source="A"), article(PLAIN, key="b", source="B"))
    (before,) = store.timeline(TimelineQuery()).events
    assert before.source_count == 2
    store.remove_article("a")
    after = store.event(before.id)
    assert [source.article for source in after.sources] == ["b"]
    assert (after.source_count, after.title) == (1, PLAIN)
    assert "secretly" not in everything_stored(store)
    assert store.article("b").state == "extracted"
    ingest()
    assert store.event(before.id).source_count == 1


def test_an_event_that_only_it_tells_is_gone(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(SECRET))
    (event,) = store.timeline(TimelineQuery()).events
    store.remove_article("a")
    with pytest.raises(NotFoundError, match="any more"):
        store.event(event.id)
    assert store.changes()[-1].kind == "removed"
    assert store.changes()[-1].event is None
    assert "secretly" not in everything_stored(store)
    assert store.timeline(TimelineQuery(text="secretly", everything=True)).events == ()


def test_a_taken_down_article_does_not_come_back(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(SECRET))
    store.remove_article("a")
    assert store.add_article(article(SECRET)).outcome == "removed"
    assert store.article("a").state == "removed"
    assert store.article("a").article.text == ""


def test_a_merge_that_began_before_a_take_down_saves_nothing(
    store: Store, article: Tell, ingest: Ingest, extract: Callable[..., object]
) -> None:
    from timeline.merge import merge

    store.add_article(article(SECRET, key="a"))
    store.add_article(article(PLAIN, key="b"))
    for claimed in store.claim_pending(10):
        (extraction,) = extract([claimed.article])  # type: ignore[misc]
        assert store.save_extraction(claimed, extraction)
    scope = store.related(store.unmerged(10))
    store.remove_article("a")
    assert store.save_events(merge(scope.extractions), scope=scope) is None
    ingest()
    assert "secretly" not in everything_stored(store)


def test_an_article_that_is_being_read_can_be_taken_down(
    store: Store, article: Tell, extract: Callable[..., object]
) -> None:
    store.add_article(article(SECRET))
    (claimed,) = store.claim_pending(1)
    store.remove_article("a")
    (extraction,) = extract([claimed.article])  # type: ignore[misc]
    assert not store.save_extraction(claimed, extraction)
    assert "secretly" not in everything_stored(store)


RARE = "2022-02-24 Quilla Zebrowska swam in Vexholm xylophonically."


def test_no_file_of_the_store_keeps_a_byte_of_what_was_taken_down(
    tmp_path: Path, article: Tell, ingest_into: Callable[..., None]
) -> None:
    with closing(Store(str(tmp_path / "t.db"))) as store:
        store.prepare()
        ingest_into(store, article(RARE), article(PLAIN, key="b"))
        assert spoken_in(tmp_path)
        store.remove_article("a")
        assert spoken_in(tmp_path) == set()
        assert [one.name for one in store.names().names] == ["Ann Vey", "Mozyr"]


def spoken_in(folder: Path) -> set[bytes]:
    """Which words of the article stand in a file of the folder; an index may have them without their endings."""
    bytes_of_all = b"".join(file.read_bytes() for file in folder.iterdir()).lower()
    return {word for word in (b"quilla", b"zebrowsk", b"vexholm", b"xylophon") if word in bytes_of_all}


def test_a_take_down_reaches_every_revision(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(SECRET, key="a"))
    (event,) = store.timeline(TimelineQuery()).events
    ingest(article(PLAIN, key="b"))
    store.remove_article("a")
    ingest()
    told = [change.event for change in store.revisions(event.id)]
    assert len(told) > 2
    assert {source.article for one in told if one is not None for source in one.sources} == {"b"}
