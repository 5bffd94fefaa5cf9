"""The chronology as one self-contained HTML file that reads from disk."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, select_autoescape

from timeline.exports.json import why_json
from timeline.exports.links import web_address

if TYPE_CHECKING:
    from timeline.types import Chronology, Event


def write(chronology: Chronology) -> str:
    """A page without scripts or requests: entries by date, their sources folded under them."""
    pages = Environment(loader=PackageLoader("timeline.exports"), autoescape=select_autoescape())
    pages.filters["web_address"] = web_address
    pages.filters["why"] = why_json
    days = [(label, list(events)) for label, events in groupby(chronology.events, key=date_label)]
    return pages.get_template("chronology.html").render(days=days)


def date_label(event: Event) -> str:
    """The heading an event stands under."""
    return event.when.label if event.when else "Undated"
