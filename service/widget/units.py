"""Days, months, years and decades: which of them a stretch of time is divided into, and what they are called."""

from __future__ import annotations

from datetime import date
from typing import Literal

Unit = Literal["day", "month", "year", "decade"]
UNITS: tuple[Unit, ...] = ("day", "month", "year", "decade")
MOST = 62


def finest(first: date, last: date) -> Unit:
    """The finest unit of which there are not too many from one day to the other."""
    return next((unit for unit in UNITS if position(unit, last) - position(unit, first) < MOST), "decade")


def between(unit: Unit, first: date, last: date) -> list[str]:
    """These units from one day to the other, both included, in EDTF."""
    return [at_position(unit, at) for at in range(position(unit, first), position(unit, last) + 1)]


def unit_of(unit: Unit, day: date) -> str:
    """The day, month, year or decade that a day lies in, in EDTF."""
    return at_position(unit, position(unit, day))


def position(unit: Unit, day: date) -> int:
    """Which day, month, year or decade of our era a day lies in."""
    match unit:
        case "day":
            return day.toordinal()
        case "month":
            return 12 * day.year + day.month - 1
        case "year":
            return day.year
        case "decade":
            return day.year // 10


def at_position(unit: Unit, at: int) -> str:
    """The day, month, year or decade of this number, in EDTF."""
    match unit:
        case "day":
            return date.fromordinal(at).isoformat()
        case "month":
            return f"{at // 12:04}-{at % 12 + 1:02}"
        case "year":
            return f"{at:04}"
        case "decade":
            return f"{at:03}X"


def begun_by(unit: Unit, name: str) -> str | None:
    """The month, year, decade or century that begins with this unit, in EDTF; None where none does."""
    match unit:
        case "day":
            return name[:7] if name.endswith("-01") else None
        case "month":
            return name[:4] if name.endswith("-01") else None
        case "year" | "decade":
            return name if name.rstrip("X").endswith("0") else None
