"""Log lines of the service: a JSON object each, or words for people."""

from __future__ import annotations

import logging
import sys
from logging import Formatter, StreamHandler

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

OURS = "timeline"
SCHEDULER = "apscheduler"
SERVERS = ("uvicorn", "uvicorn.access", "uvicorn.error")
PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def write_logs(log_format: str) -> None:
    """Write our log lines, the scheduler's and those of the server to stderr, once for each process.

    The format is json, plain, or auto: plain where somebody looks on, JSON where a program collects them.
    """
    own = {logging.getLogger(OURS): logging.INFO, logging.getLogger(SCHEDULER): logging.WARNING}
    for log, level in own.items():
        if not log.handlers:
            log.addHandler(StreamHandler())
            log.setLevel(level)
            log.propagate = False
    servers = (logging.getLogger(name) for name in SERVERS)
    for handler in [handler for log in (*own, *servers) for handler in log.handlers]:
        handler.setFormatter(formatter(log_format))


def formatter(log_format: str) -> Formatter:
    """The formatter of a format; `timeline serve` names it to the server, whose first lines are older than we are."""
    plain = log_format == "plain" or (log_format != "json" and sys.stderr.isatty())
    return Formatter(PLAIN) if plain else json_lines()


def json_lines() -> Formatter:
    """A formatter of one JSON object a line: time, level, logger, message, and what the line is about."""
    return JsonFormatter(
        "{asctime}{levelname}{name}{message}",
        style="{",
        rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
        datefmt="%Y-%m-%dT%H:%M:%S%z",
        reserved_attrs=[*RESERVED_ATTRS, "color_message"],  # the server's message once more, for terminals
    )
