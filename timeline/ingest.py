"""Articles that wait are read and merged: each step can be repeated, so that a crash costs time and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from timeline.merge import merge
from timeline.store import Changed
from timeline.types import TimelineError

if TYPE_CHECKING:
    from datetime import timedelta
    from types import TracebackType

    from timeline.store import Store
    from timeline.types import Article, Extraction

Extract = Callable[[Sequence["Article"]], Iterable["Extraction"]]

BATCH = 32  # articles that are claimed at once
MERGED_AT_ONCE = 100  # so that a first import does not merge a growing story once for every article


def process_pending(store: Store, extract: Extract, *, limit: int = BATCH, lease: timedelta | None = None) -> int:
    """How many of the waiting articles were read just now; everything that has been read is in its events after it.

    `extract` runs outside of any transaction, in whatever process it likes; where it fails with a TimelineError, the
    articles it did not read wait again, and after three attempts they are marked as failed.
    """
    read = read_pending(store, extract, limit=limit, lease=lease)
    merge_read(store)
    return read


def read_pending(store: Store, extract: Extract, *, limit: int, lease: timedelta | None = None) -> int:
    """How many of the waiting articles were read and saved."""
    claimed = store.claim_pending(limit) if lease is None else store.claim_pending(limit, lease=lease)
    if not claimed:
        return 0
    by_id = {one.article.id: one for one in claimed}
    read = 0
    with GivenBack(store, claimed[0].token):
        started = time.perf_counter()
        for extraction in extract([one.article for one in claimed]):
            seconds = time.perf_counter() - started
            read += store.save_extraction(by_id[extraction.article.id], extraction, seconds=seconds)
            started = time.perf_counter()
    return read


class GivenBack:
    """Lets go of what a block did not read, and notes why; a TimelineError goes no further than that."""

    def __init__(self, store: Store, token: str) -> None:
        self._store = store
        self._token = token

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        match error:
            case TimelineError():
                reason: str | None = str(error)
            case Exception():
                reason = repr(error)
            case _:
                reason = None
        self._store.release(self._token, reason=reason)
        return isinstance(error, TimelineError)


def merge_read(store: Store) -> Changed:
    """What changed among the events when everything that has been read was merged."""
    total = Changed()
    while waiting := store.unmerged(MERGED_AT_ONCE):
        changed = merge_articles(store, waiting)
        total = Changed(
            created=total.created + changed.created,
            updated=total.updated + changed.updated,
            merged=total.merged + changed.merged,
            removed=total.removed + changed.removed,
        )
    return total


def merge_articles(store: Store, article_ids: Sequence[str]) -> Changed:
    """What changed when these articles were merged with all they are related to.

    Where another process has changed something of it meanwhile, it is read and merged anew: one of the two always
    comes through.
    """
    while True:
        scope = store.related(article_ids)
        events = merge(scope.extractions, landmarks=store.landmarks())
        changed = store.save_events(events, scope=scope)
        if changed is not None:
            return changed
