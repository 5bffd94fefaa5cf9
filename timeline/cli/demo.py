"""`timeline demo`: sample articles into a database of their own, their chronology printed and served."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Annotated

import typer

from timeline.chronology import chronology
from timeline.cli.chronology import COLUMNS, PAGE, events, row
from timeline.cli.database import opened, read_waiting
from timeline.cli.ingest import save
from timeline.cli.inputs import Inputs, ModelOption
from timeline.cli.serve import serve
from timeline.cli.tables import show
from timeline.store import TimelineQuery
from timeline.types import TimelineError

LOOPBACK = "127.0.0.1"
PORTS_TO_TRY = 20


class DemoError(TimelineError):
    """The demonstration cannot run here."""


def demo(
    articles: Annotated[Path, typer.Option(help="The folder of sample articles.")] = Path("seeds/articles"),
    database: Annotated[str, typer.Option(help="An SQLite file for the demonstration alone.")] = "demo.db",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The first local port to try.")] = 8000,
    serving: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve it after printing.")] = True,
    model: ModelOption = None,
) -> None:
    """Read the sample articles, print their chronology, and serve page, API and widget on a local port."""
    if not articles.is_dir():
        raise DemoError(f"there is no folder {articles}; run this from a clone of the project, or name one: --articles")
    inputs = Inputs([str(articles)], undated="refuse")
    with opened(database) as store:
        save(store, inputs)
        read_waiting(store, model)
        found = events(store, TimelineQuery(limit=PAGE))
        show(COLUMNS[:-1], (row(event)[:-1] for event in chronology(tuple(found), everything=True).events))
    if serving:
        chosen = free_port(port)
        typer.echo(f"\nPage, API and widget: http://{LOOPBACK}:{chosen}/   (Ctrl-C ends it)")
        serve(host=LOOPBACK, port=chosen, workers=1, database=database)


def free_port(first: int) -> int:
    """The first local port from here on that nobody listens on."""
    for port in range(first, min(first + PORTS_TO_TRY, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                continue
            return port
    raise DemoError(f"no local port from {first} on is free; name another: --port")
