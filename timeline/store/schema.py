"""The schema: brought up to date, taken back, and held against the tables."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlmodel import SQLModel

from timeline.store import tables
from timeline.store.engine import WRITERS_TURN, DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

PACKAGE = Path(tables.__file__).parent.parent
# Beside the package in a clone, inside it where it was installed from a wheel.
MIGRATIONS = next((at for at in (PACKAGE / "migrations", PACKAGE.parent / "migrations") if at.is_dir()), PACKAGE)
SEARCH_TABLE, SEARCH_COLUMN = "event_search", "search"


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema to a revision; nothing happens where it is there."""
    with migrating(engine) as connection:
        command.upgrade(configured(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the schema back to an earlier revision."""
    with migrating(engine) as connection:
        command.downgrade(configured(connection), revision)


def configured(connection: Connection) -> Config:
    """Alembic's configuration for one open connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction for a whole migration, in which SQLite may rebuild tables; writers wait for it.

    With foreign keys on, rebuilding a table deletes the rows of the tables that hang on it; the switch works only
    outside a transaction, and what it let through is checked before the commit.
    """
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": WRITERS_TURN})
                yield connection
            return
        connection.execution_options(begin="BEGIN IMMEDIATE")
        switch_foreign_keys(connection, on=False)
        try:
            with connection.begin():
                yield connection
                check_foreign_keys(connection)
        finally:
            switch_foreign_keys(connection, on=True)


def switch_foreign_keys(connection: Connection, *, on: bool) -> None:
    """Turn SQLite's foreign keys on or off, past SQLAlchemy, which would begin a transaction first."""
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")
    cursor.close()


def check_foreign_keys(connection: Connection) -> None:
    """Raise DatabaseError where a row refers to one that is not there."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise DatabaseError(f"the migration would leave rows of {broken[0]} without their {broken[2]}; nothing changed")


def head() -> str:
    """The latest revision that this version of the program knows."""
    script = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    assert script is not None
    return script


def current(engine: Engine) -> str | None:
    """The revision of a database, None where it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_empty(engine: Engine) -> bool:
    """Whether a database holds no table at all."""
    return not inspect(engine).get_table_names()


def holds_older(engine: Engine) -> bool:
    """Whether there is something in the database that a migration would change."""
    return current(engine) not in (None, head())


def version_fault(engine: Engine) -> str | None:
    """What to do where the schema is not the one this version needs, None where it is."""
    found, expected = current(engine), head()
    if found == expected:
        return None
    at = f"is at schema {found}" if found else "has no tables of this program"
    return f"the database {at}, this version needs schema {expected}: run `timeline db upgrade`"


def drift(engine: Engine) -> tuple[str, ...]:
    """How the database differs from what the program expects, a line a difference; empty where it does not."""
    fault = version_fault(engine)
    if fault is not None:
        return (fault,)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_ours, "compare_type": True})
        return tuple(map(str, compare_metadata(context, SQLModel.metadata)))


def is_ours(thing: Any, name: str | None, kind: str, _reflected: object, _compare_to: object) -> bool:
    """Whether SQLModel's tables describe it: full text search is made by the migrations alone."""
    match kind:
        case "table":
            return name is None or not name.startswith(SEARCH_TABLE)
        case "column":
            return name != SEARCH_COLUMN
        case "index":
            return SEARCH_COLUMN not in {column.name for column in thing.columns}
        case _:
            return True
