"""Dates in forms none of the rules has, read by dateparser: the one place that knows it.

dateparser reads a phrase that is already found and never searches a text: its search takes "may", "we" and "$10" for
dates, and it answers the day it is asked on for wordings it does not understand, so such an answer is dropped.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

import dateparser

from timeline.expressions.rule import rule
from timeline.written import Leftover, Written

BASE = datetime(1802, 2, 14, tzinfo=UTC)  # a day no news names: an answer equal to it was not read from the phrase


@lru_cache(maxsize=4096)
def day_of(phrase: str) -> Leftover | None:
    """The day of a phrase with a day, a month and a year in it; None where dateparser does not see all three."""
    found = dateparser.parse(
        phrase,
        languages=["en"],
        settings={
            "RELATIVE_BASE": BASE.replace(tzinfo=None),
            "REQUIRE_PARTS": ["day", "month", "year"],
            "DATE_ORDER": "DMY",
        },
    )
    if found is None or ((found.month, found.day) == (BASE.month, BASE.day) and found.year == BASE.year):
        return None
    return Leftover(year=found.year, month=found.month, day=found.day)


def read_leftover(match: re.Match[str]) -> Written | None:
    """The day dateparser gives."""
    phrase = re.sub(r"\s*-\s*|[./,\s]+", " ", match[0]).strip()
    day = day_of(phrase)
    return Written(says=day) if day else None


RULES = (
    rule(
        "leftover",
        "month",
        r"(?:(?P<month>@month)[./ ]?(?:0?[1-9]|[12]\d|3[01])\s?[-/.,]\s?(?:19|20)\d\d|(?:0?[1-9]|[12]\d"
        r"|3[01])[/.]\s?@month[/.]?\s?(?:19|20)\d\d|(?:19|20)\d\d[-/. ](?:@month)[-/. ](?:0?[1-9]|[12]\d"
        r"|3[01]))(?!\d)",
        read_leftover,
        {"Jan.06 - 2025 by": ("Jan.06 - 2025",), "on 5/Jan/2025 at": ("5/Jan/2025",)},
    ),
)
