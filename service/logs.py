"""Log lines of the service: a JSON object each, or words for people."""

from __future__ import annotations

import logging
import sys
from logging import Formatter, Handler, StreamHandler

from pythonjsonlogger.json import JsonFormatter

OURS = "timeline"
SERVERS = ("uvicorn", "uvicorn.access", "uvicorn.error")
PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def write_logs(log_format: str) -> None:
    """Write our log lines and those of the server to stderr, once for each process.

    The format is json, plain, or auto: plain where somebody looks on, JSON where a program collects them.
    """
    plain = log_format == "plain" or (log_format == "auto" and sys.stderr.isatty())
    formatter = Formatter(PLAIN) if plain else json_lines()
    log = logging.getLogger(OURS)
    if not log.handlers:
        log.addHandler(StreamHandler())
        log.setLevel(logging.INFO)
        log.propagate = False
    handlers: list[Handler] = [*log.handlers, *(own for name in SERVERS for own in logging.getLogger(name).handlers)]
    for handler in handlers:
        handler.setFormatter(formatter)


def json_lines() -> Formatter:
    """A formatter of one JSON object a line: time, level, logger, message, and what the line is about."""
    return JsonFormatter(
        "{asctime}{levelname}{name}{message}",
        style="{",
        rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
        datefmt="%Y-%m-%dT%H:%M:%S%z",
    )
