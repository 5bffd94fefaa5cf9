"""The chronology as a table for spreadsheets, one event a row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from timeline.exports.json import when_json
from timeline.exports.links import web_address
from timeline.exports.plain import printable

if TYPE_CHECKING:
    from timeline.types import Chronology, Event, SourceQuote

COLUMNS = (
    "id", "date", "edtf", "earliest", "latest", "precision", "title", "status", "source_count",
    "independent_source_count", "dates_agree", "participants", "places", "quotes", "urls",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write(chronology: Chronology) -> str:
    """RFC 4180 text with a header row; several values in a cell stand on lines of their own."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    rows.writerows([inert(cell) for cell in row(event)] for event in chronology.events)
    return out.getvalue()


def row(event: Event) -> list[str]:
    """The cells of one event, in the order of COLUMNS."""
    when = when_json(event.when) or {}  # as in JSON: days of the years 0000 to 9999 only
    return [
        event.id,
        *(when.get(column) or "" for column in ("label", "edtf", "earliest", "latest", "precision")),
        event.title,
        event.status,
        str(event.source_count),
        str(event.independent_source_count),
        str(event.dates_agree).lower(),
        "\n".join(person.name for person in event.participants),
        "\n".join(event.places),
        "\n".join(quoted(source) for source in event.sources),
        "\n".join(address for source in event.sources if (address := web_address(source.url))),
    ]


def quoted(source: SourceQuote) -> str:
    """The outlet and its words on one line."""
    return f"{source.source or source.article}: {' '.join(source.quote.text.split())}"


def inert(cell: str) -> str:
    """The cell, never read as a formula by a spreadsheet: an apostrophe stands before what would be one.

    OWASP, CSV injection; the wide forms of the signs count too, and space before them does not help.
    """
    text = printable(cell)
    return f"'{text}" if text.startswith(("\t", "\r", "\n")) or text.lstrip().startswith(FORMULA) else text
