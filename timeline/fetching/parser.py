"""A process of its own in which documents from the web are parsed, with a limit on its time and on its memory.

A document of a few hundred kilobytes can keep feedparser or trafilatura busy for minutes and make them take gigabytes
(65,000 empty elements are enough; measured), and a thread cannot be ended from outside. A process can.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Lock
from typing import TypeVar, cast

from timeline.fetching.errors import FetchError, Reason

T = TypeVar("T")
MODULE = "timeline.fetching.parsing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A function of this library, named by where it is defined, and how it is to be called.

    The document, its first argument, comes behind it as bytes: inside, it would be copied once more.
    """

    function: Callable[..., object]
    arguments: dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What the function returned; `leaving` where the process has grown and ends after it."""

    value: object
    leaving: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The FetchError that the function raised."""

    message: str
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Broke:
    """The process ended on this document: its last words."""

    message: str
    reason: Reason = "malformed"


class Parser:
    """One such process, started when it is first needed and anew after it was ended; one document at a time."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None

    def parse(self, function: Callable[..., T], document: bytes, *, seconds: float, **arguments: object) -> T:
        """What the function makes of a document; raises FetchError when it refuses, breaks or takes too long."""
        with self._turn:
            match self._answer(Job(function=function, arguments=arguments), document, seconds):
                case Done(value=value, leaving=leaving):
                    if leaving:
                        self._end()
                    return cast("T", value)
                case Refused(message=message, reason=reason):
                    raise FetchError(message, reason=reason)
                case Broke(message=message, reason=reason):
                    self._end()
                    raise FetchError(f"the document cannot be read: {message}", reason=reason)
                case None:
                    self._end()
                    raise FetchError(f"the document was not read within {seconds:g} s", reason="too_slow")

    def close(self) -> None:
        """End the process; the next document starts another."""
        with self._turn:
            self._end()

    def _answer(self, job: Job, document: bytes, seconds: float) -> Done | Refused | Broke | None:
        """What came back in time; None when nothing did."""
        line = self._ready()
        try:
            line.send(job)
            line.send_bytes(document)
            return cast("Done | Refused | Broke", line.recv()) if line.poll(seconds) else None
        except (EOFError, OSError):
            return Broke(message="its parser crashed")

    def _ready(self) -> Connection:
        if self._line is not None and self._process is not None and self._process.poll() is None:
            return self._line
        self._end()
        self._line, theirs = Pipe()
        number = theirs.fileno()
        command = [sys.executable, "-m", MODULE, str(number)]
        self._process = subprocess.Popen(  # noqa: S603 - our own module; nothing of a document is in the command
            command, pass_fds=[number], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        theirs.close()
        self._line.recv()  # its imports are done, so that they cost no document its time
        return self._line

    def _end(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._line = self._process = None


@cache
def parser() -> Parser:
    """The one of this process, ended with it."""
    one = Parser()
    atexit.register(one.close)
    return one
