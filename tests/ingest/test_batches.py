"""Which tellings are one event does not depend on the batches in which articles came, nor on their order."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing

import pytest

from timeline.ingest import process_pending
from timeline.store import Store, TimelineQuery
from timeline.types import Article, Extraction

Tell = Callable[..., Article]
Extract = Callable[[Sequence[Article]], Iterator[Extraction]]
Partition = set[frozenset[tuple[str, int]]]

PEOPLE = ("Ann Vey", "Mary Lind", "Cyril Dorn", "Edda Holm", "Finn Rask", "Gita Moen", "Hugo Berg", "Ivar Stein")
PLACES = ("Mozyr", "Tartu", "Gomel", "Narva", "Pinsk", "Orsha")
DEEDS = ("closed", "opened", "visited", "left")
COUNT = 15


def texts(chance: random.Random) -> list[str]:
    """Articles told in like words: few people, places, deeds and days, and every sentence of one form."""
    return [" ".join(sentence(chance) for _ in range(chance.randint(1, 3))) for _ in range(COUNT)]


def sentence(chance: random.Random) -> str:
    day = f"2022-02-{chance.randint(1, 6):02}"
    return f"{day} {chance.choice(PEOPLE)} {chance.choice(DEEDS)} in {chance.choice(PLACES)}."


def published(number: int) -> str:
    return f"2022-{2 + number % 3:02}-20"


def partition(store: Store) -> Partition:
    page = store.timeline(TimelineQuery(everything=True, limit=500))
    assert page.next is None
    return {frozenset((source.article, source.start) for source in event.sources) for event in page.events}


def at_once(path: str, told: dict[str, Article], extract: Extract) -> Partition:
    """The events where all articles came together."""
    with closing(Store(path)) as store:
        for key in sorted(told):
            store.add_article(told[key])
        while process_pending(store, extract, limit=COUNT):
            pass
        return partition(store)


@pytest.mark.parametrize("seed", range(2))
def test_any_batches_in_any_order_give_the_same_events(
    new_database: Callable[[], str], article: Tell, extract: Extract, seed: int
) -> None:
    chance = random.Random(seed)
    told = {
        f"n{number:02}": article(text, key=f"n{number:02}", source=f"Outlet {number}", published=published(number))
        for number, text in enumerate(texts(chance))
    }
    together = at_once(new_database(), told, extract)
    assert 1 < len(together) < sum(len(event) for event in together), "some are one event, and not all are"
    with closing(Store(new_database())) as store:
        waiting = chance.sample(sorted(told), COUNT)
        while waiting:
            for _ in range(min(len(waiting), chance.randint(1, 7))):
                store.add_article(told[waiting.pop()])
            while process_pending(store, extract, limit=chance.randint(1, 4)):
                pass
        assert partition(store) == together


def test_what_was_revised_or_taken_down_leaves_nothing_behind(
    new_database: Callable[[], str], article: Tell, extract: Extract
) -> None:
    chance = random.Random(5)
    first, second = texts(chance), texts(chance)
    last: dict[str, Article] = {}
    with closing(Store(new_database())) as store:
        for number, text in enumerate(first):
            key = f"n{number:02}"
            last[key] = article(text, key=key, source=f"Outlet {number}", published=published(number))
            store.add_article(last[key])
        while process_pending(store, extract):
            pass
        for number in chance.sample(range(COUNT), COUNT // 2):
            key = f"n{number:02}"
            if number % 2:
                store.remove_article(key)
                del last[key]
            else:
                last[key] = article(second[number], key=key, source=f"Outlet {number}", published=published(number))
                store.add_article(last[key])
            process_pending(store, extract, limit=3)
        while process_pending(store, extract):
            pass
        found = partition(store)
    assert found == at_once(new_database(), last, extract)
