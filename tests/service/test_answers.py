"""Answers that are kept: of one state of the store, looked for once, and never more than was allowed."""

from __future__ import annotations

import asyncio
import gzip
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from litestar import Litestar
from litestar.datastructures import State
from litestar.testing import TestClient

from service.answers import Answers, Told, packed
from service.routes.timeline import show_timeline
from timeline.store import Edition, Store
from timeline.types import Article

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST, SECOND = Edition(1, "2026-11-22 08:00:00.000001"), Edition(2, "2026-11-22 08:00:00.000002")
WORDS = (b"1", False)


def asked(number: int) -> tuple[bytes, bool]:
    return str(number).encode(), False


def test_an_answer_holds_until_any_event_changes() -> None:
    answers = Answers(1000)
    answers.put(asked(1), FIRST, b"told")
    assert answers.get(asked(1), FIRST) == b"told"
    assert answers.get(asked(1), SECOND) is None
    assert answers.get((b"1", True), FIRST) is None
    answers.put(asked(1), SECOND, b"told anew")
    assert (answers.get(asked(1), FIRST), answers.get(asked(1), SECOND)) == (None, b"told anew")


def test_what_nobody_asks_for_makes_room() -> None:
    answers = Answers(1000)
    for number in range(10):
        answers.put(asked(number), FIRST, b"x" * 100)
    assert answers.get(asked(0), FIRST) is not None
    answers.put(asked(10), FIRST, b"x" * 100)
    kept = [number for number in range(11) if answers.get(asked(number), FIRST) is not None]
    assert kept == [0, *range(2, 11)]


def test_an_answer_that_would_drive_out_the_others_is_not_kept() -> None:
    answers = Answers(1000)
    answers.put(asked(1), FIRST, b"x" * 251)
    assert answers.get(asked(1), FIRST) is None
    none = Answers(0)
    none.put(asked(1), FIRST, b"x")
    assert none.get(asked(1), FIRST) is None


class Finder:
    """Looks for an answer until it may find it; counts how often it was sent."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.sent = 0
        self.may_find = asyncio.Event()
        self.fault: Exception | None = None

    async def find(self) -> Told:
        self.sent += 1
        await self.may_find.wait()
        if self.fault:
            raise self.fault
        return self.edition, b"told"


@pytest.mark.parametrize("most", [1000, 0])
def test_what_many_ask_at_the_same_time_is_looked_for_once(most: int) -> None:
    async def ask() -> None:
        answers, finder = Answers(most), Finder(SECOND)
        asking = [asyncio.create_task(answers.once(WORDS, FIRST, finder.find)) for _ in range(20)]
        await asyncio.sleep(0)
        asking[0].cancel()  # who leaves takes it from nobody else
        finder.may_find.set()
        told = await asyncio.gather(*asking, return_exceptions=True)
        assert isinstance(told[0], asyncio.CancelledError)
        assert told[1:] == [(SECOND, b"told")] * 19
        assert finder.sent == 1
        assert await answers.once(WORDS, SECOND, finder.find) == (SECOND, b"told")
        assert finder.sent == (1 if most else 2)

    asyncio.run(ask())


def test_who_asks_after_a_change_does_not_get_what_was_asked_before_it() -> None:
    async def ask() -> None:
        answers, before, after = Answers(1000), Finder(FIRST), Finder(SECOND)
        early = asyncio.create_task(answers.once(WORDS, FIRST, before.find))
        late = asyncio.create_task(answers.once(WORDS, SECOND, after.find))
        await asyncio.sleep(0)
        after.may_find.set()
        assert await late == (SECOND, b"told")
        before.may_find.set()
        assert await early == (FIRST, b"told")

    asyncio.run(ask())


def test_a_fault_is_told_to_all_who_wait_and_is_not_kept() -> None:
    async def ask() -> None:
        answers, finder = Answers(1000), Finder(FIRST)
        finder.fault = ValueError("no such cursor")
        finder.may_find.set()
        asking = [asyncio.create_task(answers.once(WORDS, FIRST, finder.find)) for _ in range(3)]
        assert await asyncio.gather(*asking, return_exceptions=True) == [finder.fault] * 3
        finder.fault = None
        assert await answers.once(WORDS, FIRST, finder.find) == (FIRST, b"told")

    asyncio.run(ask())


def test_a_restored_store_is_not_taken_for_what_it_was_though_its_numbers_are_the_same(
    tmp_path: Path, article: Callable[..., Article], ingest_into: Callable[..., None]
) -> None:
    with closing(Store(str(tmp_path / "timeline.db"))) as store:
        store.prepare()
        store.backup(tmp_path / "empty.backup")
        app = Litestar([show_timeline], state=State({"store": store, "answers": Answers(1_000_000)}))
        with TestClient(app) as client:
            ingest_into(store, article("2022-02-24 Anna Lind resigned in Varnholm.", key="a"))
            before = client.get("/v1/timeline?all=true")
            store.restore(tmp_path / "empty.backup")
            ingest_into(store, article("2022-03-05 Maja Holt arrived in Torvik.", key="b"))
            after = client.get("/v1/timeline?all=true", headers={"If-None-Match": before.headers["etag"]})
        assert store.edition().seq == 1
        assert after.status_code == 200
        assert [event["when"]["edtf"] for event in before.json()["events"]] == ["2022-02-24"]
        assert [event["when"]["edtf"] for event in after.json()["events"]] == ["2022-03-05"]


def test_the_same_bytes_are_packed_the_same() -> None:
    assert packed(b"told" * 1000) == packed(b"told" * 1000)
    assert gzip.decompress(packed(b"told" * 1000)) == b"told" * 1000
