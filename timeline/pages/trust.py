"""Which of the dates that feed and page give is believed, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from timeline.types import Published

FIRST_YEAR = 1990  # no page of the web is older; a clock that was never set says 1970
AHEAD = timedelta(days=1)  # what clocks that go wrong, and zones that are mistaken, are allowed
APART = timedelta(hours=36)
A_GUESS = "{} is a guess from the text of the page, which does not say when it was published"
# What the sources are called where one speaks against another; htmldate guesses, and speaks against nobody.
NAMES = {
    "feed": "the feed",
    "json-ld": "the page's JSON-LD",
    "meta": "the page's meta tags",
    "time": "the page's <time>",
    "url": "the address",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Believed:
    """The date of publication that is believed, None where none is, and the sentence that says what is doubtful."""

    published: Published | None
    doubt: str | None


def believe(dates: Sequence[Published], *, now: datetime) -> Believed:
    """The first date, in order of trust, that can be true; dates more than 36 hours from it are a reason for doubt."""
    reasons = [
        f"{_who(date)} says {_day(date)}, {why}" for date in dates if (why := _impossible(date, now)) is not None
    ]
    possible = [date for date in dates if _impossible(date, now) is None]
    published = possible[0] if possible else None
    if published is not None:
        others = [date for date in possible[1:] if date.origin in NAMES and distance(published, date) > APART]
        against = " and ".join(f"{_who(date)} {_day(date)}" for date in others)
        reasons += [f"{_who(published)} says {_day(published)}, but {against}"] if others else []
        reasons += [A_GUESS.format(_day(published))] if published.origin == "htmldate" else []
    return Believed(published=published, doubt="; ".join(reasons) or None)


def distance(one: Published, other: Published) -> timedelta:
    """How far two dates lie apart at the least: a day without a clock is any time of it."""
    if one.moment is not None and other.moment is not None:
        return abs(one.moment - other.moment)
    return timedelta(days=max(0, abs((one.day - other.day).days) - 1))


def _impossible(date: Published, now: datetime) -> str | None:
    """Why a date cannot be the publication's, None where it can."""
    if date.day.year < FIRST_YEAR:
        return f"which is before {FIRST_YEAR}"
    moment = date.moment or datetime.combine(date.day, time.min, tzinfo=UTC)
    return "which is in the future" if moment - now > AHEAD else None


def _who(date: Published) -> str:
    return NAMES.get(date.origin, date.origin)


def _day(date: Published) -> str:
    return date.day.isoformat()
