"""The chronology out of the store: order, filters, cursors, full text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from timeline.chronology import in_order
from timeline.edtf import parse
from timeline.exports.json import event_json
from timeline.store import QueryError, Spread, Store, TimelineQuery
from timeline.types import Article, Event, Person, When

Tell = Callable[..., Article]
STORY = {
    "a": "2022-02-24 Ann Vey crossed in Mozyr.",
    "b": "2022-02-26 Bo Lind resigned in Tartu quickly.",
    "c": "Cy Dorn vanished. 2022-03-05 Ann Vey rejected the “peace-plan”.",
}


@pytest.fixture(scope="module")
def told(new_database: Callable[[], str], article: Tell, ingest_into: Callable[..., None]) -> Iterator[Store]:
    """The story in a store that nobody changes."""
    store = Store(new_database())
    ingest_into(store, *(article(text, key=key, source=key.upper()) for key, text in STORY.items()))
    yield store
    store.close()


@pytest.fixture
def changing(store: Store, article: Tell, ingest: Callable[..., None]) -> Store:
    """The story in a store of the test's own."""
    ingest(*(article(text, key=key, source=key.upper()) for key, text in STORY.items()))
    return store


def triggers(store: Store, **filters: object) -> list[str]:
    query = TimelineQuery(everything=True)
    return [event.sources[0].trigger for event in store.timeline(replace(query, **filters)).events]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["crossed", "resigned", "rejected", "vanished"]),
        ({"everything": False}, ["crossed", "resigned", "rejected"]),
        ({"text": "mozyr"}, ["crossed"]),
        ({"text": "resign"}, ["resigned"]),
        ({"text": "ann vey"}, ["crossed", "rejected"]),
        ({"text": '"vey ann"'}, []),
        ({"text": '"Ann Vey"'}, ["crossed", "rejected"]),
        ({"text": "peace plan"}, ["rejected"]),
        ({"text": "ann -vey"}, ["crossed", "rejected"]),
        ({"text": "ann OR bo"}, []),
        ({"text": "peace* AND (x"}, []),
        ({"text": '"'}, []),
        ({"text": "''; DROP TABLE events"}, []),
        ({"text": " "}, ["crossed", "resigned", "rejected", "vanished"]),
        ({"name": "ann VEY"}, ["crossed", "rejected"]),
        ({"name": "Vey"}, ["crossed", "rejected"]),
        ({"name": "Ve"}, []),
        ({"name": "%"}, []),
        ({"name": "Mozyr"}, ["crossed"]),
        ({"source": "B"}, ["resigned"]),
        ({"source": "b"}, []),
        ({"status": "asserted"}, ["crossed", "resigned", "rejected", "vanished"]),
        ({"status": "denied"}, []),
        ({"start": "2022-02-26"}, ["resigned", "rejected"]),
        ({"end": "2022-02"}, ["crossed", "resigned"]),
        ({"start": "2022-02-25", "end": "2022-02-27"}, ["resigned"]),
        ({"start": "2022-02-24/2022-02-25", "end": "2022-02-25"}, ["crossed"]),
        ({"start": "2023"}, []),
    ],
)
def test_filters_show_what_they_say(told: Store, filters: dict[str, object], expected: list[str]) -> None:
    assert triggers(told, **filters) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (TimelineQuery(), ["2022-02-24", "2022-02-26", "2022-03-05"]),
        (TimelineQuery(limit=1, everything=True), ["2022-02-24", "2022-02-26", "2022-03-05"]),
        (TimelineQuery(name="Vey", start="2022-03"), ["2022-03-05"]),
        (TimelineQuery(text="zeppelin"), []),
    ],
)
def test_how_events_lie_in_time_does_not_hang_on_the_page(
    told: Store, query: TimelineQuery, expected: list[str]
) -> None:
    days = [parse(day) for day in expected]
    assert told.spread(query) == tuple(Spread(lower=day.lower, upper=day.upper, events=1) for day in days)


def test_what_is_counted_once_is_counted_anew_after_a_change(changing: Store) -> None:
    everything, named = TimelineQuery(everything=True), TimelineQuery(name="Vey", limit=1, sort="-date")
    assert (changing.count(everything), changing.count(named), changing.timeline(named).total_hint) == (4, 2, 2)
    changing.remove_article("a")
    assert (changing.count(everything), changing.count(named), changing.timeline(named).total_hint) == (3, 1, 1)


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5])
def test_pages_joined_are_the_whole_in_order(told: Store, limit: int) -> None:
    whole = told.timeline(TimelineQuery(everything=True))
    joined: list[Event] = []
    cursor: str | None = None
    while True:
        page = told.timeline(TimelineQuery(everything=True, limit=limit, cursor=cursor))
        joined += page.events
        assert page.total_hint == whole.total_hint == 4
        cursor = page.next
        if cursor is None:
            break
    assert tuple(joined) == whole.events == in_order(whole.events)


def day(edtf: str, earliest: str | None, latest: str | None, best: str | None = None) -> When:
    precision = "day" if earliest == latest else "range"
    return When(edtf=edtf, earliest=earliest, latest=latest, precision=precision, best=best, label=edtf)  # type: ignore[arg-type]


WHENS = [
    day("../2022-02-24", None, "2022-02-24", "2022-02-24"),
    day("2022-02-24", "2022-02-24", "2022-02-24", "2022-02-24"),
    day("2022-02", "2022-02-01", "2022-02-28"),
    day("2022-02-24/..", "2022-02-24", None),
    day("2022-02-24T10:00", "2022-02-24T10:00:00", "2022-02-24T10:00:59", "2022-02-24"),
    day("0800", "0800-01-01", "0800-12-31"),
]


@pytest.fixture
def dated(changing: Store) -> Store:
    """A store with an event for every kind of date."""
    scope = changing.related(["b"])
    (event,) = changing.timeline(TimelineQuery(source="B")).events
    events = [replace(event, id=f"e{at}", when=when, title=when.edtf) for at, when in enumerate(WHENS)]
    assert changing.save_events(events, scope=scope) is not None
    return changing


def test_every_kind_of_date_is_in_the_order_of_the_library(dated: Store) -> None:
    events = dated.timeline(TimelineQuery(everything=True)).events
    assert events == in_order(events)
    assert len(events) == len(WHENS) + 3


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2022-03", None, {"2022-02-24/.."}),
        (None, "2021", {"../2022-02-24", "0800"}),
        ("2022-02-24T12:00", "2022-02-24", {"../2022-02-24", "2022-02-24", "2022-02", "2022-02-24/.."}),
        ("0799", "0801", {"../2022-02-24", "0800"}),
    ],
)
def test_a_window_shows_what_can_lie_in_it(
    dated: Store, start: str | None, end: str | None, expected: set[str]
) -> None:
    shown = dated.timeline(TimelineQuery(start=start, end=end, name="Tartu")).events
    assert {event.title for event in shown} == expected


def test_an_alias_finds_its_event(changing: Store) -> None:
    (event,) = changing.timeline(TimelineQuery(source="B")).events
    renamed = replace(event, participants=(Person(name="Bo Lind", label="PERSON", aliases=("Bo Lindt",)),))
    changing.save_events([renamed], scope=changing.related(["b"]))
    assert triggers(changing, name="lindt") == triggers(changing, text="lindt") == ["resigned"]


def test_full_text_follows_every_change(changing: Store) -> None:
    (event,) = changing.timeline(TimelineQuery(text="resigned")).events
    (source,) = event.sources
    quote = replace(source.quote, text="Bo Lind gave up.")
    revised = replace(event, title="Stepped down", sources=(replace(source, quote=quote),))
    changing.save_events([revised], scope=changing.related(["b"]))
    assert triggers(changing, text="quickly") == []
    assert triggers(changing, text="stepped") == triggers(changing, text="gave up") == ["resigned"]
    assert changing.event(event.id) == revised


def test_views_are_the_contracts_json_of_the_same_page(told: Store) -> None:
    query = TimelineQuery(limit=2)
    page, views = told.timeline(query), told.timeline_views(query)
    assert json.loads(b"[%b]" % views.events) == [event_json(event) for event in page.events]
    assert (views.next, views.total_hint) == (page.next, page.total_hint) != (None, 0)


@pytest.mark.parametrize("cursor", ["x", "", "ü", "W10", "WzEsMiwzXQ", "eyJhIjoxfQ", "WyJhIiwiYiIsImMiXQ", "A" * 999])
def test_a_cursor_that_is_none_of_ours_is_refused(told: Store, cursor: str) -> None:
    with pytest.raises(QueryError, match="cursor"):
        told.timeline(TimelineQuery(cursor=cursor))


@pytest.mark.parametrize("date", ["yesterday", "2022-13", "24/02/2022", ""])
def test_a_date_that_is_no_edtf_is_refused(told: Store, date: str) -> None:
    with pytest.raises(QueryError, match="EDTF"):
        told.timeline(TimelineQuery(start=date))


def test_counts_say_how_much_there_is(told: Store) -> None:
    counts = told.counts()
    assert (counts.articles, counts.events, counts.seq) == ({"merged": 3}, 4, 4)


def test_a_page_is_of_the_edition_that_the_store_has(
    store: Store, article: Callable[..., Article], ingest: Callable[..., None]
) -> None:
    editions = [store.edition()]
    for day in ("2022-02-24", "2022-02-25"):
        ingest(article(f"{day} Anna Lind resigned in Varnholm.", key=day))
        editions.append(store.edition())
        assert store.timeline_views(TimelineQuery(limit=1)).edition == editions[-1]
    assert [edition.seq for edition in editions] == [0, 1, 2]
    assert [bool(edition.at) for edition in editions] == [False, True, True]


def test_only_a_small_sqlite_store_is_read_without_a_thread(store: Store) -> None:
    assert not store.answers_at_once
    store.timeline_views(TimelineQuery(limit=5))
    assert store.answers_at_once == (store.engine.dialect.name == "sqlite")
