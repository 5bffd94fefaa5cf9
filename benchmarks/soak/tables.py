"""Two stores held against each other, table by table and row by row, but for times, tokens and the order of coming."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

# What tells when something was done, by whom, or in which order it came in; all other columns must be the same.
LEFT_OUT = {
    "articles": {"number", "added_at", "changed_at", "looked_at", "look_at", "claim", "lease_until"},
    "article_revisions": {"seen_at"},
    "extractions": {"stamp", "extracted_at"},
    "events": {"number", "seq"},
    "event_revisions": {"seq", "at"},
    "event_redirects": {"seq"},
    "feeds": {"number", "added_at", "next_check_at", "checked_at", "claim", "claimed_until", "moved_since"},
    "fetch_log": {"number", "at", "seconds"},
    "hosts": {"rests_until"},
    "landmarks": {"number"},
    "names": {"number"},
    "sources": {"number"},
    "tallies": {"seconds"},
}
# The store's own keys, by the name that the world gives the same thing.
KEYS = {
    ("articles", "source"): ("sources", "name"),
    ("articles", "feed"): ("feeds", "url"),
    ("feeds", "source"): ("sources", "name"),
    ("fetch_log", "feed"): ("feeds", "url"),
    ("article_revisions", "article"): ("articles", "id"),
    ("extractions", "article"): ("articles", "id"),
    ("mentions", "article"): ("articles", "id"),
    ("article_keys", "article"): ("articles", "id"),
    ("article_names", "article"): ("articles", "id"),
    ("article_names", "name"): ("names", "name"),
    ("event_sources", "article"): ("articles", "id"),
    ("event_sources", "event"): ("events", "id"),
    ("event_names", "event"): ("events", "id"),
    ("event_names", "name"): ("names", "name"),
    ("event_names", "main"): ("names", "name"),
    ("event_texts", "event"): ("events", "id"),
    ("event_views", "event"): ("events", "id"),
    ("event_keys", "event"): ("events", "id"),
    ("name_words", "name"): ("names", "name"),
}
Row = tuple[object, ...]


def contents(database: Path) -> dict[str, Counter[Row]]:
    """The rows of every table, how often each."""
    with closing(sqlite3.connect(database)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        own = sorted(name for (name,) in names if not name.startswith(("sqlite_", "event_search")))
        return {table: rows(connection, table) for table in own}


def rows(connection: sqlite3.Connection, table: str) -> Counter[Row]:
    """The rows of one table, with what is left out left out, and the names of things in place of their numbers."""
    columns = [column for _, column, *_ in connection.execute(f"PRAGMA table_info({table})")]
    shown = ", ".join(shown_as(table, column) for column in columns if column not in LEFT_OUT.get(table, set()))
    return Counter(connection.execute(f"SELECT {shown} FROM {table} AS own").fetchall())


def shown_as(table: str, column: str) -> str:
    """The column, or the name of what its number stands for."""
    if (table, column) not in KEYS:
        return f'own."{column}"'
    other, name = KEYS[table, column]
    return f'(SELECT "{name}" FROM {other} WHERE number = own."{column}")'


def differences(one: Path, other: Path) -> list[str]:
    """How two stores differ, a line a table; empty where they do not."""
    first, second = contents(one), contents(other)
    found = [f"only one of them has {sorted(first.keys() ^ second.keys())}"] if first.keys() != second.keys() else []
    for table in sorted(first.keys() & second.keys()):
        missing, more = first[table] - second[table], second[table] - first[table]
        if missing or more:
            example = str(next(iter(missing or more)))[:300]
            found.append(f"{table}: {missing.total()} rows missing, {more.total()} more, such as {example}")
    return found
