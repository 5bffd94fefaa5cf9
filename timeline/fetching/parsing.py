"""What runs in the parser's process: one document after another, until its parent ends it or is gone."""

from __future__ import annotations

import itertools
import resource
import signal
import sys
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

# What is parsed here, and what parses it, is imported before the limit is drawn.
import htmldate  # noqa: F401 - as above
import trafilatura  # noqa: F401 - as above

import timeline.fetching.feeds
import timeline.pages  # noqa: F401 - as above
from timeline.fetching.errors import FetchError
from timeline.fetching.parser import Broke, Done, Job, Refused

MEMORY = 256 * 1024 * 1024  # bytes of address space that a document may take; a feed of 15 MiB takes 90 MB (measured)
GROWN = 100 * 1024 * 1024  # bytes of resident memory above the start, after which the process gives way to a fresh one
DOCUMENTS = 2_000  # after which it does so too: the libraries' caches grow


def serve(line: Connection) -> None:
    """Parse what comes down the line until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends this process
    limit_memory()
    sys.excepthook = lambda kind, error, trace: last_words(line, kind, error, trace)
    start = resident()
    line.send(None)
    for number in itertools.count(1):
        try:
            job: Job = line.recv()
            document = line.recv_bytes()
        except EOFError:
            return
        result = answer(job, document)
        leaving = number >= DOCUMENTS or resident() - start > GROWN
        line.send(replace(result, leaving=True) if leaving and isinstance(result, Done) else result)


def answer(job: Job, document: bytes) -> Done | Refused:
    """What came of one job; whatever else happens ends the process."""
    try:
        return Done(value=job.function(document, **job.arguments))
    except FetchError as error:
        return Refused(message=str(error), reason=error.reason)


def limit_memory() -> None:
    """Let every allocation beyond the limit fail, where the system tells a process its size."""
    if (pages := sizes()) is not None:
        most = pages[0] * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def resident() -> int:
    """The resident memory in bytes; 0 where the system does not tell.

    The largest so far, which `getrusage` tells everywhere, is no measure: a process inherits its parent's.
    """
    pages = sizes()
    return 0 if pages is None else pages[1] * resource.getpagesize()


def sizes() -> tuple[int, int] | None:
    """The pages of address space and of resident memory, None where the system does not tell (Linux does)."""
    try:
        total, held, *_ = Path("/proc/self/statm").read_text(encoding="ascii").split()
    except OSError:
        return None
    return int(total), int(held)


def last_words(line: Connection, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell the parent why this process ends; the traceback would tell nobody more."""
    del trace
    if issubclass(kind, MemoryError):
        line.send(Broke(message="it takes more memory than a document may", reason="too_large"))
    else:
        line.send(Broke(message=f"{kind.__name__} {error}".strip()[:200]))


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
