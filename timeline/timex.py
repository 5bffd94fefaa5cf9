"""The TIMEX3 view of an expression: the habits of TimeML's annotators, and nothing else.

Source: TimeML 1.2.1 annotation guidelines (Saurí et al., 2006), and what annotators of news did: zones are not
written, a decade is three digits, a quarter `-Q3`, a weekend `-WE`, "recent years" a length of time.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, assert_never

from timeline import edtf
from timeline.edtf.forms import Date, Division, Form, Moment, Years
from timeline.types import Timex, When
from timeline.written import (
    Amount,
    Calendar,
    Choice,
    Clock,
    Leftover,
    Part,
    Relative,
    Repeat,
    Shift,
    Span,
    Stretch,
    Unit,
    Unsaid,
    Vague,
    Written,
)

SYMBOLS: dict[Unit, str] = {"second": "S", "minute": "M", "hour": "H", "day": "D", "weekend": "WE", "week": "W",
"month": "M", "quarter": "Q", "half": "H", "season": "S", "year": "Y", "decade": "Y", "century": "C",
"millennium": "L", "period": "X"}  # fmt: skip
CLOCKS: frozenset[Unit] = frozenset(("second", "minute", "hour"))
DIVISIONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2"}
# A day of which only the month or the year is known: "that same day", told of a June.
UNTOLD = {"month": "-XX", "year": "-XX-XX"}
SIDES = {"before": "START", "after": "END"}
PARTS = {"start": "START", "mid": "MID", "end": "END", "turn": "START"}


def timex(written: Written, core: When | None) -> Timex:
    """The TIMEX3 of an expression; `core` is its date before "early" or a time of day are added."""
    says = written.says
    mod = part_mod(written.part) if written.part else SIDES[written.side] if written.side else written.modifier
    match says:
        case Calendar() | Unsaid() | Leftover():
            return dated(written, core, mod)
        case Shift(count=None, direction=direction):
            return Timex(type="DATE", value="PAST_REF" if direction < 0 else "FUTURE_REF", mod=mod)
        case Shift():
            return dated(written, core, mod)
        case Stretch(first=first, last=last, shown=shown):
            return timex(last if shown else first, core)
        case Choice(members=members, shown=shown):
            return timex(members[shown], core)
        case Span(window="past", of=None, amounts=(Amount(count=1, unit="week" | "month" | "year" as unit),)) if core:
            return Timex(type="DATE", value=unit_before(core, unit), mod=mod)
        case Span(amounts=amounts):
            return Timex(type="DURATION", value=length(amounts), mod=mod)
        case Relative():
            return relative(says, mod, written, core)
        case Repeat():
            return repeated(says, written.clock, mod)
        case Vague(reference=reference):
            return Timex(type="DATE", value=reference, mod=mod)
        case _:
            assert_never(says)


def part_mod(part: Part) -> str:
    """The modifier of a part: the first and the last of equal ones are its start and its end."""
    if part in PARTS:
        return PARTS[part]
    place, of = part.split("/")
    return "START" if place == "1" else "END" if place == of else "MID"


def dated(written: Written, core: When | None, mod: str | None) -> Timex:
    """A DATE, or a TIME where a time of day is told."""
    value = date_value(written, core)
    if written.clock is None:
        return Timex(type="DATE", value=value or unknown(written), mod=mod)
    day = value if value and len(value.split("-")) == 3 and "W" not in value else "XXXX-XX-XX"
    return Timex(type="TIME", value=f"{day}T{clock_value(written.clock)}", mod=mod)


def unknown(written: Written) -> str:
    """The value of a date whose frame is not known."""
    match written.says:
        case Calendar(month=int(month), day=int(day)):
            return f"XXXX-{month:02d}-{day:02d}"
        case Calendar(month=int(month)):
            return f"XXXX-{month:02d}"
        case Calendar(weekday=int(weekday)):
            return f"XXXX-WXX-{weekday}"
        case Calendar(season=str(season)):
            return f"XXXX-{season}"
        case Calendar(quarter=int(quarter)):
            return f"XXXX-Q{quarter}"
        case _:
            return "XXXX-XX-XX"


def date_value(written: Written, core: When | None) -> str | None:
    """The value of a date as fine as it is known."""
    if core is None:
        return None
    value = edtf.parse(core.edtf)
    match written.says:
        case Calendar(decade=int(decade)):
            return f"{'BC' if written.says.bc else ''}{decade:03d}"
        case Calendar(century=int(century)):
            return f"{'BC' if written.says.bc else ''}{century:02d}"
        case _:
            pass
    if core.precision == "week":
        return week_value(value)
    if core.label.startswith("weekend"):
        week = week_value(value)
        return f"{week}-WE" if week else None
    told = form_value(value.form)
    if isinstance(written.says, Shift) and written.says.unit == "day" and told is not None:
        return told + UNTOLD.get(core.precision, "")
    return told


def unit_before(core: When, unit: Literal["week", "month", "year"]) -> str:
    """The calendar unit in which "the past year" begins: annotators of news write it as they write "last year".

    In a story, which counts back from its own last date, it is a length, and has no `core`.
    """
    if unit == "week":
        return week_value(edtf.parse(core.edtf)) or "P1W"
    return (core.earliest or core.edtf)[: 4 if unit == "year" else 7]


def form_value(form: Form) -> str | None:
    """A value as TimeML writes it."""
    match form:
        case Date(year=year, month=month, day=day):
            parts = [year_value(year), *(f"{part:02d}" for part in (month, day) if part is not None)]
            return "-".join(parts)
        case Years(first=first, last=last):
            era, start = ("BC", -last) if last < 0 else ("", first)
            return f"{era}{start // 10:03d}" if last - first == 9 else f"{era}{start // 100:02d}"
        case Division(year=year, code=code):
            return f"{year_value(year)}-{DIVISIONS[code]}"
        case Moment():
            return str(form).partition("+")[0].removesuffix("Z")
        case _:
            return None


def year_value(year: int) -> str:
    """A year; before our era with BC, as TIMEX2 and WikiWars write it."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def week_value(value: edtf.Edtf) -> str | None:
    """The ISO week of a value's first day."""
    first: date | None = value.first_day
    if first is None:
        return None
    year, week, _ = first.isocalendar()
    return f"{year:04d}-W{week:02d}"


def clock_value(clock: Clock) -> str:
    """A time of day; zones are not written."""
    if clock.hour is None:
        return clock.part or "XX"
    second = f":{clock.second:02d}" if clock.second is not None else ""
    return f"{clock.hour:02d}:{clock.minute or 0:02d}{second}"


def length(amounts: tuple[Amount, ...]) -> str:
    """An ISO 8601 duration; X for a number that is not told."""
    days = "".join(amount_value(one) for one in amounts if one.unit not in CLOCKS)
    clocks = "".join(amount_value(one) for one in amounts if one.unit in CLOCKS)
    return f"P{days}{'T' + clocks if clocks else ''}"


def amount_value(one: Amount) -> str:
    """A number of units; decades in years, halves of hours in minutes."""
    if one.count is None:
        return f"X{SYMBOLS[one.unit] if one.unit != 'decade' else 'E'}"
    count = one.count
    if one.unit == "decade":
        count *= 10
    if one.unit == "hour" and count != int(count):
        minutes = round(count * 60)
        return f"{minutes // 60}H{minutes % 60}M" if minutes > 60 else f"{minutes}M"
    return f"{count:g}{SYMBOLS[one.unit]}"


def relative(says: Relative, mod: str | None, written: Written, core: When | None) -> Timex:
    """A length of time with its signal left out; an ordinal day has no value until its event is dated."""
    if says.span is not None:
        return Timex(type="DURATION", value=length(says.span.amounts), mod=mod)
    if core is not None and (value := date_value(written, core)) is not None:
        return Timex(type="DATE", value=value, mod=mod)
    return Timex(
        type="DATE", value={"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(says.unit, "XXXX"), mod=mod
    )


def repeated(says: Repeat, clock: Clock | None, mod: str | None) -> Timex:
    """A SET: how often, or which date again and again."""
    part = f"T{clock_value(clock)}" if clock else ""
    match says.every:
        case Amount():
            return Timex(type="SET", value=f"XXXX-XX-XX{part}" if part else length((says.every,)), mod=mod)
        case Calendar(weekday=int(weekday)):
            return Timex(type="SET", value=f"XXXX-WXX-{weekday}{part}", mod=mod)
        case Calendar(month=int(month)):
            return Timex(type="SET", value=f"XXXX-{month:02d}", mod=mod)
        case Calendar(workdays=True):
            return Timex(type="SET", value=f"XXXX-WXX-WD{part}", mod=mod)
        case Calendar(season=str(season)):
            return Timex(type="SET", value=f"XXXX-{season}", mod=mod)
        case _:
            return Timex(type="SET", value="XXXX-WXX-WE", mod=mod)
