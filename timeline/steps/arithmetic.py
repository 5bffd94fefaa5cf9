"""Moving, widening and splitting EDTF values by calendar units; None where the result is no date EDTF can write."""

from __future__ import annotations

import re
from datetime import date
from math import floor, inf

from timeline import edtf
from timeline.edtf.calendar import SECONDS_A_DAY, civil, month_length, ordinal
from timeline.edtf.forms import Date, Division, Moment, Years
from timeline.edtf.spelling import spell_days
from timeline.types import Precision
from timeline.written import Part, Unit

MONTHS: dict[Unit, int] = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "season": 3,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
}
DAYS: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7}
SECONDS: dict[Unit, int] = {"hour": 3600, "minute": 60, "second": 1}
# How many months a value of each precision spans: moving by less than that leaves it where it is.
SPANS: dict[str, int] = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}
LONG_YEAR = re.compile(r"(?<!Y)[+-]\d{5}")  # only a year alone may have more than four digits in EDTF, behind its Y


def text_of(text: str) -> edtf.Edtf | None:
    """The value of a text, None where it is outside what EDTF holds."""
    if LONG_YEAR.search(text):
        return None
    try:
        return edtf.parse(text)
    except (edtf.EdtfError, ValueError, OverflowError):
        return None


def day_before(day: date, count: int = 1) -> date:
    """The day so many days before, or the first of the year 1, where the calendar of `datetime` begins."""
    return date.fromordinal(max(1, day.toordinal() - count))


def days(value: edtf.Edtf) -> tuple[int, int] | None:
    """The numbers of its first and last day; None where an end is open."""
    if value.lower == -inf or value.upper == inf:
        return None
    return int(value.lower // SECONDS_A_DAY), int(value.upper // SECONDS_A_DAY)


def between(first: int, last: int) -> str:
    """The EDTF text of the days from one number to another."""
    return spell_days(civil(first), civil(last))


def day_text(number: int) -> str:
    """The EDTF text of a day's number."""
    return between(number, number)


def moved_day(number: int, months: int) -> int:
    """The same day of the month so many months on, or the last day of a month that is shorter."""
    year, month, day = civil(number)
    index = year * 12 + month - 1 + months
    year, month = index // 12, index % 12 + 1
    return ordinal(year, month, min(day, month_length(year, month)))


def moved(value: edtf.Edtf, unit: Unit, count: float) -> str | None:
    """The value so many units on, as fine as before: 2022-02-24 and 2 months is 2022-04-24, 2022 and 2 months 2022."""
    if unit in SECONDS:
        return _moved_clock(value, round(count * SECONDS[unit]))
    span = days(value)
    if span is None:
        return None
    if unit in DAYS:
        step = round(count * DAYS[unit])
        return value.text if value.precision in SPANS else _moved_days(value, span, step)
    months = round(count * MONTHS[unit])
    match value.form:
        case Date(year=year, month=None):
            return str(Date(year=year + _toward(months, 12)))
        case Date(year=year, month=int(month), day=None):
            index = year * 12 + month - 1 + months
            return str(Date(year=index // 12, month=index % 12 + 1))
        case Division(year=year, code=code) if 33 <= code <= 36:
            index = year * 4 + code - 33 + _toward(months, 3)
            return str(Division(year=index // 4, code=33 + index % 4))
        case Division(year=year, code=code) if code in (40, 41):
            index = year * 2 + code - 40 + _toward(months, 6)
            return str(Division(year=index // 2, code=40 + index % 2))
        case Division(year=year, code=code):
            return str(Division(year=year + _toward(months, 12), code=code))
        case Years(first=first, last=last):
            width = last - first + 1
            return years_around(first + _toward(months, 12 * width) * width, width)
        case Moment():
            return f"{day_text(moved_day(span[0], months))}T{value.text.partition('T')[2]}"
        case _:
            return between(moved_day(span[0], months), moved_day(span[1], months))


def years_around(year: int, width: int) -> str | None:
    """The round ten or hundred years around a year; None beyond the four digits that EDTF can leave open."""
    if abs(year) > 9999 - width:
        return None
    return edtf.decade(year).text if width == 10 else edtf.century(year).text


def _toward(months: int, size: int) -> int:
    """How many whole spans a move is, toward zero."""
    return int(months / size)


def _moved_days(value: edtf.Edtf, span: tuple[int, int], step: int) -> str:
    """Days, or a stretch of them, moved by days."""
    if isinstance(value.form, Moment):
        return f"{day_text(span[0] + step)}T{value.text.partition('T')[2]}"
    return between(span[0] + step, span[1] + step)


def _moved_clock(value: edtf.Edtf, seconds: int) -> str | None:
    """A clock time moved by seconds; from a day, the day or the days on which that can end."""
    if value.lower == -inf or value.upper == inf:
        return None
    if not isinstance(value.form, Moment):
        span = int(value.lower // SECONDS_A_DAY), int(value.upper // SECONDS_A_DAY)
        step = floor(abs(seconds) / SECONDS_A_DAY) * (1 if seconds >= 0 else -1)
        return value.text if value.precision in SPANS else between(span[0] + step, span[1] + step)
    total = int(value.lower) + seconds
    rest = total % SECONDS_A_DAY
    clock = f"{rest // 3600:02d}" + (
        f":{rest // 60 % 60:02d}" if value.form.minute is not None or seconds % 3600 else ""
    )
    return f"{day_text(total // SECONDS_A_DAY)}T{clock}"


def containing(value: edtf.Edtf, unit: Unit) -> str | None:
    """The calendar unit in which its first day lies; the value itself where it is longer than the unit."""
    span = days(value)
    if span is None:
        return None
    year, month, _ = civil(span[0])
    if SPANS.get(value.precision, 0) > MONTHS.get(unit, 0):
        return value.text
    match unit:
        case "week":
            monday = span[0] - (span[0] - 1) % 7
            return between(monday, monday + 6)
        case "weekend":
            monday = span[0] - (span[0] - 1) % 7
            return between(monday + 5, monday + 6)
        case "month":
            return str(Date(year=year, month=month))
        case "quarter":
            return str(Division(year=year, code=33 + (month - 1) // 3))
        case "half":
            return str(Division(year=year, code=40 + (month - 1) // 6))
        case "season":
            code = (month % 12) // 3
            return str(Division(year=year - (1 if month < 3 else 0), code=(24, 21, 22, 23)[code]))
        case "year":
            return str(Date(year=year))
        case "decade":
            return years_around(year, 10)
        case "century" | "millennium":
            return years_around(year, 100)
        case "day":
            return between(*span) if "T" in value.text else value.text
        case _:
            return value.text


def part_of(value: edtf.Edtf, part: Part) -> str | None:
    """Its early, middle or late part: the first, the middle, the last of its thirds, by months for long ones.

    "early 2022" is January to April, "mid-2022" May to August, "late 2022" September to December; of a month the last
    third runs from the 21st to its end; a decade's early years are its first four, its middle and late ones three each,
    and so in tens of years for a century. The turn of the 20th century, as of any time nearer to 1900 than to another
    round hundred, is 1890 to 1909. A half, a third, a quarter, a tenth is counted in whole years, months or days.
    """
    span = days(value)
    if span is None:
        return None
    if "/" in part:
        place, of = (int(figure) for figure in part.split("/"))
        return equal_part(span, place, of)
    (y1, m1, _), (y2, m2, _) = civil(span[0]), civil(span[1])
    if part == "turn":
        turn = turn_of(value, y1)
        return f"{Date(year=turn - 10)}/{Date(year=turn + 9)}"
    length = span[1] - span[0] + 1
    years = y2 - y1 + 1
    if value.precision in ("decade", "century") or years >= 5:
        early, late = round(years * 0.4), round(years * 0.3)
        first, last = {
            "start": (y1, y1 + early - 1),
            "mid": (y1 + early, y2 - late),
            "end": (y2 - late + 1, y2),
        }[part]
        return f"{Date(year=first)}/{Date(year=last)}"
    months = years * 12 - (m1 - 1) - (12 - m2)
    if months >= 3:
        third = months // 3
        start = y1 * 12 + m1 - 1
        low, high = {"start": (0, third), "mid": (third, months - third), "end": (months - third, months)}[part]
        first, last = start + low, start + high - 1
        one, other = Date(year=first // 12, month=first % 12 + 1), Date(year=last // 12, month=last % 12 + 1)
        return str(one) if one == other else f"{one}/{other}"
    if length == 1:
        return value.text
    third = 10 if length > 27 else max(1, length // 3)
    low, high = {"start": (0, third), "mid": (third, 2 * third), "end": (2 * third, length)}[part]
    return between(span[0] + low, span[0] + max(low, high - 1))


def turn_of(value: edtf.Edtf, year: int) -> int:
    """The round hundred of years at which a century begins, or that is nearest to a year."""
    return year if value.precision == "century" or year <= 0 else (year + 50) // 100 * 100


def equal_part(span: tuple[int, int], place: int, of: int) -> str:
    """One of so many equal parts of some days, in whole years or months where they can be shared out, else in days."""
    (y1, m1, d1), (y2, m2, _) = civil(span[0]), civil(span[1])
    months = (y2 - y1) * 12 + m2 - m1 + 1
    if months >= of and months % of == 0 and d1 == 1:
        size = months // of
        return between(moved_day(span[0], size * (place - 1)), moved_day(span[0], size * place) - 1)
    length = span[1] - span[0] + 1
    return between(span[0] + length * (place - 1) // of, span[0] + length * place // of - 1)


def precision_of(unit: Unit) -> Precision:
    """How fine a date is that is told in a unit."""
    match unit:
        case (
            "second"
            | "minute"
            | "hour"
            | "day"
            | "week"
            | "month"
            | "quarter"
            | "season"
            | "year"
            | "decade"
            | "century"
        ):
            return unit
        case _:
            return "range"
