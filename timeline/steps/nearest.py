"""The date of a name (a weekday, a month, a holiday) that lies in some direction from another date."""

from __future__ import annotations

from collections.abc import Iterator

from timeline import edtf
from timeline.edtf.calendar import civil, month_length, ordinal
from timeline.edtf.forms import Division
from timeline.steps.arithmetic import between, days, text_of
from timeline.steps.holidays import holiday
from timeline.steps.step import Direction, Nearest
from timeline.written import Season

SEASON_CODES: dict[Season, int] = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def nearest(step: Nearest, base: edtf.Edtf) -> str | None:
    """The EDTF text of the date a step picks; None where none is in reach."""
    span = days(base)
    if span is None:
        return None
    found = [(value, reach) for text in candidates(step, span) if (value := text_of(text)) and (reach := days(value))]
    chosen = choose(step.direction, [reach for _, reach in found], span)
    return None if chosen is None else found[chosen][0].text


def choose(direction: Direction, reaches: list[tuple[int, int]], base: tuple[int, int]) -> int | None:
    """The index of the stretch that lies in that direction from the base and is closest to it."""

    def pick(fits: list[int], gap: list[int]) -> int | None:
        return min(fits, key=lambda place: (gap[place], place), default=None)

    places = range(len(reaches))
    back = [abs(base[0] - first) for first, _ in reaches]
    match direction:
        case "past":
            return pick(
                [place for place in places if reaches[place][0] <= base[1]], [base[1] - first for first, _ in reaches]
            )
        case "future":
            return pick(
                [place for place in places if reaches[place][1] >= base[0]], [last - base[0] for _, last in reaches]
            )
        case "before":
            return pick(
                [place for place in places if reaches[place][1] < base[0]], [base[0] - last for _, last in reaches]
            )
        case "after":
            return pick(
                [place for place in places if reaches[place][0] > base[1]], [first - base[1] for first, _ in reaches]
            )
        case "onward":
            return pick(
                [place for place in places if reaches[place][0] >= base[0]], [first - base[0] for first, _ in reaches]
            )
        case "within":
            return pick(
                [place for place in places if reaches[place][0] <= base[1] and reaches[place][1] >= base[0]],
                [max(0, first - base[0]) if first >= base[0] else 10**6 for first, _ in reaches],
            )
        case "nearest":
            middle = (base[0] + base[1]) // 2
            distance = [
                0 if first <= middle <= last else min(abs(first - middle), abs(last - middle))
                for first, last in reaches
            ]
            return pick(list(places), distance) if reaches else None
    return pick(list(places), back)


def candidates(step: Nearest, base: tuple[int, int]) -> Iterator[str]:
    """The texts of the dates of that name around a base, in order of time."""
    (first_year, first_month, _), (last_year, last_month, _) = civil(base[0]), civil(base[1])
    reach = 8 if (step.month == 2 and step.day == 29) or step.weekday else 1
    years = range(first_year - reach, last_year + reach + 1)
    if step.holiday:
        yield from (day.isoformat() for year in years if 1 <= year <= 9999 and (day := holiday(step.holiday, year)))
    elif step.season:
        yield from (str(Division(year=year, code=SEASON_CODES[step.season])) for year in years)
    elif step.quarter:
        yield from (str(Division(year=year, code=32 + step.quarter)) for year in years)
    elif step.half:
        yield from (str(Division(year=year, code=39 + step.half)) for year in years)
    elif step.month and step.day:
        yield from month_days(step, years)
    elif step.month:
        yield from (edtf.month(year, step.month).text for year in years)
    elif step.day:
        yield from days_of_months(step, first_year * 12 + first_month - 1, last_year * 12 + last_month - 1)
    elif step.weekday:
        start = base[0] - 7 - (base[0] - 7 - step.weekday) % 7
        yield from (between(number, number) for number in range(start, base[1] + 15, 7))
    elif step.weekend:
        start = base[0] - 7 - (base[0] - 7 - 6) % 7
        yield from (between(number, number + 1) for number in range(start - 7, base[1] + 15, 7))


def month_days(step: Nearest, years: range) -> Iterator[str]:
    """A day of a month in each of some years; with a weekday, only where it falls on it."""
    month, day = step.month or 1, step.day or 1
    for year in years:
        if day <= month_length(year, month):
            number = ordinal(year, month, day)
            if step.weekday is None or (number - 1) % 7 + 1 == step.weekday:
                yield between(number, number)


def days_of_months(step: Nearest, first: int, last: int) -> Iterator[str]:
    """A day in each of some months, given by their numbers; with a weekday, only where it falls on it."""
    reach = 14 if step.weekday else 1
    for index in range(first - reach, last + reach + 1):
        year, month, day = index // 12, index % 12 + 1, step.day or 1
        if day <= month_length(year, month):
            number = ordinal(year, month, day)
            if step.weekday is None or (number - 1) % 7 + 1 == step.weekday:
                yield between(number, number)
