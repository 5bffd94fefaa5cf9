"""`timeline ingest`: articles into the store, read and merged with what is there."""

from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.addresses import ContactOption, PauseOption, PrivateOption, is_address, reading_addresses
from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened, read_waiting
from timeline.cli.inputs import SOME_REFUSED, Inputs, ModelOption, UndatedOption
from timeline.cli.progress import counting
from timeline.fetching import PAUSE
from timeline.reading import read, read_landmarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.cli.addresses import ReadAddress
    from timeline.reading import Refusal, Undated
    from timeline.store import Saved, Store
    from timeline.types import Article

WORDS = {"removed": "taken down before"}


def ingest(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|DIR|URL|-…", help="What to read; - is stdin.")],
    undated: UndatedOption = "refuse",
    landmarks: Annotated[
        Path | None, typer.Option(help="JSON file of events whose dates are known; kept for later merges too.")
    ] = None,
    model: ModelOption = None,
    database: DatabaseOption = DEFAULT_DATABASE,
    contact: ContactOption = None,
    private: PrivateOption = False,
    pause: PauseOption = PAUSE,
) -> None:
    """Put articles into the store and merge them into its chronology; the same article twice changes nothing."""
    known = read_landmarks(landmarks) if landmarks else None
    with (
        reading_addresses(contact=contact, private=private, pause=pause) as read_address,
        opened(database) as store,
    ):
        inputs = Inputs(sources, undated=undated, read=partial(read_any, read_address=read_address))
        if known is not None:
            store.set_landmarks(known)
        saved = save(store, inputs)
        read_waiting(store, model)
        name_claimed(store)
        failed = name_failed(store, {one.id for one in saved})
        if saved:
            typer.echo(summary(saved, store))
    raise typer.Exit(inputs.status() or (SOME_REFUSED if failed else 0))


def read_any(source: str, *, undated: Undated, read_address: ReadAddress) -> Iterator[Article | Refusal]:
    """The articles of a file, a folder, a stream or a web address."""
    if is_address(source):
        return read_address(source, undated=undated)
    return read(source, undated=undated)


def save(store: Store, inputs: Inputs) -> list[Saved]:
    """What became of each article that came in."""
    saved = []
    with counting("saving articles") as advance:
        for article in inputs.articles():
            saved.append(store.add_article(article))
            advance()
    return saved


def name_claimed(store: Store) -> None:
    """Say on stderr how many articles another process is reading just now."""
    claimed = store.counts().articles.get("claimed", 0)
    if claimed:
        print(f"timeline: {claimed} more are being read by another process", file=sys.stderr)


def name_failed(store: Store, ids: set[str]) -> int:
    """How many of these articles could not be read; each is named on stderr with its reason."""
    if not store.counts().articles.get("failed"):
        return 0
    failed = [one for one in map(store.article, sorted(ids)) if one.state == "failed"]
    for one in failed:
        print(f"timeline: article {one.article.id}: {one.error}", file=sys.stderr)
    return len(failed)


def summary(saved: list[Saved], store: Store) -> str:
    """What was done, in a line."""
    outcomes = Counter(one.outcome for one in saved)
    done = ", ".join(f"{count} {WORDS.get(outcome, outcome)}" for outcome, count in outcomes.items())
    counts = store.counts()
    return f"{done}; {sum(counts.articles.values())} articles and {counts.events} events in all"
