"""What holds for every value: round trip, bounds, order, intersection."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from math import inf

from hypothesis import assume, given
from hypothesis import strategies as st

from timeline import edtf

CODES = (21, 22, 23, 24, 33, 34, 35, 36, 40, 41)
NEAR_YEARS = st.integers(2021, 2024)  # few years, so that values meet
ANY_YEARS = st.one_of(st.integers(-9999, 9999), NEAR_YEARS)


def spelt(year: int) -> str:
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def years(numbers: st.SearchStrategy[int] = ANY_YEARS) -> st.SearchStrategy[str]:
    return numbers.map(spelt)


@st.composite
def days(draw: st.DrawFn, numbers: st.SearchStrategy[int] = ANY_YEARS) -> str:
    on = draw(
        st.dates(date(2001, 1, 1), date(2001, 12, 31))
    )  # month and day as in a common year, so that any year has them
    return f"{spelt(draw(numbers))}-{on:%m-%d}"


def dates(numbers: st.SearchStrategy[int] = ANY_YEARS) -> st.SearchStrategy[str]:
    year = years(numbers)
    return st.one_of(
        year,
        days(numbers),
        st.builds("{}-{:02d}".format, year, st.integers(1, 12)),
        st.builds("{}-{}".format, year, st.sampled_from(CODES)),
        st.builds("{}{}".format, year, st.sampled_from(["-XX", "-XX-XX", "-06-XX"])),
        year.map(lambda text: f"{text[:-1]}X"),
        year.map(lambda text: f"{text[:-2]}XX"),
    )


def qualified(numbers: st.SearchStrategy[int] = ANY_YEARS) -> st.SearchStrategy[str]:
    return st.builds("{}{}".format, dates(numbers), st.sampled_from(["", "", "?", "~", "%"]))


def clocks(numbers: st.SearchStrategy[int] = ANY_YEARS, zones: tuple[str, ...] = ("",)) -> st.SearchStrategy[str]:
    two = [st.integers(0, last).map("{:02d}".format) for last in (23, 59, 59)]
    times = st.one_of(two[0], st.builds("{}:{}".format, *two[:2]), st.builds("{}:{}:{}".format, *two))
    return st.builds("{}T{}{}".format, days(numbers), times, st.sampled_from(zones))


def readable(text: str) -> bool:
    """Whether an interval of two random ends is one: it may end before it starts, or have no end at all."""
    try:
        edtf.parse(text)
    except edtf.EdtfError:
        return False
    return True


def intervals(ends: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    either = st.one_of(ends, ends, ends, st.sampled_from(["..", ""]))
    return st.builds("{}/{}".format, either, either).filter(readable)


def sets(members: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    member = st.one_of(members, members, intervals(members).map(lambda text: text.replace("..", "").replace("/", "..")))
    return st.lists(member, min_size=1, max_size=4).map(lambda texts: f"[{','.join(texts)}]")


def values(points: st.SearchStrategy[str]) -> st.SearchStrategy[edtf.Edtf]:
    return st.one_of(points, intervals(points), sets(points)).map(edtf.parse)


near_days = values(qualified(NEAR_YEARS))
near_values = values(st.one_of(qualified(NEAR_YEARS), clocks(NEAR_YEARS)))
long_years = st.one_of(st.integers(10_000, 10**9), st.integers(-(10**9), -10_000)).map("Y{}".format)
any_values = values(st.one_of(qualified(), clocks(zones=("", "Z", "+02:00", "-05:30")), long_years))

WINDOW = [date(2019, 12, 1) + timedelta(days=number) for number in range(6 * 366)]
DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def days_of(value: edtf.Edtf) -> list[date]:
    return [day for day in WINDOW if value.contains(day)]


@given(any_values)
def test_a_value_printed_and_parsed_is_the_same_value(value: edtf.Edtf) -> None:
    again = edtf.parse(str(value))
    assert (again, hash(again), str(again)) == (value, hash(value), str(value))
    assert again.form == value.form
    assert all(str(edtf.parse(bound)) == bound for bound in (value.earliest, value.latest) if bound)
    assert pickle.loads(pickle.dumps(value)) == value


@given(DAYS)
def test_every_period_around_a_day_contains_it_and_neither_the_day_before_nor_after_it(day: date) -> None:
    first_of_season = day.month // 3 * 3 or 12
    periods = [
        edtf.day(day),
        edtf.month(day.year, day.month),
        edtf.year(day.year),
        edtf.decade(day.year),
        edtf.century(day.year),
        edtf.quarter(day.year, (day.month + 2) // 3),
        edtf.half(day.year, (day.month + 5) // 6),
        edtf.season(day.year - (day.month < 3), SEASONS[first_of_season]),
    ]
    for period in periods:
        assert period.contains(day), period
        if period.first_day and period.first_day > date.min:
            assert not period.contains(period.first_day - timedelta(days=1)), period
        if period.last_day and period.last_day < date.max:
            assert not period.contains(period.last_day + timedelta(days=1)), period


@given(DAYS, st.integers(0, 3000), st.integers(0, 3000))
def test_an_interval_contains_a_day_exactly_when_it_lies_between_its_ends(start: date, length: int, step: int) -> None:
    assume(start.year + (length + step) // 365 < 9998)
    end, day = start + timedelta(days=length), start + timedelta(days=step)
    assert edtf.interval(edtf.day(start), edtf.day(end)).contains(day) == (start <= day <= end)


@given(near_values)
def test_bounds_hold_every_day_that_a_value_contains(value: edtf.Edtf) -> None:
    inside = days_of(value)
    assert inside
    assert value.lower <= value.upper
    first, last = value.first_day or date.min, value.last_day or date.max
    assert (max(first, WINDOW[0]), min(last, WINDOW[-1])) == (inside[0], inside[-1])
    assert (value.earliest or first.isoformat())[:10] == first.isoformat()
    assert (value.latest or last.isoformat())[:10] == last.isoformat()
    assert [value.earliest is None, value.latest is None] == [value.lower == -inf, value.upper == inf]
    assert (value.earliest or "") <= (value.latest or "~")


@given(near_days, near_days)
def test_an_intersection_holds_exactly_the_days_that_both_hold(one: edtf.Edtf, other: edtf.Edtf) -> None:
    both = one.intersect(other)
    assert (days_of(both) if both else []) == [day for day in days_of(one) if other.contains(day)]
    assert one.overlaps(other) == (both is not None)


@given(any_values, any_values)
def test_intersection_is_commutative(one: edtf.Edtf, other: edtf.Edtf) -> None:
    assert one.intersect(other) == other.intersect(one)
    assert one.overlaps(other) == other.overlaps(one) == (one.intersect(other) is not None)


@given(any_values)
def test_a_value_intersected_with_itself_is_itself(value: edtf.Edtf) -> None:
    assert value.intersect(value) == value
    assert value.overlaps(value)


@given(near_values, near_values)
def test_an_intersection_never_widens_either_side(one: edtf.Edtf, other: edtf.Edtf) -> None:
    both = one.intersect(other)
    assume(both is not None)
    assert max(one.lower, other.lower) <= both.lower <= both.upper <= min(one.upper, other.upper)
    assert both.intersect(one) is not None
    assert both.intersect(other) is not None


@given(near_values, near_values, near_values)
def test_intersection_is_associative_in_its_bounds(one: edtf.Edtf, two: edtf.Edtf, three: edtf.Edtf) -> None:
    def bounds(left: edtf.Edtf | None, right: edtf.Edtf | None) -> tuple[float, float] | None:
        both = left.intersect(right) if left and right else None
        return (both.lower, both.upper) if both else None

    assert bounds(one.intersect(two), three) == bounds(one, two.intersect(three))


@given(any_values, any_values)
def test_what_ends_before_another_begins_sorts_before_it(one: edtf.Edtf, other: edtf.Edtf) -> None:
    if one.upper < other.lower:
        assert one.sort_key < other.sort_key
    assert (one.sort_key == other.sort_key) == (one == other)


@given(any_values)
def test_every_value_has_a_label_without_the_marks_of_the_format(value: edtf.Edtf) -> None:
    written = edtf.label(value)
    assert written == written.strip()
    assert not set(written) & set("X~?%[]/")
