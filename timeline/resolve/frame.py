"""What a passage has said so far, from which relative and partial dates are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from timeline.expressions.languages.tense import Tenses
from timeline.resolve.evidence import Evidence
from timeline.types import Precision, TimeExpression, When
from timeline.written import Calendar, Shift

YEAR = re.compile(r"-?\d{4}(?!\d)")
ASIDE = 15  # years

Style = Literal["news", "narrative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A date the passage has named."""

    edtf: str
    precision: Precision
    text: str
    end: int
    clause: int | None = None
    sentence: int | None = None


def year_of(reference: Reference | None) -> int | None:
    """The year in which a reference begins, None where it has none of four digits."""
    match = None if reference is None else YEAR.match(reference.edtf)
    return int(match[0]) if match else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """From where dates are read at a point of a text.

    `time` is the publication's time of day in its own zone ("T00:10"), None where it is not known.
    `last` is the last date named, `day` the last single day, `period` the last quarter or half: financial news
    compares with "a year earlier" and means that quarter. `spoken` is the day on which a quotation was spoken.
    `story` is the last date of the story itself: a single year far away is an aside ("the law of 1614") and
    the story goes on from where it was, until a second date is found there. `told` is a passage about a day of
    years ago within news, from which its dates run forward; `today` whether a date was counted from the publication.
    `chosen` tells that the style was found out, not asked for; `deictic` where the last expression stands that looks
    to the day of publication, -1 for none; `heading` is the year alone on its line under which a passage stands,
    `dateline` the day before the publication on which the report was sent.
    `tenses` are the verb forms of a language that no parser reads.
    """

    published: date | None
    style: Style
    time: str | None = None
    last: Reference | None = None
    day: Reference | None = None
    period: Reference | None = None
    spoken: Reference | None = None
    story: Reference | None = None
    told: Reference | None = None
    today: bool = False
    chosen: bool = False
    deictic: int = -1
    heading: Reference | None = None
    dateline: Reference | None = None
    tenses: Tenses | None = None

    def without_period(self) -> Frame:
        """The frame behind figures for a longer stretch ("the first nine months"): years are compared from there."""
        return replace(self, period=None)

    def is_aside(self, reference: Reference) -> bool:
        """Whether a year lies so far from the story, and alone, that the story cannot have moved there."""
        here, there = year_of(reference), year_of(self.story)
        before = year_of(self.last)
        if here is None or there is None or abs(here - there) <= ASIDE:
            return False
        return reference.precision == "year" and (before is None or abs(before - there) <= ASIDE)

    def is_year_of_story(self, reference: Reference) -> bool:
        """Whether a date is only the year in which the story is already: "7 December (8 December there), 1941"."""
        story = self.story
        return story is not None and reference.precision == "year" and story.edtf.startswith(f"{reference.edtf}-")

    def after(self, expression: TimeExpression, when: When | None, seen: Evidence) -> Frame:
        """The frame behind an expression that was dated."""
        if when is None or when.earliest is None or when.latest is None:
            return self
        reference = Reference(
            edtf=when.edtf,
            precision=when.precision,
            text=expression.text,
            end=expression.end,
            clause=seen.clause,
            sentence=seen.sentence,
        )
        single = when.precision in ("day", "daypart", "hour", "minute", "second")
        says = expression.written.says
        reported = self.published is None or when.latest[:10] <= self.published.isoformat()
        quarterly = isinstance(says, Calendar) and (says.quarter is not None or says.half is not None) and reported
        return replace(
            self,
            story=self.story if self.is_aside(reference) or self.is_year_of_story(reference) else reference,
            last=reference,
            day=reference if single else self.day,
            period=reference if quarterly else self.period,
        )


def style_of(expressions: Sequence[TimeExpression], published: date | None) -> Style:
    """Whether a text tells the news of its day or a story: a story names years, and those far from its publication.

    Measured on news (TimeBank, AQUAINT) and on histories (WikiWars): years of their own outnumber the words that
    look to the day of publication in every history, and in no piece of news with more than a handful of dates.
    """
    if published is None:
        return "narrative"
    years = [says.year for one in expressions if isinstance(says := one.written.says, Calendar) and says.year]
    distant = sum(1 for year in years if abs(year - published.year) > 2) + sum(
        1 for one in expressions if isinstance(says := one.written.says, Calendar) and says.bc
    )
    deictic = sum(1 for one in expressions if is_deictic(one))
    return "narrative" if distant >= 4 and distant > 3 * deictic else "news"


def is_deictic(expression: TimeExpression) -> bool:
    """Whether an expression looks to the day of publication."""
    match expression.written.says:
        case Shift(origin="published", definite=False):
            return True
        case Calendar(weekday=int(), year=None, month=None):
            return True
        case _:
            return False
