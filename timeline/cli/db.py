"""`timeline db`: the database brought up to date, checked, saved and put back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption
from timeline.store import Store

app = typer.Typer(no_args_is_help=True, help="Look after the database.")


@app.command()
def upgrade(database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """Bring the database up to date; an SQLite file is backed up first."""
    with closing(Store(database)) as store:
        saved = store.upgrade()
    typer.echo(f"{database} is up to date{f'; as it was before: {saved}' if saved else ''}")


@app.command()
def check(database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """Say how the database differs from what this version needs; exit status 1 where it does."""
    with closing(Store(database, create=False)) as store:
        differences = store.check()
    for difference in differences:
        typer.echo(difference, err=True)
    if differences:
        raise typer.Exit(1)
    typer.echo(f"{database} is as it should be")


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Copy an SQLite database into a new file while it is in use."""
    with closing(Store(database, create=False)) as store:
        store.backup(target)
    typer.echo(f"{database} is saved as {target}")


@app.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")],
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Make an SQLite database what it was when a backup was made; what it is now is saved beside it first."""
    with closing(Store(database)) as store:
        saved = store.restore(source)
        fault = store.fault()
    if fault:
        typer.echo(f"timeline: {fault}", err=True)
    typer.echo(f"{database} is what {source} was{f'; as it was before: {saved}' if saved else ''}")
