"""Rows on stdout: a table for people at a terminal, tab-separated lines for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

# Words of articles are other people's: none of them may steer a terminal or break a line.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
WIDEST = {"sources": 28, "outlet": 24, "published": 25, "address": 50}  # so that titles have the room
STYLES = {
    "denied": "red",
    "disputed": "yellow",
    "planned": "cyan",
    "claimed": "magenta",
    "failed": "red",
    "error": "red",
    "merged": "green",
    "fetched": "green",
    "followed": "green",
    "disabled": "bold red",
    "blocked": "red",
    "postponed": "yellow",
    "not yet": "yellow",
    "would be asked": "green",
    "withdrawn": "yellow",
}


def show(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under their columns; a terminal gets a table, anything else a line of tab-separated words a row."""
    console = Console()
    if console.is_terminal:
        console.print(table(columns, rows))
        return
    for row in rows:
        print("\t".join(map(plain, row)))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """The rows as a table; words that say how something stands have their colour."""
    shown = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        shown.add_column(column, overflow="fold", max_width=WIDEST.get(column))
    for row in rows:
        words = map(plain, row)
        shown.add_row(*(Text(word, style=STYLES.get(word, "")) for word in words))
    return shown


def moment(at: datetime | None) -> str:
    """A moment to the minute, UTC."""
    return f"{at:%Y-%m-%d %H:%M}Z" if at else "never"


def plain(value: object) -> str:
    """A value in one line, without anything that a terminal would obey."""
    return "" if value is None else CONTROL.sub(" ", str(value))
