"""`timeline keys`: who may call the service, and for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened
from timeline.cli.tables import moment, show

if TYPE_CHECKING:
    from timeline.store import AccessKey

app = typer.Typer(no_args_is_help=True, help="Make and revoke the keys that callers of the service bring.")
COLUMNS = ("name", "scope", "made", "revoked")
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="Whose key it is.")]


@app.command()
def add(
    name: NameArgument,
    scope: Annotated[Literal["read", "write"], typer.Option(help="What it opens; write opens reading too.")] = "read",
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Make a key and print it: it is shown this once, because only its digest is kept."""
    with opened(database) as store:
        typer.echo(store.make_key(name, scope))


@app.command("list")
def listed(database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """List the keys by name; the keys themselves are not kept."""
    with opened(database) as store:
        show(COLUMNS, map(row, store.access_keys()))


@app.command()
def revoke(name: NameArgument, database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """Let a key open nothing any more, also where a server is running."""
    with opened(database) as store:
        store.revoke_key(name)
    typer.echo(f"the key {name!r} opens nothing any more")


def row(key: AccessKey) -> tuple[str, str, str, str]:
    """A key in the columns of the table."""
    return key.name, key.scope, moment(key.made_at), moment(key.revoked_at) if key.revoked_at else ""
