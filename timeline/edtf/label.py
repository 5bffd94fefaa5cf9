"""A value as a person would write it, in English and in British order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from timeline.edtf.forms import Date, Division, Edge, Form, Interval, Moment, OneOf, Point, Qualifier, Years
from timeline.edtf.value import Edtf

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DIVISIONS = {
    21: "spring {year}",
    22: "summer {year}",
    23: "autumn {year}",
    24: "winter {winter}",
    33: "first quarter of {year}",
    34: "second quarter of {year}",
    35: "third quarter of {year}",
    36: "fourth quarter of {year}",
    40: "first half of {year}",
    41: "second half of {year}",
}
QUALIFIED: dict[Qualifier, str] = {"": "{}", "?": "perhaps {}", "~": "about {}", "%": "perhaps about {}"}


def label(value: Edtf) -> str:
    """How a person would write it: "5 January 2025", "third quarter of 2024", "24 February – 7 March 2022"."""
    return form_label(value.form)


def form_label(form: Form) -> str:
    """The label of any form."""
    match form:
        case Interval():
            return interval_label(form)
        case OneOf(members=members):
            return choice_label(members)
        case _:
            return point_label(form)


def point_label(point: Point) -> str:
    """The label of a single date or clock time."""
    match point:
        case Date():
            return QUALIFIED[point.qualifier].format(date_label(point))
        case Years():
            return QUALIFIED[point.qualifier].format(years_label(point))
        case Division(year=year, code=code):
            name = DIVISIONS[code].format(year=year_label(year), winter=winter_label(year))
            return QUALIFIED[point.qualifier].format(name)
        case Moment():
            return f"{date_label(Date(year=point.year, month=point.month, day=point.day))}, {clock_label(point)}"
        case _:
            assert_never(point)


def date_label(date: Date) -> str:
    """A day, a month or a year, with a word for what is unspecified: "a day in June 2004"."""
    words = [] if date.day is None else [str(date.day)]
    words += [] if date.month is None else [MONTHS[date.month - 1]]
    name = " ".join([*words, year_label(date.year)])
    if not date.unspecified:
        return name
    return f"a month in {name}" if date.month is None and date.unspecified == "-XX" else f"a day in {name}"


def year_label(year: int) -> str:
    """A year of either era; the year 0 of EDTF is 1 BC."""
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if 999 < year <= 9999 else f"AD {year}"


def winter_label(year: int) -> str:
    """A winter by both its years: "2022–23"."""
    if year <= 999:
        return year_label(year)
    return f"{year}–{year + 1}" if year % 100 == 99 else f"{year}–{(year + 1) % 100:02d}"


def years_label(years: Years) -> str:
    """A decade or a century: "1990s", "19th century", "1st century BC"."""
    if years.last - years.first == 99:
        return f"{ordinal_label(abs(years.first if years.first >= 0 else years.last) // 100 + 1)} century" + (
            " BC" if years.first < 0 else ""
        )
    if years.first < 0:
        return f"{1 - years.first}–{1 - years.last} BC"
    return f"{years.first}s" if years.first > 999 else f"AD {max(years.first, 1)}–{years.last}"


def ordinal_label(number: int) -> str:
    """The number as an ordinal: 1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def clock_label(moment: Moment) -> str:
    """The time of day, with its offset where it has one: "04:00", "04:00 UTC+2", and to the hour "4 am"."""
    second = "" if moment.second is None else f":{moment.second:02d}"
    clock = hour_label(moment.hour) if moment.minute is None else f"{moment.hour:02d}:{moment.minute:02d}{second}"
    if moment.offset is None:
        return clock
    hours, minutes = divmod(abs(moment.offset), 60)
    sign = "−" if moment.offset < 0 else "+"
    zone = f"{sign}{hours}" + (f":{minutes:02d}" if minutes else "") if moment.offset else ""
    return f"{clock} UTC{zone}"


def hour_label(hour: int) -> str:
    """An hour on the clock of twelve, which promises no minutes."""
    if hour % 12 == 0:
        return "noon" if hour else "midnight"
    return f"{hour % 12} {'am' if hour < 12 else 'pm'}"


def interval_label(interval: Interval) -> str:
    """From one point to another, or to or from an end that is open or unknown."""
    start, end = interval.start, interval.end
    if isinstance(end, Edge):
        return "at any time" if isinstance(start, Edge) else f"from {point_label(start)}"
    if isinstance(start, Edge):
        return f"until {point_label(end)}" if start is Edge.UNKNOWN else by_label(end)
    if isinstance(start, Moment) and isinstance(end, Moment) and one_day(start, end):
        return f"{point_label(start)}–{clock_label(end)}"
    heads, tail = shared_tail([start, end])
    dash = " – " if any(" " in head for head in heads) else "–"
    return dash.join(heads) + tail


def by_label(end: Point) -> str:
    """What lies no later than the end of a point: "before 2020" for all up to 2019, "by 5 January 2025"."""
    match end:
        case Date(year=year, month=None, unspecified="", qualifier="") | Years(last=year, qualifier=""):
            return f"before {year_label(year + 1)}"
        case Date(year=year, month=int(month), day=None, unspecified="", qualifier=""):
            following = Date(year=year + month // 12, month=month % 12 + 1)
            return f"before {date_label(following)}"
        case Date(qualifier="", unspecified="") | Moment():
            return f"by {point_label(end)}"
        case _:
            return f"by the end of {point_label(end)}"


def one_day(start: Moment, end: Moment) -> bool:
    """Whether two clock times stand on one day, by one clock."""
    return (start.year, start.month, start.day, start.offset) == (end.year, end.month, end.day, end.offset)


def choice_label(members: tuple[Point | Interval, ...]) -> str:
    """One of several: "25 or 26 February 2022", "between 25 and 27 February 2022"."""
    match members:
        case (Interval(start=Date() | Years() | Division() as start, end=Date() | Years() | Division() as end),):
            (first, last), tail = shared_tail([start, end])
            return f"between {first} and {last}{tail}"
        case _:
            heads, tail = shared_tail(members)
            return " or ".join(part for part in (", ".join(heads[:-1]), heads[-1]) if part) + tail


def shared_tail(forms: Sequence[Point | Interval]) -> tuple[list[str], str]:
    """The labels without the last words they share, and those words, each with the space before it.

    A qualifier would spread over what it does not qualify, so labels with one share nothing.
    """
    labels = [form_label(form).split(" ") for form in forms]
    shared = 0
    if len(labels) > 1 and not any(qualified(form) for form in forms):
        most = min(len(words) for words in labels) - 1
        while shared < most and len({words[-1 - shared] for words in labels}) == 1:
            shared += 1
    tail = labels[0][len(labels[0]) - shared :]
    heads = [" ".join(words[: len(words) - shared]) for words in labels]
    return heads, "".join(f" {word}" for word in tail)


def qualified(form: Point | Interval) -> bool:
    """Whether a form, or an end of it, is uncertain or approximate."""
    match form:
        case Moment():
            return False
        case Interval(start=start, end=end):
            return any(qualified(point) for point in (start, end) if not isinstance(point, Edge))
        case _:
            return form.qualifier != ""
