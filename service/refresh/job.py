"""What the reading processes do. spaCy and merging are imported here, in them alone: the server stays small without."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

    from timeline.store import Store
    from timeline.types import Article, Extraction


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a process keeps from job to job."""

    nlp: Language
    store: Store


MERGED_SINGLY = 1000  # at most, when something among them cannot be merged


_prepared: list[Prepared] = []


def prepare(database: str, model: str | None) -> None:
    """Load the model and open the store, once for each process."""
    Thread(target=end_with_parent, daemon=True).start()

    from timeline.nlp import load_nlp
    from timeline.store import Store

    _prepared.append(Prepared(load_nlp(model), Store(database)))


def end_with_parent() -> None:
    """Leave with a server that was killed: its queue never says so, for each process holds both ends."""
    parent = parent_process()
    assert parent is not None
    connection.wait([parent.sentinel])
    os._exit(1)


def is_prepared() -> bool:
    """Whether this process can work."""
    return bool(_prepared)


def read(article: Article) -> Extraction:
    """What one article says."""
    (extraction,) = extract([article])
    return extraction


def read_waiting(limit: int) -> int:
    """How many of the waiting articles were read just now."""
    from timeline.ingest import read_pending

    return read_pending(_prepared[0].store, extract, limit=limit)


def merge_waiting() -> None:
    """Merge everything that has been read."""
    from timeline.ingest import merge_read

    merge_read(_prepared[0].store)


def waiting_to_merge() -> tuple[str, ...]:
    """The ids of articles that have been read and wait to be merged."""
    return _prepared[0].store.unmerged(MERGED_SINGLY)


def merge_alone(article_id: str) -> None:
    """Merge one article with nothing else, and keep nothing of it: does it fail by itself?"""
    from timeline.merge import merge

    reading = _prepared[0].store.reading(article_id)
    if reading is not None:
        merge([reading.extraction])


def merge_one(article_id: str) -> None:
    """Merge one article with what it is related to."""
    from timeline.ingest import merge_articles

    merge_articles(_prepared[0].store, [article_id])


def give_up(article_id: str, reason: str) -> None:
    """Give an article up that cannot be merged."""
    _prepared[0].store.fail_article(article_id, reason)


def extract(articles: Sequence[Article]) -> Iterable[Extraction]:
    """What the articles say."""
    from timeline.pipeline import extract as extract_articles

    return extract_articles(articles, _prepared[0].nlp)
