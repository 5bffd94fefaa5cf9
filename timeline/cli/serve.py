"""`timeline serve`: the service, the page and the refresh over one database."""

from __future__ import annotations

import os
import sys
from ipaddress import ip_address
from typing import Annotated, Any

import typer
import uvicorn
from uvicorn.config import LOGGING_CONFIG

from timeline.cli.database import opened

APPLICATION = "service.app:create_app"  # by name, as the next: the library does not import its service
FORMATTER = "service.logs.formatter"
SECONDS_TO_FINISH = 10
SECONDS_TO_ANSWER = 60  # uvicorn kills a worker that is silent for longer; its five seconds end sound ones under load


def serve(
    host: Annotated[str, typer.Option(envvar="TIMELINE_HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="TIMELINE_PORT", min=0, max=65535, help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(envvar="TIMELINE_WORKERS", min=1, help="Server processes.")] = 1,
    database: Annotated[
        str, typer.Option(envvar="TIMELINE_DATABASE", help="SQLite file, or a PostgreSQL URL.")
    ] = "timeline.db",
) -> None:
    """Serve the chronology over HTTP, follow the feeds and read what is sent."""
    warn_if_keyless(host, database)
    # Every worker is a process of its own and reads its settings from here.
    os.environ |= {"TIMELINE_HOST": host, "TIMELINE_PORT": str(port), "TIMELINE_DATABASE": database}
    uvicorn.run(
        APPLICATION,
        factory=True,
        log_config=in_our_format(LOGGING_CONFIG, os.environ.get("TIMELINE_LOG_FORMAT", "auto")),
        host=host,
        port=port,
        workers=workers,
        server_header=False,
        proxy_headers=False,  # the service looks at them itself, by TIMELINE_TRUSTED_PROXIES
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
        timeout_worker_healthcheck=SECONDS_TO_ANSWER,
    )


def in_our_format(config: dict[str, Any], log_format: str) -> dict[str, Any]:
    """The server's way of logging, with lines like ours from the first to the last."""
    own = {"()": FORMATTER, "log_format": log_format}
    return {**config, "formatters": dict.fromkeys(config["formatters"], own)}


def warn_if_keyless(host: str, database: str) -> None:
    """Say on stderr what it means to be reached from outside without a key."""
    if is_loopback(host) or os.environ.get("TIMELINE_API_KEY", "").strip():
        return
    with opened(database) as store:
        if any(key.revoked_at is None for key in store.access_keys()):
            return
    print(
        f"timeline: warning: {host} can be reached from other machines and there is no key: everybody there may read, "
        "and nobody may write. Make one with `timeline keys add NAME --scope write`, or set TIMELINE_API_KEY",
        file=sys.stderr,
    )


def is_loopback(host: str) -> bool:
    """Whether an address to listen on is this machine's alone."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
