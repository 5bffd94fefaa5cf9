"""The last answers to questions: kept until any event changes, and looked for once however many ask at a time."""

from __future__ import annotations

import asyncio
import gzip
from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from timeline.store import Edition

LEAST_PACKED = 1000  # bytes
LEVEL = 4
GZIPPED = b"\x1f\x8b"  # how such bytes begin, and no JSON does
Asked = tuple[bytes, bool]  # the words of a question, and whether the answer is packed
Told = tuple["Edition", bytes]  # of which edition an answer is, and the answer


class Answers:
    """Answers by what was asked, those not asked for longest dropped first; up to so many bytes in all.

    For one thread: that of the event loop.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._kept: OrderedDict[Asked, Told] = OrderedDict()
        self._size = 0
        self._sought: dict[tuple[Asked, Edition], asyncio.Future[Told]] = {}

    async def once(self, asked: Asked, edition: Edition, find: Callable[[], Awaitable[Told]]) -> Told:
        """The answer of this edition, or of a later one: as it was kept, or as somebody is looking for it already.

        After a change of the store all who ask come for what is not kept any more; one of them looks for it. Who leaves
        takes it from nobody else.
        """
        body = self.get(asked, edition)
        if body is not None:
            return edition, body
        sought = self._sought.get((asked, edition))
        if sought is None:
            sought = self._sought[asked, edition] = asyncio.ensure_future(find())
            sought.add_done_callback(partial(self._found, asked, edition))
        return await asyncio.shield(sought)

    def _found(self, asked: Asked, edition: Edition, sought: asyncio.Future[Told]) -> None:
        del self._sought[asked, edition]
        if not sought.cancelled() and sought.exception() is None:
            self.put(asked, *sought.result())

    def get(self, asked: Asked, edition: Edition) -> bytes | None:
        """The answer that was given to this in an edition; None where there is none."""
        kept = self._kept.get(asked)
        if kept is None or kept[0] != edition:
            return None
        self._kept.move_to_end(asked)
        return kept[1]

    def put(self, asked: Asked, edition: Edition, body: bytes) -> None:
        """Keep an answer in place of an earlier one, where it is no large part of what may be kept."""
        self._drop(asked)
        if len(body) > self.most_bytes // 4:
            return
        self._kept[asked] = edition, body
        self._size += len(body)
        while self._size > self.most_bytes:
            self._drop(next(iter(self._kept)))

    def _drop(self, asked: Asked) -> None:
        if (kept := self._kept.pop(asked, None)) is not None:
            self._size -= len(kept[1])


def packed(body: bytes) -> bytes:
    """The bytes by gzip, without a time in them."""
    return gzip.compress(body, LEVEL, mtime=0)
