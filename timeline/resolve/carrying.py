"""Which partial dates of news go on from a date of years ago, or stand under the year of a chronicle."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from timeline.resolve.evidence import SENTENCE_END, Evidence, evidence
from timeline.resolve.frame import Frame, Reference, year_of
from timeline.resolve.story import COARSE, DAYS
from timeline.types import DatedExpression, TimeExpression
from timeline.written import Calendar, Shift

PASSAGE = 300  # characters behind a date in which another goes on from it
SENTENCE = 80  # the same within one sentence: "fled on 3 May 2012 and was arrested on 5 July"
TOLD_OF = ("day", "daypart", "hour", "minute", "month", "season", "year")  # what a passage can be about
BESIDE = re.compile(r",\s(?:on|in)\s(?:the\s)?")  # "in 1925, on 5 May"
SUBHEADING = re.compile(r"\n\s*\n[^\n.!?]{1,60}\n\s*\n")
MARGIN = 12  # characters of its line on each side of such a year
AROUND_YEAR = " \t:.#*=—–-"  # what stands around a year that is a heading


def carries_on(expression: TimeExpression, frame: Frame, text: str, doc: Doc | None) -> bool:
    """Whether a partial date goes on from a date of years ago: in news that has not looked to its own day so far.

    Such a passage is told in the past; a sentence in another tense has come back to the day of publication. From a
    year alone no passage goes on where a later "on Monday" or "today" shows that the text tells its own day's news.
    """
    last, published = frame.last, frame.published
    year = year_of(last)
    if last is None or published is None or year is None or frame.style != "news" or published.year - year < 2:
        return False
    if last.precision == "year" and BESIDE.fullmatch(text, last.end, expression.start) is not None:
        return is_partial(expression) and is_told(evidence(expression, text, doc, frame.tenses))
    if not frame.chosen or last.precision not in TOLD_OF or expression.start - last.end > PASSAGE:
        return False
    beside = last.precision in DAYS and not names_weekday(expression) and is_in_sentence(last, expression, text)
    if frame.today and not beside:
        return False
    if last.precision not in DAYS and (names_weekday(expression) or frame.deictic > expression.start):
        return False
    between = text[last.end : expression.start]
    if "\n" in between and (last.precision not in DAYS or SUBHEADING.search(between) is None):
        return False
    carried = is_partial(expression) or is_its_own(expression)
    return carried and is_told(evidence(expression, text, doc, frame.tenses))


def is_in_sentence(last: Reference, expression: TimeExpression, text: str) -> bool:
    """Whether a date stands in the same sentence, not far behind another."""
    near = expression.start - last.end <= SENTENCE
    return near and SENTENCE_END.search(text, last.end, expression.start) is None


def is_partial(expression: TimeExpression) -> bool:
    """Whether it names a part of a year or week, without saying of which."""
    match expression.written.says:
        case Calendar(year=None, decade=None, century=None, which=None, of=None, quarter=None, half=None) as says:
            return any(part is not None for part in (says.month, says.day, says.weekday, says.season, says.holiday))
        case _:
            return False


def is_its_own(expression: TimeExpression) -> bool:
    """Whether it is the year or month that is told of: "by the end of the year"."""
    match expression.written.says:
        case Shift(count=0, definite=True, unit="year" | "month"):
            return True
        case _:
            return False


def is_told(seen: Evidence) -> bool:
    """Whether a sentence tells what was: in the past, or ahead of it ("would")."""
    return seen.tense in ("past", "none") or seen.because.startswith("“would")


def names_weekday(expression: TimeExpression) -> bool:
    """Whether it is a weekday and no more."""
    match expression.written.says:
        case Calendar(weekday=int(), day=None, month=None, year=None, which=None, of=None):
            return True
        case _:
            return False


def is_news_in_story(expression: TimeExpression, frame: Frame) -> bool:
    """Whether a weekday in a story is one of the publication's: it cannot go on from a year or a month."""
    coarse = frame.last is not None and frame.last.precision in COARSE
    return frame.chosen and frame.published is not None and coarse and names_weekday(expression)


def heading(one: DatedExpression, text: str) -> Reference | None:
    """The year of an expression that is a year alone on its line, as chronicles head their parts."""
    expression, when = one.expression, one.when
    if when is None or when.precision != "year" or one.anchor != "text":
        return None
    before = text[max(0, expression.start - MARGIN) : expression.start].rpartition("\n")
    after = text[expression.end : expression.end + MARGIN].partition("\n")
    starts, ends = before[1] or expression.start <= MARGIN, after[1] or len(text) <= expression.end + MARGIN
    if not (starts and ends):
        return None
    line = before[2] + after[0]
    if line.strip(AROUND_YEAR):
        return None
    return Reference(edtf=when.edtf, precision="year", text=expression.text, end=expression.end)


def under(expression: TimeExpression, frame: Frame) -> Reference | None:
    """From what a partial date under a year of a chronicle goes on: from that year, a bare day from the date before."""
    year, last = year_of(frame.heading), frame.last
    if year is None or frame.published is None or year > frame.published.year or frame.style != "news":
        return None
    match expression.written.says:
        case Calendar(month=None, day=int()) if year_of(last) == year:
            return last if frame.chosen else None
        case Calendar():
            fits = frame.chosen and is_partial(expression) and not names_weekday(expression)
            return frame.heading if fits else None
        case _:
            return None
