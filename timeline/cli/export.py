"""`timeline export`: the chronology of the store, or a saved timeline of it, in a file of any format."""

from __future__ import annotations

from collections.abc import Mapping  # Typer reads the annotations
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import urlencode

import typer

from timeline.cli.chronology import PAGE, events
from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened
from timeline.cli.filters import filtering, parameter
from timeline.exports import FEED_WRITERS, WRITERS
from timeline.exports.syndication import Entry, Feed
from timeline.store import Sort, TimelineQuery, chronology_of

if TYPE_CHECKING:
    from timeline.store import SavedTimeline, Store

Format = Literal["json", "ndjson", "csv", "md", "ics", "jsonld", "timelinejs", "html", "atom", "jsonfeed"]
TITLE = "Event timeline"
SortOption = Annotated[Sort | None, typer.Option(help="By date, unless it is a feed: those show what changed last.")]


@filtering
def export(
    shape: Annotated[Format, typer.Option("--format", help="What to write.")],
    filters: Mapping[str, Any],
    slug: Annotated[
        str | None, typer.Option("--timeline", help="A saved timeline; filters given beside go before its own.")
    ] = None,
    sort: SortOption = None,
    home: Annotated[
        str, typer.Option(help="Address of the page that the entries of a feed lead to.")
    ] = "http://127.0.0.1:8000/",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file; else it is printed.")] = None,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Write the chronology, or a saved timeline, in the format of another program; complete, not page by page."""
    given = dict(filters) | ({"sort": sort} if sort else {})
    with opened(database) as store:
        saved = store.saved_timeline(slug) if slug is not None else None
        query = replace(saved.query if saved else TimelineQuery(), limit=PAGE, **given)
        if shape in WRITERS:
            text = WRITERS[shape](chronology_of(events(store, query), saved))
        else:
            text = FEED_WRITERS[shape](feed(store, query, saved, address(home, shape, slug, given)))
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_bytes(text.encode())
    except OSError as problem:
        raise typer.BadParameter(f"cannot write {output}: {problem.strerror}", param_hint="--output") from problem


def address(home: str, shape: str, slug: str | None, given: Mapping[str, Any]) -> str:
    """Where the service under `home` shows the same feed: an entry is then one, whichever of the two is read."""
    asked = urlencode(
        {**({"timeline": slug} if slug else {}), **{parameter(name): value for name, value in given.items()}}
    )
    return f"{home.rstrip('/')}/v1/timeline.{shape}" + (f"?{asked}" if asked else "")


def feed(store: Store, query: TimelineQuery, saved: SavedTimeline | None, stands: str) -> Feed:
    """The events of a question with the times at which they came and last changed, the latest changed first."""
    shown = tuple(events(store, replace(query, sort="updated")))
    spans: dict[str, Any] = {}
    for at in range(0, len(shown), PAGE):
        spans |= store.lifetimes([event.id for event in shown[at : at + PAGE]])
    entries = tuple(
        Entry(event=event, created=spans[event.id][0], updated=spans[event.id][1])
        for event in shown
        if event.id in spans  # not removed between the two questions
    )
    home = stands.partition("v1/timeline.")[0]
    return Feed(
        title=saved.title if saved else TITLE,
        description=saved.description if saved else None,
        address=stands,
        home=home,
        page=f"{home}?{urlencode({'timeline': saved.slug})}" if saved else None,
        entries=entries,
    )
