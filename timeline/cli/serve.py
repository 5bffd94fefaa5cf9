"""`timeline serve`: the service, the page and the refresh over one database."""

from __future__ import annotations

import os
from typing import Annotated

import typer
import uvicorn

APPLICATION = "service.app:create_app"  # by name: the library does not import its service
SECONDS_TO_FINISH = 10


def serve(
    host: Annotated[str, typer.Option(envvar="TIMELINE_HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="TIMELINE_PORT", min=0, max=65535, help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(envvar="TIMELINE_WORKERS", min=1, help="Server processes.")] = 1,
    database: Annotated[
        str, typer.Option(envvar="TIMELINE_DATABASE", help="SQLite file, or a PostgreSQL URL.")
    ] = "timeline.db",
) -> None:
    """Serve the chronology over HTTP, follow the feeds and read what is sent."""
    # Every worker is a process of its own and reads its settings from here.
    os.environ |= {"TIMELINE_HOST": host, "TIMELINE_PORT": str(port), "TIMELINE_DATABASE": database}
    uvicorn.run(
        APPLICATION,
        factory=True,
        host=host,
        port=port,
        workers=workers,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
    )
