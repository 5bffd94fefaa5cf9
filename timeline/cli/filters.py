"""The filters of a question to the store, as options that several commands share."""

from __future__ import annotations

import inspect
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline import edtf
from timeline.types import Precision, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def edtf_only(date: str | None) -> str | None:
    """The date, where it is EDTF; a wrong call where it is not."""
    try:
        if date:
            edtf.parse(date)
    except edtf.EdtfError as problem:
        raise typer.BadParameter(str(problem)) from problem
    return date


# By the part of a TimelineQuery that each sets; the name of an option is that of the parameter in an address.
FILTERS: Mapping[str, Any] = {
    "text": Annotated[str | None, typer.Option("--text", help='Only events with these words; "…" around a phrase.')],
    "name": Annotated[str | None, typer.Option("--name", help="Only events that name this person, body or place.")],
    "place": Annotated[str | None, typer.Option("--place", help="Only events that happened here.")],
    "start": Annotated[
        str | None, typer.Option("--from", help="Only events that can be at or after this date.", callback=edtf_only)
    ],
    "end": Annotated[
        str | None, typer.Option("--to", help="Only events that can be at or before this date.", callback=edtf_only)
    ],
    "source": Annotated[str | None, typer.Option("--source", help="Only events that this outlet tells of.")],
    "feed": Annotated[int | None, typer.Option("--feed", min=1, help="Only events told by articles of this feed.")],
    "language": Annotated[str | None, typer.Option("--lang", help="Only events told in this language, such as en.")],
    "status": Annotated[Status | None, typer.Option("--status", help="Only events of which this can be said.")],
    "precision": Annotated[Precision | None, typer.Option("--precision", help="Only dates known just so precisely.")],
    "min_sources": Annotated[
        int | None, typer.Option("--min-sources", min=0, help="Only events that so many articles tell.")
    ],
    "min_independent": Annotated[
        int | None, typer.Option("--min-independent", min=0, help="The same, without copies of one article.")
    ],
    "everything": Annotated[bool, typer.Option("--all", help="Show background and undated events too.")],
}


PARAMETERS = {"start": "from", "end": "to", "language": "lang", "everything": "all"}


def filtering(command: Callable[..., None]) -> Callable[..., None]:
    """The command with an option for each filter; it gets those that were given as `filters`."""

    @wraps(command)
    def asked(**given: Any) -> None:
        filters = {name: given.pop(name) for name in FILTERS}
        command(**given, filters={name: value for name, value in filters.items() if value not in (None, False)})

    own = [one for name, one in inspect.signature(command, eval_str=True).parameters.items() if name != "filters"]
    # What Typer reads a command's options from.
    parameters = [one for one in own if one.default is one.empty] + [
        *(option(name) for name in FILTERS),
        *(one for one in own if one.default is not one.empty),
    ]
    asked.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    asked.__annotations__ = {one.name: one.annotation for one in parameters}
    return asked


def option(name: str) -> inspect.Parameter:
    """A filter as a parameter of a function."""
    default = False if name == "everything" else None
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return inspect.Parameter(name, kind, default=default, annotation=FILTERS[name])


def parameter(name: str) -> str:
    """What a part of a question is called in an address."""
    return PARAMETERS.get(name, name)
