"""Events: stable ids, a numbered revision for every change, former ids that lead on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from timeline.store import NotFoundError, Scope, Store, TimelineQuery
from timeline.types import Article, Event, Link

Tell = Callable[..., Article]
Ingest = Callable[..., None]
CROSSED = "2022-02-24 Ann Vey crossed in Mozyr."
ALL = TimelineQuery(everything=True)


def events(store: Store) -> list[Event]:
    return list(store.timeline(ALL).events)


def scope_of_all(store: Store) -> Scope:
    return store.related([one.article.id for one in store.articles().articles])


def kinds(store: Store, after: int = 0) -> list[str]:
    return [change.kind for change in store.changes(after)]


def split(event: Event) -> list[Event]:
    """An event as many, one for each of its sources."""
    return [
        replace(event, id=f"{event.id}{at}", sources=(source,), source_count=1)
        for at, source in enumerate(event.sources)
    ]


def test_the_same_article_twice_changes_nothing(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED))
    before = store.counts()
    ingest(article(CROSSED))
    assert store.counts() == before


def test_a_second_telling_is_a_revision_of_the_same_event(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED, key="a", source="A"))
    (first,) = events(store)
    ingest(article(CROSSED, key="b", source="B"))
    (second,) = events(store)
    assert (first.id, first.source_count) == (second.id, 1)
    assert second.source_count == 2
    assert [(change.seq, change.revision, change.kind) for change in store.changes()] == [
        (1, 1, "created"),
        (2, 2, "updated"),
    ]
    assert [change.event for change in store.revisions(first.id)] == [first, second]


def test_merging_again_without_news_makes_no_revision(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED, key="a"), article(CROSSED, key="b"))
    assert store.save_events(events(store), scope=scope_of_all(store)) is not None
    assert kinds(store) == ["created"]


def test_an_unrelated_article_touches_no_other_event(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED, key="a"))
    ingest(article("2022-02-20 Bo Lind resigned in Tartu.", key="b"))
    assert kinds(store) == ["created", "created"]


def test_two_events_that_become_one_keep_the_larger_ones_id(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(
        article(CROSSED, key="a"), article(CROSSED, key="b"), article("2022-02-24 Ann Vey entered in Mozyr.", key="c")
    )
    large, small = sorted(events(store), key=lambda event: -event.source_count)
    joined = replace(large, id="new", sources=(*small.sources, *large.sources), source_count=3)
    store.save_events([joined], scope=scope_of_all(store))
    assert [event.id for event in events(store)] == [large.id]
    assert store.event(small.id).id == large.id
    gone = store.changes()[-2]
    assert (gone.id, gone.kind, gone.merged_into, gone.event) == (small.id, "merged", large.id, None)


def test_a_former_id_leads_on_through_every_merge(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(*(article(CROSSED, key=key) for key in "abc"))
    (event,) = events(store)
    store.save_events(split(event), scope=scope_of_all(store))
    parts = [change.id for change in store.changes() if change.kind == "created"]
    first, second, third = events(store)
    two = replace(second, id="two", sources=(*first.sources, *second.sources))
    store.save_events([two, third], scope=scope_of_all(store))
    store.save_events([replace(two, id="all", sources=event.sources)], scope=scope_of_all(store))
    (last,) = events(store)
    assert {store.event(part).id for part in parts} == {last.id}


def test_an_event_that_splits_again_gets_its_former_id_back(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED, key="a"), article("2022-02-24 Ann Vey entered in Mozyr.", key="b"))
    apart = events(store)
    joined = replace(apart[0], id="joined", sources=(*apart[0].sources, *apart[1].sources))
    store.save_events([joined], scope=scope_of_all(store))
    store.save_events(apart, scope=scope_of_all(store))
    assert sorted(event.id for event in events(store)) == sorted(event.id for event in apart)
    assert kinds(store) == ["created", "created", "merged", "updated", "updated", "created"]


def test_an_event_that_nobody_tells_any_more_is_gone(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED))
    (event,) = events(store)
    ingest(article("Nothing happened."))
    with pytest.raises(NotFoundError):
        store.event(event.id)
    assert kinds(store) == ["created", "removed"]


def test_an_event_keeps_its_id_when_a_revision_moves_its_words(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED))
    (before,) = events(store)
    ingest(article(f"Corrected on Friday. {CROSSED}"))
    (after,) = events(store)
    assert after.id == before.id
    assert after.sources[0].start > before.sources[0].start


def test_an_id_that_an_unrelated_event_has_is_not_given_twice(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED, key="a"))
    ingest(article("2019-01-05 Bo Lind resigned in Tartu.", key="b", published="2019-01-06"))
    resigned, crossed = events(store)
    extra = replace(crossed, id=resigned.id, sources=(replace(crossed.sources[0], trigger="elsewhere"),))
    store.save_events([crossed, extra], scope=store.related(["a"]))
    assert sorted(event.id for event in events(store)) == sorted([crossed.id, resigned.id, f"{resigned.id}-2"])
    assert store.event(resigned.id) == resigned


def test_links_name_the_ids_under_which_events_are_stored(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED, key="a"), article("2022-02-24 Ann Vey entered in Mozyr.", key="b"))
    one, other = events(store)
    linked = [
        replace(one, id="x", links=(Link(type="denies", event="y"),)),
        replace(other, id="y"),
    ]
    store.save_events(linked, scope=scope_of_all(store))
    assert store.event(one.id).links == (Link(type="denies", event=other.id),)


def test_of_two_merges_of_one_scope_the_second_saves_nothing(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED))
    scope = scope_of_all(store)
    (event,) = events(store)
    assert store.save_events([replace(event, title="First")], scope=scope) is not None
    assert store.save_events([replace(event, title="Second")], scope=scope) is None
    assert store.event(event.id).title == "First"


def test_a_scope_holds_whole_events(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(*(article(CROSSED, key=key, published=day) for key, day in (("a", "2022-02-25"), ("b", "2022-04-01"))))
    ingest(article("2022-04-14 Ann Vey spoke.", key="c", published="2022-04-15"))
    # `a` is too old to be kin to `c`, but tells of a day of `b`, which is.
    assert set(store.related(["c"]).stamps) == {"a", "b", "c"}


def test_an_article_about_others_is_not_related(store: Store, article: Tell, ingest: Ingest) -> None:
    ingest(article(CROSSED, key="a"), article("2022-02-20 Bo Lind resigned in Tartu.", key="b"))
    assert set(store.related(["b"]).stamps) == {"b"}


def test_new_landmarks_have_everything_merged_again(store: Store, article: Tell, ingest: Ingest) -> None:
    from timeline.types import Landmark

    ingest(article(CROSSED))
    landmark = Landmark(name="the crossing", date="2022-02-24", phrases=("the crossing", "“it”"))
    assert store.set_landmarks([landmark])
    assert not store.set_landmarks([landmark])
    assert store.landmarks() == (landmark,)
    assert store.unmerged(9) == ("a",)
