"""What the reader asked for: read from the address, written back into it, shown as chips."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, get_args

from service.widget.links import page_href
from service.widget.views import Chip
from timeline.edtf import EdtfError, parse
from timeline.exports.listing.words import STATUSES
from timeline.types import Precision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.types import Status

# The parameters of /v1/timeline, under the same names: an address of the page is an address of the API.
NAMES = (
    "timeline", "text", "name", "place", "source", "status", "precision", "min_sources", "from", "to", "all",
)  # fmt: skip
CHIPS = {
    "timeline": "Timeline {}",
    "text": "“{}”",
    "name": "About {}",
    "place": "At {}",
    "source": "In {}",
    "status": "{}",
    "precision": "{}",
    "min_sources": "Sources: {} or more",
    "from": "From {}",
    "to": "Until {}",
    "all": "With background",
}
PRECISIONS: dict[Precision, str] = {
    **{unit: f"Known to the {unit}" for unit in get_args(Precision)},
    "daypart": "Known to the part of a day",
    "range": "Known as a stretch of time",
}
LONGEST = 200
MOST_SOURCES = 999
PAGE_SIZE, LARGEST_PAGE = 50, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The filters in force by name, and for each that could not be read what to write instead."""

    values: dict[str, str]
    problems: dict[str, str] = field(default_factory=dict)

    @property
    def status(self) -> Status | None:
        """The status asked for, if it is one."""
        asked = self.get("status")
        return next((status for status in STATUSES if status == asked), None)

    @property
    def min_sources(self) -> int | None:
        """The least number of articles that are to tell it, if one is asked for."""
        asked = self.get("min_sources")
        return int(asked) if asked else None

    def get(self, name: str) -> str | None:
        """The filter's value; None where it is not set or could not be read."""
        return None if name in self.problems else self.values.get(name)


def read_filters(parameters: Mapping[str, str]) -> Filters:
    """The filters of an address; blank ones count as not set, unknown parameters are passed over."""
    given = {name: parameters.get(name, "").strip() for name in NAMES}
    values = {name: value for name, value in given.items() if value}
    if values.get("all", "").lower() not in ("true", "1", "on"):
        values.pop("all", None)
    problems = {name: problem for name, value in values.items() if (problem := _problem(name, value))}
    return Filters(values=values, problems=problems)


def read_size(parameters: Mapping[str, str]) -> int | None:
    """How many entries a page is to hold, the usual number where none is given; None where that is no such number."""
    asked = parameters.get("limit", "").strip() or str(PAGE_SIZE)
    return number(asked, 1, LARGEST_PAGE)


def number(written: str, least: int, most: int) -> int | None:
    """The number that is written, if it is one between these."""
    readable = written.isascii() and written.isdigit() and least <= int(written[:9]) <= most
    return int(written) if readable else None


def unreadable(filters: Filters, name: str, problem: str) -> Filters:
    """The filters with one more that could not be read."""
    return replace(filters, problems={**filters.problems, name: problem})


def chips(filters: Filters, root: str) -> tuple[Chip, ...]:
    """The filters in force, each with the address of the page without it."""
    return tuple(
        Chip(
            label=CHIPS[name].format(told(name, value)),
            href=page_href(root, {other: kept for other, kept in filters.values.items() if other != name}),
        )
        for name, value in filters.values.items()
    )


def told(name: str, value: str) -> str:
    """The value of a filter as people read it."""
    match name:
        case "status":
            return value.capitalize()
        case "precision":
            return next((words for unit, words in PRECISIONS.items() if unit == value), value)
    return value


def _problem(name: str, value: str) -> str | None:
    if len(value) > LONGEST:
        return f"Longer than {LONGEST} characters: shorten it."
    if name == "status" and value not in STATUSES:
        return f"No such status: choose one of {', '.join(STATUSES)}."
    if name == "precision" and value not in PRECISIONS:
        return f"No such precision: choose one of {', '.join(PRECISIONS)}."
    if name == "min_sources" and number(value, 1, MOST_SOURCES) is None:
        return f"Write a number from 1 to {MOST_SOURCES}."
    if name in ("from", "to") and not _readable(value):
        return f"“{value}” is not a date: write a year, a month or a day, as 2022, 2022-03 or 2022-03-05."
    return None


def _readable(value: str) -> bool:
    try:
        parse(value)
    except EdtfError:
        return False
    return True
