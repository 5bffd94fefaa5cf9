"""The reasons of a date give the date, and other reasons another."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from timeline.steps import (
    AtClock,
    Carried,
    Containing,
    Counted,
    Edged,
    Either,
    Known,
    Met,
    Narrowed,
    Nearest,
    NoLaterThan,
    Ordinal,
    Preceded,
    Published,
    Spread,
    Stated,
    Step,
    Until,
    Voted,
    describe,
    replay,
)
from timeline.steps.holidays import easter, holiday
from timeline.written import Unit

MONDAY = Published(day="2025-01-06")
STORED = TypeAdapter(tuple[Step, ...])

# Steps, the date they give, and one step corrupted: (which, field, other value).
CASES: list[tuple[tuple[Step, ...], str, tuple[int, str, object]]] = [
    ((Stated(text="5 May", edtf="2024-05-05"),), "2024-05-05", (0, "edtf", "2024-05-06")),
    ((MONDAY, Counted(unit="day", count=-1)), "2025-01-05", (1, "count", -2)),
    ((MONDAY, Counted(unit="week", count=-2)), "2024-12-23", (1, "unit", "day")),
    ((MONDAY, Containing(unit="year"), Counted(unit="year", count=-1)), "2024", (2, "count", -2)),
    ((MONDAY, Nearest(direction="past", because="", weekday=5)), "2025-01-03", (1, "direction", "future")),
    ((MONDAY, Nearest(direction="future", because="", month=1, day=26)), "2025-01-26", (1, "day", 27)),
    ((MONDAY, Nearest(direction="past", because="", holiday="christmas")), "2024-12-25", (1, "holiday", "halloween")),
    ((MONDAY, Nearest(direction="nearest", because="", quarter=3)), "2024-35", (1, "quarter", 2)),
    ((MONDAY, Nearest(direction="before", because="", season="SU")), "2024-22", (1, "season", "WI")),
    ((MONDAY, Nearest(direction="past", because="", weekend=True)), "2025-01-04/2025-01-05", (1, "direction", "after")),
    ((Stated(text="", edtf="2022"), Narrowed(part="start")), "2022-01/2022-04", (1, "part", "end")),
    ((MONDAY, AtClock(hour=4, minute=30)), "2025-01-06T04:30", (1, "hour", 5)),
    ((MONDAY, AtClock(hour=24)), "2025-01-07T00:00", (1, "hour", 0)),
    (
        (Known(text="the war", edtf="2022-02-24", precision="day", source="event"), Spread(unit="day", low=1, high=10)),
        "2022-02-25/2022-03-06",
        (1, "high", 9),
    ),
    (
        (
            Known(text="the war", edtf="2022-02-24", precision="day", source="landmark"),
            Ordinal(unit="day", numbers=(2, 3)),
        ),
        "[2022-02-25,2022-02-26]",
        (1, "numbers", (2,)),
    ),
    (
        (Carried(text="", edtf="2022-10", precision="month"), Edged(unit="week", count=1, edge="last")),
        "2022-10-25/2022-10-31",
        (1, "edge", "first"),
    ),
    (
        (Stated(text="", edtf="2022-03-03"), Until(text="", edtf="2022-03-07")),
        "2022-03-03/2022-03-07",
        (1, "edtf", "2022-03-08"),
    ),
    (
        (Stated(text="", edtf="2022-02-25"), Either(text="", edtf="2022-02-26")),
        "[2022-02-25,2022-02-26]",
        (1, "edtf", "2022-02-27"),
    ),
    (
        (Stated(text="", edtf="2022-02"), Met(edtf="2022-02-20/2022-03-05", source="Outlet B")),
        "2022-02-20/2022-02-28",
        (1, "edtf", "2022-02-01/2022-02-03"),
    ),
    ((Voted(edtf="2022-02-26", precision="day", votes=3, of=4),), "2022-02-26", (0, "edtf", "2022-02-25")),
    ((NoLaterThan(day="2025-01-06", earliest="2025-01-05"),), "2025-01-05/2025-01-06", (0, "earliest", None)),
    ((Stated(text="", edtf="2022-03-03"), Preceded(text="told")), "../2022-03-03", (0, "edtf", "2022-03-04")),
]


@pytest.mark.parametrize(("steps", "expected", "corrupt"), CASES, ids=[describe(case[0][-1]) for case in CASES])
def test_steps_give_their_date_and_a_corrupted_step_another(
    steps: tuple[Step, ...], expected: str, corrupt: tuple[int, str, object]
) -> None:
    when = replay(steps)
    assert when is not None
    assert when.edtf == expected
    place, field, value = corrupt
    other = list(steps)
    other[place] = replace(other[place], **{field: value})  # type: ignore[arg-type]
    changed = replay(other)
    assert changed is None or changed.edtf != expected


@pytest.mark.parametrize("steps", [case[0] for case in CASES])
def test_steps_survive_storing(steps: tuple[Step, ...]) -> None:
    assert STORED.validate_json(STORED.dump_json(steps)) == steps


@pytest.mark.parametrize("steps", [case[0] for case in CASES])
def test_every_step_is_told_in_one_sentence(steps: tuple[Step, ...]) -> None:
    for step in steps:
        told = describe(step)
        assert told[0].isupper() or told[0] in "“0123456789"
        assert told.endswith(".")


def test_every_kind_of_step_is_tried_above() -> None:
    tried = {type(step) for case in CASES for step in case[0]}
    assert tried == set(get_args(Step))


def test_every_step_names_its_kind_once() -> None:
    kinds = [next(field.default for field in fields(step) if field.name == "kind") for step in get_args(Step)]
    assert len(set(kinds)) == len(kinds)


@pytest.mark.parametrize(
    ("unit", "count", "expected"), [("day", 2, "2021-03-31"), ("month", 1, "2021-04"), ("hour", 2, "2021-03-29T17:05")]
)
def test_only_what_is_counted_by_the_clock_keeps_an_hour(unit: Unit, count: int, expected: str) -> None:
    freed = Known(text="the ship was freed", edtf="2021-03-29T15:05", precision="minute", source="event")
    when = replay((freed, Counted(unit=unit, count=count)))
    assert when is not None
    assert when.edtf == expected


def test_nothing_begins_without_a_start() -> None:
    assert replay((Counted(unit="day", count=1),)) is None
    assert replay(()) is None


@pytest.mark.parametrize(
    ("key", "year", "expected"),
    [
        ("thanksgiving", 1999, date(1999, 11, 25)),
        ("easter", 2024, date(2024, 3, 31)),
        ("good-friday", 2022, date(2022, 4, 15)),
        ("orthodox-easter", 2024, date(2024, 5, 5)),
        ("labor-day", 2023, date(2023, 9, 4)),
        ("memorial-day", 2024, date(2024, 5, 27)),
        ("election-day", 2024, date(2024, 11, 5)),
        ("mothers-day", 2024, date(2024, 5, 12)),
        ("black-friday", 2024, date(2024, 11, 29)),
        ("diwali", 2023, date(2023, 11, 12)),
        ("no-such-day", 2024, None),
    ],
)
def test_a_holiday_is_on_its_day(key: str, year: int, expected: date | None) -> None:
    assert holiday(key, year) == expected


def test_easter_is_a_sunday_of_spring() -> None:
    days = [easter(year) for year in range(1600, 2600)]
    assert {day.isoweekday() for day in days} == {7}
    assert all(date(day.year, 3, 22) <= day <= date(day.year, 4, 25) for day in days)


@given(st.dates(), st.integers(1, 7), st.sampled_from(["past", "future", "before", "after", "nearest"]))
def test_the_nearest_weekday_is_that_weekday_on_the_right_side(day: date, weekday: int, direction: str) -> None:
    when = replay((Published(day=day.isoformat()), Nearest(direction=direction, because="", weekday=weekday)))  # type: ignore[arg-type]
    if when is None:
        assert day.year in (1, 9999)
        return
    found = date.fromisoformat(when.edtf)
    assert found.isoweekday() == weekday
    assert abs((found - day).days) <= 7
    match direction:
        case "past":
            assert found <= day
        case "future":
            assert found >= day
        case "before":
            assert found < day
        case "after":
            assert found > day
        case _:
            assert abs((found - day).days) <= 3


@given(st.dates(date(100, 1, 1), date(9000, 1, 1)), st.integers(-500, 500), st.sampled_from(["day", "month", "year"]))
def test_counting_on_and_back_comes_home_or_close(day: date, count: int, unit: str) -> None:
    when = replay((Published(day=day.isoformat()), Counted(unit=unit, count=count), Counted(unit=unit, count=-count)))  # type: ignore[arg-type]
    assert when is not None
    assert day.isoformat().startswith(when.edtf)


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.integers(0, 60), st.integers(0, 60))
def test_a_spread_holds_its_bounds(day: date, low: int, more: int) -> None:
    when = replay((Published(day=day.isoformat()), Spread(unit="day", low=low, high=low + more)))
    assert when is not None
    assert when.earliest is not None
    assert when.latest is not None
    assert (date.fromisoformat(when.earliest) - day).days == low
    assert (date.fromisoformat(when.latest) - day).days == low + more
