"""`timeline explain`: why an entry is what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened
from timeline.explain import explain as explained

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.merge import Explanation


def explain(
    event_id: Annotated[str, typer.Argument(help="The id of an event, as `timeline chronology` shows it.")],
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Say why the sources of an event are one event, why it has its date and its status, and why it is an entry."""
    with opened(database) as store:
        told = explained(store, event_id)
    for line in lines(told):
        typer.echo(line)


def lines(told: Explanation) -> Iterator[str]:
    """The explanation as a person reads it."""
    yield f"{told.title} ({told.event})"
    yield "\nWhy this date"
    yield from (f"  {sentence}" for sentence in told.date)
    yield "\nWhy this status"
    yield from (f"  {sentence}" for sentence in told.status)
    yield "\nWhy an entry, or background"
    yield from (f"  {sentence}" for sentence in told.standing)
    yield "\nWhy one event"
    if not told.together:
        yield "  it is told once"
    for tie in told.together:
        yield f"  “{tie.telling.trigger}” ({tie.telling.source}) and “{tie.before.trigger}” ({tie.before.source}):"
        yield from (f"    {reason}" for reason in tie.reasons)
