"""The value: an EDTF text with its bounds, which knows how to compare and intersect itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from math import inf

from timeline.edtf.bounds import Precision, bounds, has_clock, offset_of, precision
from timeline.edtf.calendar import SECONDS_A_DAY, representable_day
from timeline.edtf.forms import Form, OneOf
from timeline.edtf.reading import read_form
from timeline.edtf.spelling import iso_bounds, spell

# Finest first, as the contract lists them.
RANKS: dict[Precision, int] = {
    "second": 0,
    "minute": 1,
    "hour": 2,
    "day": 3,
    "month": 4,
    "quarter": 5,
    "season": 6,
    "year": 7,
    "decade": 8,
    "century": 9,
    "range": 10,
}

SortKey = tuple[float, int, float, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edtf:
    """A time in Extended Date/Time Format; made by `parse` and the makers, never by hand.

    `text` is the canonical text, and two values are equal where it is. `earliest` and `latest` are inclusive ISO
    bounds, with a clock where the value has one, None where open or unknown. `lower` and `upper` are the same bounds
    in seconds of the wall clock that was written, so that a day is its publisher's day; two values which both have
    a UTC offset are compared as instants.
    """

    text: str
    form: Form = field(compare=False, repr=False)
    lower: float = field(compare=False, repr=False)
    upper: float = field(compare=False, repr=False)
    earliest: str | None = field(compare=False, repr=False)
    latest: str | None = field(compare=False, repr=False)
    precision: Precision = field(compare=False, repr=False)
    offset: int | None = field(compare=False, repr=False)
    members: tuple[Edtf, ...] = field(compare=False, repr=False)

    def __str__(self) -> str:
        return self.text

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return parse, (self.text,)

    @property
    def first_day(self) -> date | None:
        """The first day it can be, None where open or outside the years 1 to 9999."""
        return representable_day(self.lower)

    @property
    def last_day(self) -> date | None:
        """The last day it can be, None where open or outside the years 1 to 9999."""
        return representable_day(self.upper)

    @property
    def sort_key(self) -> SortKey:
        """Orders by the earliest bound, or the latest where that is open; then finest first, then by end and text."""
        place = self.upper if self.lower == -inf else self.lower
        return place, RANKS[self.precision], self.upper, self.text

    def overlaps(self, other: Edtf) -> bool:
        """Whether one time can be both."""
        if self.members or other.members or _two_offsets(self, other):
            return self.intersect(other) is not None
        return self.lower <= other.upper and other.lower <= self.upper

    def contains(self, day: date) -> bool:
        """Whether it can be on that day."""
        if self.members:
            return any(member.contains(day) for member in self.members)
        first = day.toordinal() * SECONDS_A_DAY
        return self.lower < first + SECONDS_A_DAY and first <= self.upper

    def intersect(self, other: Edtf) -> Edtf | None:
        """What can be both, None where nothing can: never wider than either, the same in either order.

        A value that lies within the other comes back as it is, qualifier and all; a stretch that is new is spelt
        without qualifiers, as the month, quarter or years that it is, or else as an interval. Sets meet member by
        member. Clock times in two UTC offsets meet in UTC.
        """
        if self is other:
            return self
        if _two_offsets(self, other):
            return _in_utc(self).intersect(_in_utc(other))
        if self.lower > other.upper or other.lower > self.upper:
            return None
        if self.members or other.members:
            return _common_members(self, other)
        return _narrower(self, other) or _overlap(self, other)


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Edtf:
    """The value of an EDTF text (level 0 and 1, one-of sets, quarters and halves); raises EdtfError for any other."""
    form = read_form(text)
    canonical = str(form)
    if canonical != text:
        return parse(canonical)
    lower, upper = bounds(form)
    offset = offset_of(form)
    earliest, latest = iso_bounds(lower, upper, clocks=has_clock(form), offset=offset)
    return Edtf(
        text=text,
        form=form,
        lower=lower,
        upper=upper,
        earliest=earliest,
        latest=latest,
        precision=precision(form),
        offset=offset,
        members=tuple(parse(str(member)) for member in form.members) if isinstance(form, OneOf) else (),
    )


def one_of(values: Iterable[Edtf]) -> Edtf:
    """One of several values, which of them is not known; one alone is itself, an interval among them is a run."""
    members = {member.text for value in values for member in value.members or (value,)}
    return parse(f"[{','.join(text.replace('..', '').replace('/', '..') for text in members)}]")


def _narrower(one: Edtf, other: Edtf) -> Edtf | None:
    """The one that lies within the other; of two with the same bounds, the plainer."""
    within = one.lower >= other.lower and one.upper <= other.upper
    around = one.lower <= other.lower and one.upper >= other.upper
    if within and around:
        return min(one, other, key=_plainness)
    return one if within else other if around else None


def _plainness(value: Edtf) -> tuple[bool, bool, int, str]:
    """Unqualified before qualified, with a UTC offset before without, short before long."""
    return any(mark in value.text for mark in "?~%"), value.offset is None, len(value.text), value.text


def _overlap(one: Edtf, other: Edtf) -> Edtf:
    """The stretch in which two values overlap, neither within the other."""
    offset = one.offset if one.offset is not None else other.offset
    return parse(spell(max(one.lower, other.lower), min(one.upper, other.upper), offset=offset))


def _common_members(one: Edtf, other: Edtf) -> Edtf | None:
    """What remains of a set: every member that meets a member of the other."""
    pairs = ((a, b) for a in one.members or (one,) for b in other.members or (other,))
    common = [both for a, b in pairs if (both := a.intersect(b)) is not None]
    return one_of(common) if common else None


def _two_offsets(one: Edtf, other: Edtf) -> bool:
    """Whether both have a UTC offset and not the same, so that their wall clocks cannot be compared."""
    return one.offset != other.offset and one.offset is not None and other.offset is not None


def _in_utc(value: Edtf) -> Edtf:
    """The same instants by the clock of UTC."""
    shift = (value.offset or 0) * 60
    return parse(spell(value.lower - shift, value.upper - shift, offset=0))
