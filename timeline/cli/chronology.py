"""`timeline chronology`: the chronology of the store, filtered, in the terminal or in any format."""

from __future__ import annotations

from collections.abc import Mapping  # Typer reads the annotations
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from timeline.chronology import chronology as in_chronology
from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened
from timeline.cli.filters import filtering
from timeline.cli.tables import show
from timeline.exports import WRITERS
from timeline.store import TimelineQuery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.store import Store
    from timeline.types import Event

Format = Literal["table", "json", "ndjson", "csv", "md", "ics", "jsonld", "timelinejs", "html"]
COLUMNS = ("when", "what", "status", "sources", "id")
PAGE = 500


@filtering
def chronology(
    filters: Mapping[str, Any],
    limit: Annotated[int | None, typer.Option(min=1, help="Keep only the most salient events.")] = None,
    shape: Annotated[Format, typer.Option("--format", help="What to print.")] = "table",
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Show the chronology; dates are EDTF, such as 2022, 2022-02 or 2022-02-24."""
    query = TimelineQuery(**filters, limit=PAGE)
    with opened(database) as store:
        shown = in_chronology(tuple(events(store, query)), everything=True, limit=limit)
    if shape == "table":
        show(COLUMNS, map(row, shown.events))
    else:
        typer.echo(WRITERS[shape](shown), nl=False)


def events(store: Store, query: TimelineQuery) -> Iterator[Event]:
    """Every event of a query, page after page."""
    page = store.timeline(query)
    yield from page.events
    while page.next is not None:
        page = store.timeline(replace(query, cursor=page.next))
        yield from page.events


def row(event: Event) -> tuple[str, str, str, str, str]:
    """An event in the columns of the table."""
    outlets = dict.fromkeys(source.source or source.article for source in event.sources)
    return when(event), event.title, event.status, ", ".join(outlets), event.id


def when(event: Event) -> str:
    """An event's date as a person would write it, and whether its sources disagree about it."""
    if event.when is None:
        return "undated"
    return event.when.label if event.dates_agree else f"{event.when.label} (sources differ)"
