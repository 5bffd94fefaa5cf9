"""Copies of an SQLite database, made while others use it, and put back."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.store.engine import DatabaseError

if TYPE_CHECKING:
    from sqlalchemy import Engine

ELSEWHERE = "is for SQLite: use pg_dump and pg_restore with PostgreSQL"


def database_file(engine: Engine) -> Path:
    """The file of an SQLite database; raises DatabaseError for any other."""
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name or name == ":memory:":
        raise DatabaseError(f"a backup {ELSEWHERE}")
    return Path(name)


def backup(engine: Engine, target: Path) -> None:
    """Copy the database into a new file, compact and consistent; raises DatabaseError where the file is there."""
    source = database_file(engine)
    if not source.exists():
        raise DatabaseError(f"there is no database {source}")
    if target.exists():
        raise DatabaseError(f"{target} is there already: choose another name")
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(source)) as connection:
            connection.execute("VACUUM INTO ?", (str(partial),))
        partial.rename(target)
    except (sqlite3.Error, OSError) as problem:
        partial.unlink(missing_ok=True)
        raise DatabaseError(f"cannot write the backup {target}: {problem}") from problem


def beside(engine: Engine, mark: str) -> Path:
    """Copy the database into a file beside it, with a mark in its name; returns where."""
    source = database_file(engine)
    target = source.with_name(f"{source.name}.{mark}.backup")
    backup(engine, target)
    return target


def restore(engine: Engine, source: Path, *, mark: str) -> Path | None:
    """Make the database what it was when a backup was made, in one transaction; raises DatabaseError for no backup.

    Returns where what it was until now is saved, None where there was nothing.
    """
    check_backup(source)
    target = database_file(engine)
    engine.dispose()
    replaced = beside(engine, mark) if target.exists() else None
    try:
        with closing(sqlite3.connect(source)) as saved, closing(sqlite3.connect(target)) as live:
            saved.backup(live)
    except sqlite3.Error as problem:
        raise DatabaseError(f"cannot restore {target}: {problem}") from problem
    return replaced


def check_backup(source: Path) -> None:
    """Raise DatabaseError where a file is no sound database of ours."""
    if not source.is_file() or not os.access(source, os.R_OK):
        raise DatabaseError(f"there is no backup {source}")
    try:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            verdict = connection.execute("PRAGMA quick_check").fetchone()[0]
            connection.execute("SELECT 1 FROM articles, alembic_version LIMIT 1")
    except sqlite3.Error as problem:
        raise DatabaseError(f"{source} is no backup of a timeline: {problem}") from problem
    if verdict != "ok":
        raise DatabaseError(f"{source} is damaged: {verdict}")
