"""How far a long command has come: a bar where a terminal is there, a line now and then where not."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SECONDS_A_LINE = 5.0


@contextmanager
def counting(what: str, *, total: int | None = None) -> Iterator[Callable[[], None]]:
    """A function to call after each of `total` things, on stderr; None for as many as come."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lines(what, total)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)


def lines(what: str, total: int | None) -> Callable[[], None]:
    """Counts, and says how far it is every few seconds; a command that is done before says nothing."""
    done, last = 0, time.monotonic()

    def advance() -> None:
        nonlocal done, last
        done += 1
        if time.monotonic() - last >= SECONDS_A_LINE:
            last = time.monotonic()
            print(f"{what}: {done}{f' of {total}' if total else ''}", file=sys.stderr)

    return advance
