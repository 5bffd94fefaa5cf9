"""The change feed: who replays it from the start has exactly the store's events, whatever happened in between."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide
from litestar.testing import TestClient

from service.answers import Answers
from service.routes.changes import list_changes
from timeline.exports.json import event_json
from timeline.store import NotFoundError, Store, TimelineQuery
from timeline.types import Article, Event, Published

if TYPE_CHECKING:
    from tests.service.conftest import Server

ARTICLES = ("a", "b", "c", "d")
SENTENCES = (
    "2022-02-24 Anna Lind resigned in Varnholm.",
    "2022-02-24 Anna Lind resigned in Varnholm at noon.",
    "2022-02-26 Anna Lind resigned in Varnholm.",
    "2022-03-01 Otto Berg spoke in Torvik.",
    "Otto Berg spoke in Torvik.",
    "2022-03-05 Maja Holt arrived.",
)
one_article = st.sampled_from(ARTICLES)
steps = st.one_of(
    st.tuples(st.just("tell"), one_article, st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True)),
    st.tuples(st.just("remove"), one_article, st.just([])),
    st.tuples(st.just("correct"), one_article, st.just([])),
    st.tuples(st.just("join"), one_article, st.just([])),
)


@pytest.fixture(scope="module")
def feed() -> Iterator[tuple[TestClient[Litestar], dict[str, Store]]]:
    """The route over whatever store is put into the dictionary."""
    current: dict[str, Store] = {}
    app = Litestar(
        [list_changes],
        state=State({"answers": Answers(1_000_000)}),
        dependencies={"store": Provide(lambda: current["store"], sync_to_thread=False)},
        logging_config=None,
    )
    with TestClient(app) as client:
        yield client, current


@contextmanager
def copy_of(empty: Path) -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        store = Store(str(shutil.copy(empty, folder)))
        yield store
        store.close()


@given(script=st.lists(steps, min_size=1, max_size=10), page=st.integers(1, 7))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
def test_replayed_from_zero_it_gives_the_events_of_the_store(
    script: list[tuple[str, str, list[str]]],
    page: int,
    feed: tuple[TestClient[Litestar], dict[str, Store]],
    empty_sqlite: Path,
    ingest_into: Callable[..., None],
    article: Callable[..., Article],
) -> None:
    client, current = feed
    with copy_of(empty_sqlite) as store:
        current["store"] = store
        for at, step in enumerate(script):
            carry_out(store, at, step, ingest_into, article)
        changes = list(replayed(client, page))
        assert all(before["seq"] < after["seq"] for before, after in pairwise(changes))
        events, heirs = put_together(changes)
        assert events == {event.id: event_json(event) for event in all_events(store)}
        for gone, heir in heirs.items():
            assert where(store, gone) == heir


def test_a_script_meets_every_kind_of_change(
    feed: tuple[TestClient[Litestar], dict[str, Store]],
    empty_sqlite: Path,
    ingest_into: Callable[..., None],
    article: Callable[..., Article],
) -> None:
    client, current = feed
    script = [("tell", "a", [SENTENCES[0], SENTENCES[3]]), ("tell", "b", [SENTENCES[5]]), ("join", "a", [])]
    with copy_of(empty_sqlite) as store:
        current["store"] = store
        for at, step in enumerate([*script, ("remove", "b", [])]):
            carry_out(store, at, step, ingest_into, article)
        kinds = [change["kind"] for change in replayed(client, 2)]
    assert kinds == ["created", "created", "created", "merged", "updated", "removed"]


def test_who_asks_from_a_change_that_never_was_is_told_to_start_anew(server: Server) -> None:
    for path in ("/v1/changes?after=999999", "/v1/stream?after=999999"):
        answer = server.get(path)
        assert (answer.status, answer.headers["content-type"]) == (409, "application/problem+json")
        assert "start from 0" in answer.json["detail"]


def carry_out(
    store: Store,
    at: int,
    step: tuple[str, str, list[str]],
    ingest_into: Callable[..., None],
    article: Callable[..., Article],
) -> None:
    """One step of a script, where it can be done."""
    match step:
        case ("tell", key, sentences):
            ingest_into(store, article(" ".join(sentences), key=key))
        case ("remove", key, _) if is_there(store, key):
            store.remove_article(key)
        case ("correct", key, _) if is_there(store, key):
            day = date(2022, 3, 2 + at)
            store.correct_article(key, published=Published(raw=day.isoformat(), day=day))
            ingest_into(store)
        case ("join", key, _) if is_there(store, key):
            join_two(store, key)


def is_there(store: Store, key: str) -> bool:
    try:
        return store.article(key).state != "removed"
    except NotFoundError:
        return False


def join_two(store: Store, key: str) -> None:
    """Merge the first two events around an article into one, as better evidence would."""
    scope = store.related([key])
    events = [store.event(each) for each in sorted(scope.events)]
    if len(events) > 1:
        first, second, *rest = events
        both = replace(first, sources=first.sources + second.sources)
        assert store.save_events([both, *rest], scope=scope) is not None


def replayed(client: TestClient[Litestar], page: int) -> Iterator[dict[str, Any]]:
    after = 0
    while True:
        answer = client.get("/v1/changes", params={"after": after, "limit": page}).json()
        yield from answer["changes"]
        if answer["next"] == answer["seq"]:
            return
        after = answer["next"]


def put_together(changes: list[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, str | None]]:
    """What a client does with changes: keep what an event was made, drop what is gone, remember where ids lead."""
    events: dict[str, Any] = {}
    heirs: dict[str, str | None] = {}
    for change in changes:
        key = change["id"]
        if change["event"] is not None:
            events[key] = change["event"]
            heirs.pop(key, None)
        elif change["kind"] in ("merged", "removed"):
            events.pop(key, None)  # its words may have been taken out of its history, too
            heirs = {old: change["merged_into"] if heir == key else heir for old, heir in heirs.items()}
            heirs[key] = change["merged_into"]
    return events, heirs


def all_events(store: Store) -> tuple[Event, ...]:
    page = store.timeline(TimelineQuery(everything=True, limit=500))
    assert page.next is None
    return page.events


def where(store: Store, event_id: str) -> str | None:
    try:
        return store.event(event_id).id
    except NotFoundError:
        return None
