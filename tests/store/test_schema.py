"""The schema: up, down and up again with rows in it, and free of drift."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import text
from workers import at_once, prepare_all

from timeline.store import DatabaseError, Store, TimelineQuery, schema
from timeline.types import Article

Ingest = Callable[..., None]
CROSSED = "2022-02-24 Ann Vey crossed in Mozyr."
FIRST = "0001"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def new_empty(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes databases without a table, of either kind."""
    if request.param == "sqlite":
        numbers = count()
        return lambda: str(tmp_path / f"{next(numbers)}.db")
    make: Callable[[str], str] = request.getfixturevalue("new_postgres_database")
    return lambda: make("template0")


def test_a_new_database_has_no_drift(store: Store) -> None:
    assert store.check() == ()
    assert store.fault() is None


def test_two_processes_that_start_at_once_make_one_set_of_tables(new_empty: Callable[[], str]) -> None:
    databases = [new_empty() for _ in range(5)]
    assert at_once(2, prepare_all, databases) == [0, 0]
    for database in databases:
        store = Store(database)
        assert store.check() == ()
        store.close()


def test_down_and_up_again_keeps_every_row(store: Store, article: Callable[..., Article], ingest: Ingest) -> None:
    ingest(article(CROSSED, key="a"), article(CROSSED, key="b"))
    before = store.timeline(TimelineQuery())
    schema.downgrade(store.engine, FIRST)
    assert store.check() != ()
    store.upgrade()
    assert store.check() == ()
    assert store.timeline(TimelineQuery()) == before
    assert store.timeline(TimelineQuery(text="crossed")).total_hint == 1
    ingest(article("2022-02-24 Ann Vey crossed in Gomel.", key="c"))
    assert store.timeline(TimelineQuery(text="gomel")).total_hint == 1


def test_down_to_nothing_and_up_again(store: Store, article: Callable[..., Article], ingest: Ingest) -> None:
    ingest(article(CROSSED))
    schema.downgrade(store.engine, "base")
    assert schema.current(store.engine) is None
    store.upgrade()
    assert store.check() == ()
    assert store.counts().articles == {}


def test_rebuilding_a_table_keeps_the_rows_that_hang_on_it(
    store: Store, article: Callable[..., Article], ingest: Ingest
) -> None:
    ingest(article(CROSSED))
    with schema.migrating(store.engine) as connection:
        if store.engine.dialect.name == "sqlite":
            with Operations(MigrationContext.configure(connection)).batch_alter_table("articles") as articles:
                articles.alter_column("language", new_column_name="tongue")
        assert connection.execute(text("SELECT count(*) FROM mentions")).scalar() == 1
    assert store.counts().articles == {"merged": 1}
    assert any("tongue" in line for line in store.check()) == (store.engine.dialect.name == "sqlite")


def test_a_migration_that_loses_rows_of_others_is_undone(
    store: Store, article: Callable[..., Article], ingest: Ingest
) -> None:
    if store.engine.dialect.name != "sqlite":
        return  # PostgreSQL checks foreign keys by itself
    ingest(article(CROSSED))
    with pytest.raises(DatabaseError, match="nothing changed"), schema.migrating(store.engine) as connection:
        connection.execute(text("DELETE FROM articles"))
    assert store.counts().articles == {"merged": 1}


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        ("ALTER TABLE landmarks ADD COLUMN colour TEXT", "colour"),
        ("DROP INDEX ix_events_seq", "ix_events_seq"),
        ("CREATE TABLE stray (number INTEGER)", "stray"),
        ("ALTER TABLE sources RENAME COLUMN name TO title", "title"),
    ],
)
def test_drift_is_seen(store: Store, change: str, difference: str) -> None:
    with store.engine.begin() as connection:
        connection.execute(text(change))
    assert any(difference in line for line in store.check())


def test_a_database_of_another_version_is_not_used(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="timeline db upgrade"):
        store.prepare()
    assert "9999" in (store.fault() or "")


def test_an_upgrade_backs_the_file_up_first(tmp_path: Path, article: Callable[..., Article]) -> None:
    store = Store(str(tmp_path / "t.db"))
    assert store.upgrade() is None
    store.add_article(article(CROSSED))
    assert store.upgrade() is None
    schema.downgrade(store.engine, FIRST)
    saved = store.upgrade()
    assert saved is not None
    copy = Store(str(saved))
    copy.upgrade()  # it is as old as what it was made of
    assert copy.article("a").article.text == CROSSED
    copy.close()


@pytest.mark.parametrize(
    ("database", "reason"),
    [
        ("mysql://root@localhost/x", "cannot use"),
        ("oracle+nothing://x", "cannot use"),
        ("://", "cannot use"),
        ("/nowhere/at/all/t.db", "there is no folder /nowhere/at/all"),
        ("/", "is a folder"),
        ("sqlite://", "name an SQLite file"),
        ("postgresql://nobody@/none?host=/nowhere", "refused"),
    ],
)
def test_a_database_that_cannot_be_opened_is_named(database: str, reason: str) -> None:
    with pytest.raises(DatabaseError, match=reason):
        Store(database).prepare()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.db").write_text("words, " * 200)
    with pytest.raises(DatabaseError, match="no SQLite database"):
        Store(str(tmp_path / "t.db")).prepare()
