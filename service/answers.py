"""The last answers to questions: kept until any event changes, so that what many ask is looked for once."""

from __future__ import annotations

import gzip
from collections import OrderedDict

LEAST_PACKED = 1000  # bytes
LEVEL = 4
GZIPPED = b"\x1f\x8b"  # how such bytes begin, and no JSON does
Asked = tuple[bytes, bool]  # the words of a question, and whether the answer is packed


class Answers:
    """Answers by what was asked, those not asked for longest dropped first; up to so many bytes in all.

    For one thread: that of the event loop.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self._kept: OrderedDict[Asked, tuple[int, bytes]] = OrderedDict()
        self._size = 0

    def get(self, asked: Asked, seq: int) -> bytes | None:
        """The answer that was given to this while `seq` was the last change; None where there is none."""
        kept = self._kept.get(asked)
        if kept is None or kept[0] != seq:
            return None
        self._kept.move_to_end(asked)
        return kept[1]

    def put(self, asked: Asked, seq: int, body: bytes) -> None:
        """Keep an answer in place of an earlier one, where it is no large part of what may be kept."""
        self._drop(asked)
        if len(body) > self.most_bytes // 4:
            return
        self._kept[asked] = seq, body
        self._size += len(body)
        while self._size > self.most_bytes:
            self._drop(next(iter(self._kept)))

    def _drop(self, asked: Asked) -> None:
        if (kept := self._kept.pop(asked, None)) is not None:
            self._size -= len(kept[1])


def packed(body: bytes) -> bytes:
    """The bytes by gzip, without a time in them."""
    return gzip.compress(body, LEVEL, mtime=0)
