"""Backups: made while the database is in use, put back whole or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from timeline.store import DatabaseError, NotFoundError, Store, TimelineQuery
from timeline.types import Article

CROSSED = "2022-02-24 Ann Vey crossed in Mozyr."


@pytest.fixture
def database(empty_sqlite: Path, tmp_path: Path) -> str:
    return str(shutil.copy(empty_sqlite, tmp_path))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copy.db"


def test_a_restored_database_is_what_it_was(
    store: Store, copy: Path, article: Callable[..., Article], ingest: Callable[..., None]
) -> None:
    ingest(article(CROSSED, key="a"))
    before = store.timeline(TimelineQuery(text="mozyr"))
    store.backup(copy)
    ingest(article("2022-02-24 Ann Vey left in Mozyr.", key="b"))
    store.restore(copy)
    assert store.timeline(TimelineQuery(text="mozyr")) == before
    with pytest.raises(NotFoundError):
        store.article("b")
    assert store.check() == ()


def test_a_backup_is_made_while_someone_writes(store: Store, copy: Path, article: Callable[..., Article]) -> None:
    store.add_article(article(CROSSED))
    with closing(sqlite3.connect(store.engine.url.database or "", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM article_revisions")
        store.backup(copy)
        writer.execute("ROLLBACK")
    assert Store(str(copy)).article("a").article.text == CROSSED


def test_a_backup_overwrites_nothing(store: Store, copy: Path) -> None:
    copy.write_text("mine")
    with pytest.raises(DatabaseError, match="is there already"):
        store.backup(copy)
    assert copy.read_text() == "mine"


def test_a_backup_that_cannot_be_written_leaves_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot write the backup"):
        store.backup(tmp_path / "none" / "copy.db")


def broken_backups() -> Iterator[tuple[str, Callable[[Path], object], str]]:
    def other(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE notes (words)")

    yield "missing", lambda path: None, "there is no backup"
    yield "text", lambda path: path.write_text("words " * 100), "no backup of a timeline"
    yield "another program's", other, "no backup of a timeline"


@pytest.mark.parametrize(("kind", "make", "reason"), [*broken_backups()])
def test_what_is_no_backup_is_not_restored(
    store: Store, copy: Path, article: Callable[..., Article], kind: str, make: Callable[[Path], object], reason: str
) -> None:
    store.add_article(article(CROSSED))
    make(copy)
    with pytest.raises(DatabaseError, match=reason):
        store.restore(copy)
    assert store.article("a").article.text == CROSSED


@pytest.mark.postgres
def test_a_postgresql_database_is_backed_up_by_its_own_tools(postgres_database: str, copy: Path) -> None:
    store = Store(postgres_database)
    with pytest.raises(DatabaseError, match="pg_dump"):
        store.backup(copy)
    store.close()
