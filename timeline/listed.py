"""The lines of a list of days, as articles tell what has happened so far: "May 2 - The minister visits the coast."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.edtf.label import MONTHS as NAMES

LEAST = 3  # lines that make a list; one alone is a dateline
LONGEST = 600  # characters of a line and of the sentences that go on with it
SHORT = (*(rf"{name[:3]}\.?" for name in NAMES if name != "May"), r"Sept\.?")
MONTH = "|".join((*NAMES, *(name.upper() for name in NAMES), *SHORT))
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
# A day heads its line: it opens a sentence, or a colon follows that no preposition leads to.
HEADING = re.compile(
    rf"""
    (?P<opens>^[ \t\\*•·▪–—-]* | [.!?:;”"'’)][ \t\\*•·▪]+)?
    (?<![\w.,-])
    (?P<date>
        (?:{DAY}\s(?:{MONTH}) | (?:{MONTH})\s{DAY})
        (?:\s?,?\s\d{{4}})?
        (?![\w,])
    )
    (?:\\?/\d{{1,2}})?
    \s?(?P<mark>:|-{{1,2}}|–|—)(?=\s)\s*
    """,
    re.VERBOSE | re.MULTILINE,
)
LED_TO = re.compile(r"\b(?:on|in|by|since|until|till|from|to|of|for|and|or|before|after|between|the|at)\s$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Where the day that heads a line stands, from where what it tells runs and to where, as offsets.

    The last line of a list ends nobody knows where: `end` is where it starts.
    """

    day: int
    day_end: int
    start: int
    end: int


@lru_cache(maxsize=16)
def lines(text: str) -> tuple[Line, ...]:
    """The lines of the list of days in a text, in order; none where there are fewer than three."""
    found = [match for match in HEADING.finditer(text) if heads(match)]
    if len(found) < LEAST:
        return ()
    ends = [*(match.start("date") for match in found[1:]), found[-1].end()]
    return tuple(
        Line(day=one.start("date"), day_end=one.end("date"), start=one.end(), end=min(end, one.end() + LONGEST))
        for one, end in zip(found, ends, strict=True)
    )


def heads(match: re.Match[str]) -> bool:
    """Whether a day heads a line: it opens one, or has a colon and no word that leads to it."""
    if match["opens"] is not None:
        return True
    before = match.string[max(0, match.start("date") - 12) : match.start("date")]
    return match["mark"] == ":" and LED_TO.search(before) is None
