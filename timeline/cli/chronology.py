"""`timeline chronology`: the chronology of the store, filtered, in the terminal or in any format."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline import edtf
from timeline.chronology import chronology as in_chronology
from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened
from timeline.cli.tables import show
from timeline.exports import WRITERS
from timeline.store import TimelineQuery
from timeline.types import Event, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.store import Store

Format = Literal["table", "json", "ndjson", "csv", "md", "ics", "jsonld", "timelinejs", "html"]
COLUMNS = ("when", "what", "status", "sources", "id")
PAGE = 500


def edtf_only(date: str | None) -> str | None:
    """The date, where it is EDTF; a wrong call where it is not."""
    try:
        if date:
            edtf.parse(date)
    except edtf.EdtfError as problem:
        raise typer.BadParameter(str(problem)) from problem
    return date


def chronology(
    text: Annotated[str | None, typer.Option(help='Only events with these words; "…" around a phrase.')] = None,
    name: Annotated[str | None, typer.Option(help="Only events that name this person, body or place.")] = None,
    start: Annotated[
        str | None, typer.Option("--from", help="Only events that can be at or after this date.", callback=edtf_only)
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", help="Only events that can be at or before this date.", callback=edtf_only)
    ] = None,
    source: Annotated[str | None, typer.Option(help="Only events that this outlet tells of.")] = None,
    status: Annotated[Status | None, typer.Option(help="Only events of which this can be said.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show background and undated events too.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Keep only the most salient events.")] = None,
    shape: Annotated[Format, typer.Option("--format", help="What to print.")] = "table",
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Show the chronology; dates are EDTF, such as 2022, 2022-02 or 2022-02-24."""
    query = TimelineQuery(
        text=text,
        name=name,
        source=source,
        status=status,
        start=start,
        end=end,
        everything=everything,
        limit=PAGE,
    )
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
