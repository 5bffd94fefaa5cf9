"""`timeline timelines`: questions that are kept under a name, for the page, the widget, feeds and exports."""

from __future__ import annotations

from collections.abc import Mapping  # Typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened
from timeline.cli.filters import filtering
from timeline.cli.tables import moment, show
from timeline.store import SavedTimeline, Sort, TimelineQuery, timeline_fault

if TYPE_CHECKING:
    from timeline.store import Store

app = typer.Typer(no_args_is_help=True, help="Keep questions to the chronology under names.")
COLUMNS = ("slug", "title", "asks", "pinned", "changed")
SlugArgument = Annotated[str, typer.Argument(metavar="SLUG", help="Its name in addresses: a-z, digits, hyphens.")]


@app.command("list")
def listed(database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """List the saved timelines."""
    with opened(database) as store:
        show(COLUMNS, map(row, store.saved_timelines()))


@app.command()
@filtering
def save(
    slug: SlugArgument,
    title: Annotated[str, typer.Option(help="What it is called.")],
    filters: Mapping[str, Any],
    sort: Annotated[Sort, typer.Option(help="The order of its events.")] = "date",
    description: Annotated[str | None, typer.Option(help="What it is about.")] = None,
    written_in: Annotated[
        str | None, typer.Option("--language", help="The language of title and description, such as en.")
    ] = None,
    landmark: Annotated[list[str] | None, typer.Option(help="A landmark to show beside it; any number.")] = None,
    pin: Annotated[list[str] | None, typer.Option(help="The id of an event to show in any case; any number.")] = None,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Save a timeline, in place of what stood under its slug."""
    timeline = SavedTimeline(
        slug=slug,
        title=title,
        query=TimelineQuery(**filters, sort=sort),
        description=description,
        language=written_in,
        landmarks=tuple(dict.fromkeys(landmark or ())),
        pinned=tuple(dict.fromkeys(pin or ())),
    )
    with opened(database) as store:
        refuse_faulty(store, timeline)
        new = store.save_timeline(timeline)
    typer.echo(f"{slug}: {'saved' if new else 'changed'}; `timeline export --timeline {slug}` writes its events")


def refuse_faulty(store: Store, timeline: SavedTimeline) -> None:
    """Raise BadParameter where it cannot be saved so."""
    fault = timeline_fault(timeline, known={landmark.name for landmark in store.landmarks()})
    if fault is not None:
        field, why = fault
        raise typer.BadParameter(f"{field}: {why}")


@app.command()
def remove(slug: SlugArgument, database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """Forget a saved timeline; its events stay."""
    with opened(database) as store:
        store.remove_timeline(slug)
    typer.echo(f"{slug}: forgotten")


def row(timeline: SavedTimeline) -> tuple[str, str, str, int, str]:
    """A saved timeline in the columns of the table."""
    asked, default = timeline.query, TimelineQuery(pinned=timeline.query.pinned)
    parts = [
        f"{name}={getattr(asked, name)}"
        for name in TimelineQuery.__dataclass_fields__
        if getattr(asked, name) != getattr(default, name)
    ]
    changed = moment(timeline.changed_at) if timeline.changed_at else ""
    return timeline.slug, timeline.title, " ".join(parts), len(timeline.pinned), changed
