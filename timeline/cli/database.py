"""What the commands over a database share: which one, and reading what waits in it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.progress import counting
from timeline.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.types import Article, Extraction

DatabaseOption = Annotated[
    str, typer.Option("--database", envvar="TIMELINE_DATABASE", help="SQLite file, or a PostgreSQL URL.")
]
DEFAULT_DATABASE = "timeline.db"


@contextmanager
def opened(database: str) -> Iterator[Store]:
    """The store of a database, its tables made where there are none."""
    store = Store(database)
    try:
        store.prepare()
        yield store
    finally:
        store.close()


def read_waiting(store: Store, model: str | None) -> None:
    """Read and merge every article that waits; loads the model only where there is one."""
    # spaCy and what merging needs take seconds to import: only commands that read articles wait for them.
    from timeline.ingest import merge_read, process_pending
    from timeline.nlp import load_nlp
    from timeline.pipeline import extract

    store.release_lost()
    waiting = pending(store)
    if not waiting:
        merge_read(store)
        return
    nlp = load_nlp(model)
    with counting("reading articles", total=waiting) as advance:

        def read(articles: Sequence[Article]) -> Iterator[Extraction]:
            for extraction in extract(articles, nlp):
                yield extraction
                advance()

        # An article that fails is tried again, up to a limit that the store keeps.
        while process_pending(store, read) or pending(store):
            pass


def pending(store: Store) -> int:
    """How many articles wait to be read by whoever comes first."""
    return store.counts().articles.get("pending", 0)
