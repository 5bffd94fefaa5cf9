"""Questions to the chronology beyond its words and its dates: orders, keys, counts, saved timelines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from story import event, fill, on, source

from timeline.store import CursorError, Facet, NotFoundError, SavedTimeline, Store, TimelineQuery, plans
from timeline.types import Article, Event, Landmark

Tell = Callable[..., Article]
FEED = "https://feed.example/a"
TOLD = {
    "a": ("2022-02-24 Ann Vey crossed in Mozyr.", "en"),
    "b": ("2022-02-26 Bo Lind resigned in Tartu.", "en-GB"),
    "c": ("2022-02-26 Bo Lind resigned in Tartu.", "de"),
    "d": ("2022-03-05 Ann Vey rejected it.", None),
    "e": ("Cy Dorn vanished.", "de"),
}


@pytest.fixture(scope="module")
def told(new_database: Callable[[], str], article: Tell, ingest_into: Callable[..., None]) -> Iterator[Store]:
    with closing(Store(new_database())) as store:
        store.add_feed(FEED)
        for key, (text, language) in TOLD.items():
            came = replace(article(text, key=key, source=key.upper()), language=language)
            store.add_article(came, feed=FEED if key in "ac" else None)
        ingest_into(store)
        yield store


def triggers(store: Store, **filters: object) -> list[str]:
    page = store.timeline_views(replace(TimelineQuery(everything=True), **filters))
    return [event["sources"][0]["trigger"] for event in json.loads(b"[%b]" % page.events)]


QUESTIONS = [
    ({}, ["crossed", "resigned", "rejected", "vanished"]),
    ({"sort": "-date"}, ["vanished", "rejected", "resigned", "crossed"]),
    ({"feed": 1}, ["crossed", "resigned"]),
    ({"feed": 2}, []),
    ({"language": "EN"}, ["crossed", "resigned"]),
    ({"language": "en_gb"}, ["resigned"]),
    ({"language": "de", "source": "B"}, ["resigned"]),
    ({"place": "Tartu"}, ["resigned"]),
    ({"place": "Ann Vey"}, []),
    ({"min_sources": 2}, ["resigned"]),
    ({"min_independent": 2}, []),
    ({"precision": "day"}, ["crossed", "resigned", "rejected"]),
    ({"precision": "day", "name": "Ann Vey", "start": "2022-03", "status": "asserted"}, ["rejected"]),
    ({"text": "tartu", "name": "lind", "source": "C", "feed": 1, "language": "de"}, ["resigned"]),
    ({"text": "tartu", "name": "vey"}, []),
    ({"everything": False, "end": "2022-02"}, ["crossed", "resigned"]),
]


@pytest.mark.parametrize("small", [5000, 0])
@pytest.mark.parametrize(("filters", "expected"), QUESTIONS)
def test_every_plan_shows_what_the_filters_say(
    told: Store, filters: dict[str, object], expected: list[str], small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plans, "SMALL", small)  # below it no filter is weighed
    told._changes_seen = None
    assert triggers(told, **filters) == expected
    query = replace(TimelineQuery(everything=True), **filters)  # type: ignore[arg-type]
    page, views = told.timeline(query), told.timeline_views(query)
    assert [event.sources[0].trigger for event in page.events] == expected
    assert (views.total_hint, views.total_exact) == (page.total_hint, True) == (len(expected), True)


@pytest.mark.parametrize("small", [5000, 0])
@pytest.mark.parametrize("sort", ["date", "-date", "salience", "updated"])
@pytest.mark.parametrize("filters", [{}, {"name": "Ann Vey"}, {"language": "de"}])
def test_pages_joined_are_the_whole_in_every_order(
    told: Store, sort: str, filters: dict[str, object], small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plans, "SMALL", small)
    told._changes_seen = None
    query = replace(TimelineQuery(everything=True, sort=sort), **filters)  # type: ignore[arg-type]
    whole = [event.id for event in told.timeline(query).events]
    joined: list[str] = []
    cursor: str | None = None
    while True:
        page = told.timeline_views(replace(query, limit=1, cursor=cursor))
        joined += [event["id"] for event in json.loads(b"[%b]" % page.events)]
        assert page.total_hint == len(whole)
        cursor = page.next
        if cursor is None:
            break
    assert joined == whole != []


def test_a_cursor_is_of_one_question(told: Store) -> None:
    query = TimelineQuery(everything=True, limit=1)
    cursor = told.timeline_views(query).next
    for other in (
        replace(query, sort="-date", cursor=cursor),
        replace(query, name="Ann Vey", cursor=cursor),
        replace(query, everything=False, cursor=cursor),
    ):
        with pytest.raises(CursorError, match="another question"):
            told.timeline_views(other)
    assert told.timeline_views(replace(query, limit=3, cursor=cursor)).next is None


def test_facets_count_what_events_share(told: Store) -> None:
    found = told.facets(TimelineQuery(everything=True), ("name", "source", "status", "month"))
    assert found["status"] == (Facet(value="asserted", count=4),)
    assert found["month"] == (Facet(value="2022-02", count=2), Facet(value="2022-03", count=1))
    assert found["name"][0] == Facet(value="Ann Vey", count=2)
    assert [facet.value for facet in found["source"]] == ["A", "B", "C", "D", "E"]
    assert told.facets(TimelineQuery(source="B"), ("name",))["name"] == (
        Facet(value="Bo Lind", count=1),
        Facet(value="Tartu", count=1),
    )


def test_months_are_told_whole(new_database: Callable[[], str]) -> None:
    months = [f"{year}-{month:02}" for year in range(2001, 2007) for month in range(1, 13)]
    days = [on(f"{month}-05", month) for month in months]
    with closing(Store(new_database())) as store:
        fill(store, [event(day.label, "It happened", day, source("Log", "It happened.", day)) for day in days])
        assert store.facets(TimelineQuery(), ("month",))["month"] == tuple(Facet(value=one, count=1) for one in months)


def test_no_tie_in_salience_is_lost_between_pages(new_database: Callable[[], str]) -> None:
    with closing(Store(new_database())) as store:
        day, words = on("2022-03-05", "5 March 2022"), source("Log", "It happened.", None)
        weights = (0.011, 0.1, 1.38, 20.001)
        made = [
            replace(event(f"{at}-{weight}", "It", day, words), salience=weight) for weight in weights for at in "abc"
        ]
        fill(store, made)
        query = TimelineQuery(sort="salience", limit=1)
        found: list[str] = []
        while True:
            page = store.timeline(query)
            found += [one.id for one in page.events]
            if page.next is None:
                break
            query = replace(query, cursor=page.next)
        assert sorted(found) == sorted(one.id for one in made)


def test_names_are_listed_with_how_many_events_give_them(told: Store) -> None:
    first = told.names(limit=2)
    assert [(one.name, one.kind, one.count) for one in first.names] == [
        ("Ann Vey", "person", 2),
        ("Bo Lind", "person", 1),
    ]
    rest = told.names(limit=9, cursor=first.next)
    assert ([one.name for one in rest.names], rest.next) == (["Cy Dorn", "Mozyr", "Tartu"], None)
    assert [one.name for one in told.names(prefix="ANN v").names] == ["Ann Vey"]
    assert [one.name for one in told.names(prefix="t", kind="place").names] == ["Tartu"]
    assert told.names(prefix="zz").names == told.names(prefix="ey").names == ()


def test_a_saved_timeline_is_a_question_with_a_name(store: Store, article: Tell, ingest: Callable[..., None]) -> None:
    ingest(*(article(text, key=key) for key, (text, _) in TOLD.items()))
    (vanished,) = store.timeline(TimelineQuery(text="vanished", everything=True)).events
    saved = SavedTimeline(slug="ann", title="Ann", query=TimelineQuery(name="Ann Vey"), pinned=(vanished.id,))
    assert store.save_timeline(saved)
    assert not store.save_timeline(replace(saved, title="Ann Vey"))
    (listed,) = store.saved_timelines()
    assert (listed.title, listed.pinned, listed.query) == ("Ann Vey", saved.pinned, replace(saved.query, pinned="ann"))
    shown = [event.sources[0].trigger for event in store.timeline(store.saved_timeline("ann").query).events]
    assert shown == ["crossed", "rejected", "vanished"]
    views = store.timeline_views(replace(listed.query, limit=1))
    assert views.total_hint == 3
    store.remove_timeline("ann")
    with pytest.raises(NotFoundError):
        store.saved_timeline("ann")


def test_a_landmark_has_all_that_may_hang_on_it_merged_again(
    store: Store, article: Tell, ingest: Callable[..., None]
) -> None:
    ingest(article("2022-02-24 Ann Vey crossed in Mozyr."))
    landmark = Landmark(name="the crossing", date="2022-02-24", phrases=("the crossing",))
    assert store.put_landmark(landmark)
    assert store.unmerged(9) == ("a",)
    ingest()
    assert not store.put_landmark(landmark)
    assert store.unmerged(9) == ()
    assert not store.put_landmark(replace(landmark, date="2022-02-25"))
    assert store.unmerged(9) == ("a",)
    assert [one.date for one in store.landmarks()] == ["2022-02-25"]
    store.remove_landmark("the crossing")
    assert store.landmarks() == ()


def test_an_event_is_shown_as_a_revision_made_it(store: Store, article: Tell, ingest: Callable[..., None]) -> None:
    ingest(article("2022-02-24 Ann Vey crossed in Mozyr.", key="a"))
    (event,) = store.timeline(TimelineQuery()).events
    ingest(article("2022-02-24 Ann Vey crossed in Mozyr.", key="b"))
    assert count(store.revision(event.id, 1).event) == 1
    assert count(store.revision(event.id, 2).event) == 2
    with pytest.raises(NotFoundError, match="revision 3"):
        store.revision(event.id, 3)
    assert store.last_changes([event.id])[event.id].revision == 2


def count(event: Event | None) -> int:
    assert event is not None
    return event.source_count
