"""What was written, and where it stands, become dates: publication, passage and tense decide, and reasons are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import time
from typing import Literal

from spacy.tokens import Doc

from timeline.confidence import with_confidence
from timeline.expressions.languages import LANGUAGES, lexicon
from timeline.expressions.vague import STORY_WORD
from timeline.resolve.brackets import bracketed
from timeline.resolve.carrying import carries_on, heading, is_news_in_story, under
from timeline.resolve.comparisons import compared
from timeline.resolve.events import settle
from timeline.resolve.evidence import UNKNOWN, Evidence, evidence
from timeline.resolve.frame import Frame, Reference, is_deictic, style_of
from timeline.resolve.lists import heads_line, listed
from timeline.resolve.neighbours import (
    apposed,
    event_bounds,
    hung,
    inside_event,
    lasting,
    period_to,
    settled_before,
)
from timeline.resolve.plan import plan
from timeline.resolve.quotes import Quotations, attribution, quotations, spoken_on
from timeline.resolve.sending import dateline, told_on
from timeline.resolve.spans import counted_on
from timeline.resolve.start import Plan
from timeline.steps import AtClock, Either, Narrowed, Stated, Step, Until, replay
from timeline.timex import timex
from timeline.types import Article, DatedExpression, Published, TimeExpression
from timeline.written import Amount, Calendar, Choice, Relative, Shift, Span, Stretch, Written

IS = ("“is” ", "“are” ", "“'s” ", "“’s” ")  # "the concert is in two weeks"
NEARBY = 24  # characters between an expression and the neighbour that dates it

__all__ = ["resolve", "settle"]


def resolve(
    expressions: Sequence[TimeExpression],
    article: Article,
    doc: Doc | None,
    *,
    style: Literal["auto", "news", "narrative"] = "auto",
    language: str = "en",
) -> tuple[DatedExpression, ...]:
    """Every expression with its date, its TIMEX3 view and the steps that replay to the date.

    `doc` is the parsed article, for tense; without it the words around an expression have to do. `style` says
    whether partial dates look to the publication ("news") or carry on from the text ("narrative"); `language` is one
    that expressions are found in.
    """
    published = article.published.day if article.published else None
    asked, style = style, style_of(expressions, published) if style == "auto" else style
    expressions = [one for one in expressions if style == "narrative" or one.rule != STORY_WORD]
    tenses = lexicon(language).tenses if language in LANGUAGES else None
    deictic = max((one.start for one in expressions if is_deictic(one)), default=-1)
    frame = Frame(
        published=published,
        time=time_of(article.published),
        style=style,
        chosen=asked == "auto",
        deictic=deictic,
        tenses=tenses,
    )
    quotes = quotations(article.text, language)
    dated: list[DatedExpression] = []
    near_end: tuple[Frame, Evidence] | None = None
    above: Reference | None = None
    said: dict[tuple[int, int], Reference] = {}
    for place, found in enumerate(expressions):
        expression = compared(found, article.text, frame)
        follower = expressions[place + 1] if place + 1 < len(expressions) else None
        quotation = quotes.around(expression.start)
        spoken = said.get(quotation) if quotation else None
        if quotation and (spoken is None or not is_fine(spoken.precision, expression)):
            spoken = speech_day(expressions[place:], quotes, article.text, doc, frame)
            said |= {quotation: spoken} if spoken else {}
        local = replace(frame, spoken=spoken or told_on(expression, frame, article.text, doc))
        if (year := under(expression, frame)) is not None:
            local = replace(local, style="narrative", story=year)
        elif carries_on(expression, frame, article.text, doc):
            local = replace(local, style="narrative", story=frame.last, told=frame.last)
        elif is_news_in_story(expression, frame):
            local = replace(local, style="news")
        if behind_brackets := bracketed(expression, article.text, dated):
            local = replace(local, style="narrative", story=behind_brackets, told=behind_brackets, last=behind_brackets)
        heads = heads_line(expression, article.text)
        one = neighboured(expression, follower, article.text, doc, local, dated)
        if one is not None:
            near_end = None
        elif heads and local.style == "news" and (planned_line := listed(expression, above, local)) is not None:
            one, near_end = by_plan(expression, planned_line), None
            frame = behind(one, planned_line, UNKNOWN, frame)
        else:
            if is_other_end(expression) and near_end is not None:
                one, planned, seen = resolved(expression, article.text, doc, *near_end)
            else:
                one, planned, seen = resolved(expression, article.text, doc, local)
            near_end = (local, seen)
            aside = frame.style == "narrative" and in_brackets(article.text, expression.start)
            frame = frame if aside else behind(one, planned, seen, frame)
        if (sent := dateline(one, article.text, frame)) is not None:
            frame = replace(frame, dateline=sent)
        elif is_of_today(one, local):
            frame = replace(frame, today=True, heading=None)
        elif (year_above := heading(one, article.text)) is not None:
            frame = replace(frame, heading=year_above)
        if heads and one.when is not None and one.when.precision == "day":
            above = Reference(edtf=one.when.edtf, precision="day", text=expression.text, end=expression.end)
        dated.append(one)
    return tuple(with_confidence(one) for one in dated)


def is_of_today(one: DatedExpression, frame: Frame) -> bool:
    """Whether a date shows that the text tells the news of its day: all that look there, but a day of years ago."""
    if one.anchor != "published":
        return frame.dateline is not None and frame.spoken is frame.dateline
    year = int(one.when.edtf[:4]) if one.when and one.when.precision == "day" and one.when.edtf[:4].isdigit() else None
    return year is None or frame.published is None or frame.published.year - year < 2


def time_of(published: Published | None) -> str | None:
    """The time of day of a publication; None where only its day is known, which many write as midnight."""
    moment = None if published is None else published.moment
    if moment is None or moment.time() == time():
        return None
    return f"T{moment:%H:%M}"


def neighboured(
    expression: TimeExpression,
    follower: TimeExpression | None,
    text: str,
    doc: Doc | None,
    frame: Frame,
    before: Sequence[DatedExpression],
) -> DatedExpression | None:
    """An expression that its neighbour dates, None where it stands alone."""
    if isinstance(says := expression.written.says, Relative):
        bounds = event_bounds(says, expression, text, doc)
        inner = resolved(follower, text, doc, frame)[0] if follower and inside_event(bounds, follower, text) else None
        return settled_before(hung(expression, says, inner, bounds or (0, 0), text), says, doc, before)
    if follower is None or isinstance(follower.written.says, Relative) or follower.start - expression.end > NEARBY:
        return None
    if apposed(expression, follower, text):
        inner = resolved(follower, text, doc, frame)[0]
        return replace(inner, expression=expression)
    if lasting(expression) is None:
        return None
    inner = resolved(follower, text, doc, frame)[0]
    steps = period_to(expression, inner, text)
    when = replay(steps)
    if when is None:
        return None
    return DatedExpression(
        expression=expression, timex=timex(expression.written, None), when=when, anchor=inner.anchor, steps=steps
    )


def resolved(
    expression: TimeExpression, text: str, doc: Doc | None, frame: Frame, seen: Evidence | None = None
) -> tuple[DatedExpression, Plan, Evidence]:
    """One expression dated, with the plan and the evidence that did it, where that is not known already."""
    ahead = looks_in(expression, text)
    if seen is None:
        seen = evidence(expression, text, doc, frame.tenses) if ahead or asks_tense(expression.written) else UNKNOWN
    planned = plan(expression.written, frame, seen, expression.start)
    if ahead and (seen.tense == "future" or seen.because.startswith(IS)):
        planned = counted_on(expression.written, frame) or planned
    return by_plan(expression, planned), planned, seen


def by_plan(expression: TimeExpression, planned: Plan) -> DatedExpression:
    """The expression with the date to which the steps of a plan lead."""
    steps = tuple(quoted(planned.steps, expression))
    when = replay(steps)
    shown = planned.shown if planned.shown is not None else planned.steps
    core = replay(step for step in shown if not isinstance(step, Narrowed | AtClock))
    return DatedExpression(
        expression=expression,
        timex=timex(expression.written, core),
        when=when,
        anchor=planned.anchor if when else "none",
        steps=steps if when else (),
    )


def is_other_end(expression: TimeExpression) -> bool:
    """Whether it names the last member of a range or choice, which is dated as the first is: both say the whole."""
    match expression.written.says:
        case Stretch(shown=shown) | Choice(shown=shown):
            return shown > 0
        case _:
            return False


def speech_day(
    following: Sequence[TimeExpression], quotes: Quotations, text: str, doc: Doc | None, frame: Frame
) -> Reference | None:
    """The date on which the quotation around the first of these was spoken: one in front, or that of its attribution.

    None where the text tells none, or one too coarse to count from.
    """
    expression = following[0]
    for day in (frame.day, frame.last):
        fine = day is not None and (day is frame.day or is_fine(day.precision, expression))
        if fine and (spoken := spoken_on(expression.start, quotes, text, frame, day)):
            return spoken
    told = attribution(expression.start, quotes, text, following)
    when = resolved(told, text, doc, frame)[0].when if told else None
    if told is None or when is None or (frame.published is not None and when.edtf == frame.published.isoformat()):
        return None
    if not is_fine(when.precision, expression):
        return None
    return Reference(edtf=when.edtf, precision=when.precision, text=told.text, end=told.end)


def is_fine(precision: str, expression: TimeExpression) -> bool:
    """Whether a date of that precision is fine enough to count an expression from it."""
    match expression.written.says:
        case Shift(unit="year" | "decade"):
            return precision in ("day", "month", "year")
        case Shift(unit="month"):
            return precision in ("day", "month")
        case _:
            return precision == "day"


def behind(one: DatedExpression, planned: Plan, seen: Evidence, frame: Frame) -> Frame:
    """The frame behind an expression."""
    if is_long_period(one.expression.written):
        frame = frame.without_period()
    return frame.after(one.expression, one.when, seen) if moves(one.expression, planned, frame) else frame


def looks_in(expression: TimeExpression, text: str) -> bool:
    """Whether it is a length of time behind "in": "will rule in two weeks"."""
    match expression.written.says:
        case Span(window=None):
            return text[max(0, expression.start - 4) : expression.start].lower().strip() == "in"
        case _:
            return False


def in_brackets(text: str, place: int) -> bool:
    """Whether a place lies within round brackets."""
    before = text[max(0, place - 120) : place]
    return before.rfind("(") > before.rfind(")")


def is_long_period(written: Written) -> bool:
    """Whether it is a stretch of several months, as reports for more than a quarter name it."""
    match written.says:
        case Span(amounts=(Amount(unit="month", count=float(count)), *_)):
            return count >= 6
        case _:
            return False


def asks_tense(written: Written) -> bool:
    """Whether the direction of an expression is open, so that the sentence has to tell it."""
    match written.says:
        case Calendar(year=None, decade=None, century=None):
            return True
        case Stretch(first=first):
            return asks_tense(first)
        case Calendar() | Shift() | Span():
            return False
        case _:
            return True


def moves(expression: TimeExpression, planned: Plan, frame: Frame) -> bool:
    """Whether an expression moves the frame: a length of time does not, nor does a story's look at its own day."""
    match expression.written.says:
        case Span():
            return False
        case Shift(count=count, origin="previous") if frame.style == "narrative" and (count is None or count < 0):
            return False
        case _:
            pass
    return frame.style == "news" or planned.anchor != "published"


def quoted(steps: Sequence[Step], expression: TimeExpression) -> Iterator[Step]:
    """The steps with the expression's own words where they are its date: of a range or choice, the member it names."""
    says = expression.written.says
    shown = says.shown if isinstance(says, Stretch | Choice) else None
    member = 0
    for step in steps:
        if shown is not None and isinstance(step, Until | Either) and not step.text:
            member += 1
        if isinstance(step, Stated | Until | Either) and not step.text and shown in (None, member):
            yield replace(step, text=expression.text)
        else:
            yield step
