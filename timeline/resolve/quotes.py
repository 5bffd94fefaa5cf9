"""Whose day a quotation counts from: "yesterday", spoken on 4 May, is 3 May."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline.expressions.languages import LANGUAGES, lexicon
from timeline.expressions.languages.tense import alternatives
from timeline.resolve.frame import Frame, Reference
from timeline.types import TimeExpression
from timeline.written import Calendar

# Each style of marks; a mark that closes in one style and opens in another is read from the left. None holds another of
# its own, so that a text of openings alone is read once; each begins with its mark, which lets the search leap.
QUOTED = re.compile(
    r"„[^„“”\n]{1,2000}[“”]|“[^“”\n]{1,2000}”|«[^«»\n]{1,2000}»|»[^«»\n]{1,2000}«|\"[^\"\n]{1,2000}\"|``[^`\n]{1,2000}?''"
    r"|‚[^‚‘’\n]{1,2000}[‘’]|‘(?<!\w‘)(?:[^‘’\n]|’(?=\w)){1,2000}’(?!\w)|‹[^‹›\n]{1,2000}›|›[^‹›\n]{1,2000}‹"
)
SAYING = re.compile(
    r"\b(?:sa(?:id|ys|ying)|t(?:old|ells|elling)|wr(?:ote|ites|iting)|ask(?:ed|s|ing)|add(?:ed|s|ing)|spoke|speaking"
    r"|tweet(?:ed|s)|post(?:ed|s)|announc(?:ed|es|ing)|stat(?:ed|es|ing)|declar(?:ed|es|ing)|testif(?:ied|ies)"
    r"|promis(?:ed|es)|warn(?:ed|s)|insist(?:ed|s)|vow(?:ed|s)|predict(?:ed|s)|recall(?:ed|s)|repl(?:ied|ies)|argu(?:ed|es)"
    r"|complain(?:ed|s)|explain(?:ed|s)|admit(?:ted|s)|not(?:ed|es)|shout(?:ed|s))\b",
    re.IGNORECASE,
)
BREAK = re.compile(r"[.!?;]\s|\n|[“„«\"]")
SENTENCE = re.compile(r"[.!?]\s|\n")
LAST = re.compile(r"[.!?]\s{1,3}$")  # the end of a sentence, right before a quotation
REACH = 200  # characters between the day and the quotation that was spoken on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotations:
    """The stretches of a text between quotation marks, in order, and the verbs of saying of its language."""

    spans: tuple[tuple[int, int], ...]
    saying: re.Pattern[str]

    def around(self, place: int) -> tuple[int, int] | None:
        """The quotation in which a place lies."""
        index = bisect_right(self.spans, place, key=lambda span: span[0]) - 1
        return self.spans[index] if index >= 0 and place < self.spans[index][1] else None

    def before(self, place: int) -> tuple[int, int] | None:
        """The last quotation that begins before a place, and ends there."""
        index = bisect_right(self.spans, place, key=lambda span: span[0]) - 1
        return self.spans[index] if index >= 0 and place >= self.spans[index][1] else None


def quotations(text: str, language: str) -> Quotations:
    """The quotations of a text."""
    return Quotations(spans=tuple(match.span() for match in QUOTED.finditer(text)), saying=saying_of(language))


@cache
def saying_of(language: str) -> re.Pattern[str]:
    """The verbs of saying of a language."""
    if language not in LANGUAGES:
        return SAYING
    return re.compile(rf"(?<!\w)(?:{alternatives(lexicon(language).particles['saying'])})(?!\w)", re.IGNORECASE)


def attribution(
    place: int, quotes: Quotations, text: str, following: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The date behind the quotation around a place that says when it was spoken: "…, she said on 4 May".

    Only the expressions that follow the place are looked at.
    """
    quotation = quotes.around(place)
    if quotation is None:
        return None
    one = next((one for one in following if one.start >= quotation[1]), None)
    if one is None or not is_date(one):
        return None
    between = text[quotation[1] : one.start]
    near = len(between) <= REACH and not BREAK.search(between) and quotes.saying.search(between)
    return one if near else None


def is_date(one: TimeExpression) -> bool:
    """Whether an expression names a calendar date or its year."""
    match one.written.says:
        case Calendar(which=None, of=None, day=day, year=year, weekday=weekday):
            return one.written.clock is None and (day is not None or year is not None or weekday is not None)
        case _:
            return False


def spoken_on(place: int, quotes: Quotations, text: str, frame: Frame, day: Reference | None) -> Reference | None:
    """The date, of those in front, on which the quotation around a place was spoken, where its sentence tells so."""
    quotation = quotes.around(place)
    if quotation is None or day is None or day.edtf == (frame.published.isoformat() if frame.published else None):
        return None
    start, _ = quotation
    begins = day.end - len(day.text)
    if day.end > start or start - day.end > REACH:
        return None
    between = text[day.end : start]
    if is_attribution(begins, quotes, text):
        between = LAST.sub("", between)
    if "\n" in between or ". " in between:
        return None
    sentence = SENTENCE.split(text[max(0, begins - REACH) : begins])[-1]  # "am 4. Mai" ends with no full stop
    return day if quotes.saying.search(f"{sentence} {between}") else None


def is_attribution(place: int, quotes: Quotations, text: str) -> bool:
    """Whether a date stands behind a quotation in its sentence, so that the next goes on: "…, she said on 4 May."."""
    before = quotes.before(place)
    if before is None or place - before[1] > REACH:
        return False
    between = text[before[1] : place]
    return BREAK.search(between) is None and quotes.saying.search(between) is not None
