"""A large SQLite store, its rows written directly: many events, ten mentions and ten sources to each of them.

What a common filter costs and what a rare one costs differ most, so outlets, names and words are as uneven as in news:
the first is in a third of all events, the hundredth in a few of a thousand.
"""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from typing import TYPE_CHECKING

from timeline.edtf import parse
from timeline.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCES = 10  # of an event
OUTLETS, NAMES, FEEDS, WORDS = 300, 20_000, 50, 30_000
FIRST_DAY, DAYS = date(1990, 1, 1), 13_000
STATUSES = ("asserted", "reported", "claimed", "disputed", "denied", "planned")
STATUS_WEIGHTS = (60, 25, 10, 2, 1, 2)
LANGUAGES, LANGUAGE_WEIGHTS = ("en", "de", "fr", "es", "ru", "uk"), (70, 10, 8, 7, 4, 1)
MOMENT = "2026-11-22 00:00:00.000000"


def fill(path: Path, events: int) -> None:
    """Make a store of so many events; every article has been read and merged."""
    with closing(Store(str(path))) as store:
        store.upgrade()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA foreign_keys=OFF")
        with connection:
            write_named(connection)
            write_articles(connection, events)
            write_events(connection, events)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def write_named(connection: sqlite3.Connection) -> None:
    """Outlets, feeds and names."""
    connection.executemany("INSERT INTO sources VALUES (?, ?)", ((at, f"Outlet {at}") for at in range(1, OUTLETS + 1)))
    connection.executemany(
        "INSERT INTO feeds (number, url, added_at, next_check_at, interval_seconds, error_count)"
        " VALUES (?, ?, ?, '2090-01-01 00:00:00.000000', 3600, 0)",
        ((at, f"https://feed.example/{at}", MOMENT) for at in range(1, FEEDS + 1)),
    )
    people = ((at, f"Person {at}", f" person {at} ", "PERSON", 0) for at in range(1, NAMES + 1))
    connection.executemany("INSERT INTO names (number, name, folded, label, events) VALUES (?, ?, ?, ?, ?)", people)
    words = ((word, at) for at in range(1, NAMES + 1) for word in ("person", str(at)))
    connection.executemany("INSERT INTO name_words (word, name) VALUES (?, ?)", words)


def uneven(seeded: random.Random, among: int) -> int:
    """A number from 1 to `among`, the first the likeliest."""
    return min(among, int(among ** seeded.random() ** 1.3))


def write_articles(connection: sqlite3.Connection, events: int) -> None:
    """As many articles as events, of ten mentions each."""
    seeded = random.Random(3)
    rows = (
        (
            at, f"a{at}", f"a{at}", uneven(seeded, OUTLETS), uneven(seeded, FEEDS),
            seeded.choices(LANGUAGES, LANGUAGE_WEIGHTS)[0], "merged", MOMENT, MOMENT,
        )
        for at in range(1, events + 1)
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO articles (number, id, identity, source, feed, language, state, added_at, changed_at,"
        " published_corrected, source_corrected, revision, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 1, 0)",
        rows,
    )
    mentions = (
        (article, at, at * 40, at * 40 + 5, "opened", "open", "asserted", "expression", "{}")
        for article in range(1, events + 1)
        for at in range(SOURCES)
    )
    connection.executemany("INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", mentions)


def write_events(connection: sqlite3.Connection, events: int) -> None:
    """The events with their words, keys, names and first revisions."""
    articles = {row[0]: row[1:] for row in connection.execute("SELECT number, source, feed, language FROM articles")}
    seeded = random.Random(5)
    for number in range(1, events + 1):
        told_by = seeded.sample(range(1, events + 1), seeded.choice((1, 4, 10, 25)))
        title = " ".join(f"word{uneven(seeded, WORDS)}" for _ in range(8))
        view, columns = made(number, title, told_by, seeded)
        connection.execute(f"INSERT INTO events VALUES ({','.join('?' * len(columns))})", columns)
        connection.execute("INSERT INTO event_texts (event, body, payload) VALUES (?, ?, '{}')", (number, title))
        connection.execute("INSERT INTO event_views VALUES (?, ?)", (number, view))
        for name in {uneven(seeded, NAMES) for _ in range(4)}:
            kind = "participant" if name % 3 else "place"
            connection.execute("INSERT INTO event_names VALUES (?, ?, ?, ?)", (number, name, kind, name))
        connection.executemany("INSERT INTO event_keys VALUES (?, ?)", keys(number, [articles[one] for one in told_by]))
        tellings = ((number, at, article, 0, 5) for at, article in enumerate(told_by))
        connection.executemany("INSERT INTO event_sources VALUES (?, ?, ?, ?, ?)", tellings)
        connection.execute(
            "INSERT INTO event_revisions VALUES (?, ?, 1, 'created', NULL, NULL, ?)", (number, columns[1], MOMENT)
        )
    connection.execute("UPDATE names SET events = (SELECT count(*) FROM event_names WHERE main = names.number)")


def keys(event: int, told_by: list[tuple[int, int, str]]) -> Iterator[tuple[str, int]]:
    """The keys of an event."""
    found = {key for outlet, feed, tag in told_by for key in (f"source:Outlet {outlet}", f"feed:{feed}", f"lang:{tag}")}
    yield from ((key, event) for key in sorted(found))


def made(number: int, title: str, told_by: list[int], seeded: random.Random) -> tuple[str, tuple[object, ...]]:
    """An event's JSON as shown, and its row in the order of the table."""
    first = FIRST_DAY + timedelta(days=seeded.randrange(DAYS))
    precision, length = seeded.choices((("day", 0), ("month", 30), ("year", 364)), (80, 15, 5))[0]
    last = first + timedelta(days=length)
    key, status, salience = f"e{number:07d}", seeded.choices(STATUSES, STATUS_WEIGHTS)[0], seeded.random() * 5
    when = {
        "edtf": f"{first}/{last}" if length else f"{first}", "earliest": f"{first}", "latest": f"{last}",
        "precision": precision, "best": None if length else f"{first}", "label": f"{first}",
    }  # fmt: skip
    sources = [
        {
            "article": f"a{one}", "url": f"https://example.org/{one}", "source": "Outlet", "title": title,
            "published": None, "start": 0, "end": 5, "trigger": "opened",
            "quote": {"start": 0, "end": 60, "text": title}, "when": when, "basis": "expression", "why": [],
            "speaker": None, "stance": "asserted",
        }
        for one in told_by
    ]  # fmt: skip
    view = {
        "id": key, "title": title, "when": when, "why": [], "status": status, "salience": round(salience, 3),
        "source_count": len(told_by), "independent_source_count": len(told_by), "dates_agree": True,
        "participants": [], "places": [], "links": [], "sources": sources,
    }  # fmt: skip
    lower, upper = parse(f"{first}").lower, parse(f"{last}").upper
    rank = {"day": 4, "month": 6, "year": 9}[precision]
    columns = {
        "number": number, "id": key, "title": title, "edtf": when["edtf"], "earliest": f"{first}",
        "latest": f"{last}", "best": when["best"], "precision": precision, "lower": lower, "upper": upper,
        "order_day": f"{first}", "order_rank": rank, "status": status, "salience": salience,
        "notable": seeded.random() < 0.7, "source_count": len(told_by), "independent_source_count": len(told_by),
        "seq": number, "revision": 1, "month": f"{first}"[:7] if f"{first}"[:7] == f"{last}"[:7] else None,
    }  # fmt: skip
    return json.dumps(view, separators=(",", ":")), tuple(columns.values())
