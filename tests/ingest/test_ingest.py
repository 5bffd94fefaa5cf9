"""Ingesting: every step can be repeated, so that a crash anywhere costs time and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Any

import pytest
from stores import read_plainly
from workers import at_once, claim_and_die, post_all, read_all

from timeline.ingest import merge_articles, merge_read, process_pending, read_pending
from timeline.store import Store, TimelineQuery
from timeline.types import Article, Event, Extraction, TimelineError

Tell = Callable[..., Article]
Extract = Callable[[Sequence[Article]], Iterator[Extraction]]
TEXTS = (
    "2022-02-24 Ann Vey crossed in Mozyr. 2022-02-25 Ann Vey spoke in Gomel.",
    "2022-02-24 Ann Vey crossed in Mozyr. 2022-02-26 Bo Lind resigned in Tartu.",
    "2022-02-26 Bo Lind resigned in Tartu. 2022-02-27 Cy Dorn sued in Tartu.",
    "2022-02-24 Ann Vey crossed in Mozyr. 2022-02-25 Ann Vey spoke in Gomel.",
)


class CrashError(BaseException):
    """The process ends here."""


def events(store: Store) -> tuple[Event, ...]:
    return store.timeline(TimelineQuery(everything=True)).events


def partition(store: Store) -> set[frozenset[tuple[str, int]]]:
    """Which tellings are one event."""
    return {frozenset((source.article, source.start) for source in event.sources) for event in events(store)}


def add_all(store: Store, article: Tell) -> None:
    for number, text in enumerate(TEXTS):
        store.add_article(article(text, key=f"n{number}", source=f"Outlet {number}"))


def test_what_waits_is_read_once_and_merged(store: Store, article: Tell, extract: Extract) -> None:
    add_all(store, article)
    assert [process_pending(store, extract, limit=3) for _ in range(3)] == [3, 1, 0]
    assert store.counts().articles == {"merged": 4}
    assert {len(event.sources) for event in events(store)} == {1, 2, 3}


def test_one_by_one_or_all_at_once_gives_the_same_events(
    new_database: Callable[[], str], article: Tell, extract: Extract
) -> None:
    found = []
    for order in ((0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)):
        store = Store(new_database())
        for number in order:
            store.add_article(article(TEXTS[number], key=f"n{number}", source=f"Outlet {number}"))
            process_pending(store, extract)
        found.append(partition(store))
        store.close()
    together = Store(new_database())
    add_all(together, article)
    process_pending(together, extract)
    found.append(partition(together))
    together.close()
    assert all(one == found[0] for one in found)


METHODS = ("claim_pending", "save_extraction", "release", "unmerged", "related", "save_events")


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("method", METHODS)
def test_a_crash_at_any_step_and_a_rerun_give_the_same_store(
    store: Store, clock: Any, article: Tell, extract: Extract, monkeypatch: pytest.MonkeyPatch, method: str, after: bool
) -> None:
    add_all(store, article)
    undisturbed = Store(store.engine.url.render_as_string(hide_password=False), now=clock)
    step = getattr(store, method)

    def crash(*arguments: Any, **options: Any) -> None:
        if after:
            step(*arguments, **options)
        raise CrashError

    monkeypatch.setattr(store, method, crash)
    with pytest.raises(CrashError):
        process_pending(store, extract, limit=2)
    clock.passes(hours=1)
    while process_pending(undisturbed, extract, limit=2):
        pass
    assert undisturbed.counts().articles == {"merged": 4}
    assert sorted(len(event.sources) for event in events(undisturbed)) == [1, 2, 2, 3]
    created = [change.id for change in undisturbed.changes() if change.kind == "created"]
    assert len(created) == len(set(created)) == 4
    undisturbed.close()


def test_an_article_that_cannot_be_read_does_not_hold_up_the_others(
    store: Store, article: Tell, extract: Extract
) -> None:
    add_all(store, article)

    def stumbling(articles: Sequence[Article]) -> Iterator[Extraction]:
        for one in articles:
            if one.id == "n1":
                raise TimelineError("the reader ran out of memory")
            yield from extract([one])

    for _ in range(8):
        process_pending(store, stumbling)
    assert store.counts().articles == {"merged": 3, "failed": 1}
    assert store.article("n1").error == "given up after 3 attempts: the reader ran out of memory"


def test_a_merge_that_was_overtaken_is_done_again(
    store: Store, article: Tell, extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_all(store, article)
    read_pending(store, extract, limit=9)
    rounds = count(1)
    related = store.related

    def overtaken(article_ids: Sequence[str]) -> Any:
        scope = related(article_ids)
        if next(rounds) == 1:
            monkeypatch.setattr(store, "related", related)
            merge_articles(store, ["n0"])
            monkeypatch.setattr(store, "related", overtaken)
        return scope

    monkeypatch.setattr(store, "related", overtaken)
    merge_read(store)
    assert next(rounds) > 2
    assert sorted(len(event.sources) for event in events(store)) == [1, 2, 2, 3]


def test_500_posts_of_50_articles_from_two_processes_are_50_articles(database: str) -> None:
    texts = [f"2022-02-24 Ann Vey counted {number}." for number in range(50)]
    assert at_once(2, post_all, database, texts, 5) == [0, 0]
    store = Store(database)
    assert store.counts().articles == {"pending": 50}
    store.close()


def test_two_processes_that_read_and_merge_make_no_event_twice(database: str, article: Tell) -> None:
    store = Store(database)
    for number in range(6):
        for at, text in enumerate(TEXTS):
            store.add_article(article(text, key=f"n{number}-{at}", source=f"Outlet {number}"))
    assert at_once(2, read_all, database) == [0, 0]
    process_pending(store, read_plainly)
    assert store.counts().articles == {"merged": 24}
    assert sorted(len(event.sources) for event in events(store)) == [6, 12, 12, 18]
    assert [change.seq for change in store.changes(limit=1000)] == list(range(1, store.counts().seq + 1))
    store.close()


def test_what_a_killed_process_held_is_free_at_once(database: str, article: Tell) -> None:
    store = Store(database)
    add_all(store, article)
    assert at_once(1, claim_and_die, database) == [-9]
    assert store.counts().articles == {"claimed": 4}
    for _ in range(4):  # each alone, for any of them may have killed it
        assert process_pending(store, read_plainly) == 1
    assert store.counts().articles == {"merged": 4}
    store.close()
