"""What was written, and where it stands, become dates: publication, passage and tense decide, and reasons are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc

from timeline.resolve.events import onward, relative_to, settle
from timeline.resolve.evidence import UNKNOWN, evidence
from timeline.resolve.frame import Frame, style_of
from timeline.resolve.plan import Plan, plan
from timeline.steps import AtClock, Either, Narrowed, Stated, Step, Until, replay
from timeline.timex import timex
from timeline.types import Article, DatedExpression, TimeExpression
from timeline.written import Amount, Calendar, Relative, Shift, Span, Stretch, Written

# What can stand behind a date and is not named by it: "two days after Christmas the ice broke".
CLAUSE_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "our",
        "this",
        "that",
        "these",
        "those",
        "he",
        "she",
        "it",
        "they",
        "we",
        "in",
        "on",
        "at",
        "with",
        "for",
    ]
)

__all__ = ["resolve", "settle"]


def resolve(
    expressions: Sequence[TimeExpression],
    article: Article,
    doc: Doc | None,
    *,
    style: Literal["auto", "news", "narrative"] = "auto",
) -> tuple[DatedExpression, ...]:
    """Every expression with its date, its TIMEX3 view and the steps that replay to the date.

    `doc` is the parsed article, for tense; without it the words around an expression have to do. `style` says
    whether partial dates look to the publication ("news") or carry on from the text ("narrative").
    """
    published = article.published.day if article.published else None
    frame = Frame(published=published, style=style_of(expressions, published) if style == "auto" else style)
    dated: list[DatedExpression] = []
    for place, expression in enumerate(expressions):
        if isinstance(says := expression.written.says, Relative):
            follower = expressions[place + 1] if place + 1 < len(expressions) else None
            inside = named_inside(says, expression, follower, article.text, doc, frame)
            dated.append(hung(expression, says, inside))
        else:
            one, frame = resolved(expression, article.text, doc, frame)
            dated.append(one)
    return tuple(dated)


def named_inside(
    says: Relative,
    expression: TimeExpression,
    follower: TimeExpression | None,
    text: str,
    doc: Doc | None,
    frame: Frame,
) -> tuple[DatedExpression, bool] | None:
    """The date that stands in the words for an event, and whether it is all of them: "a week after 5 May"."""
    if follower is None or isinstance(follower.written.says, Relative):
        return None
    start = text.find(says.event, expression.end)
    if start < 0 or not start <= follower.start < start + len(says.event):
        return None
    one, _ = resolved(follower, text, doc, frame)
    rest = text[follower.end : start + len(says.event)].split()
    return one, follower.start - start <= 4 and (not rest or rest[0].lower() in CLAUSE_OPENERS)


def hung(expression: TimeExpression, says: Relative, inside: tuple[DatedExpression, bool] | None) -> DatedExpression:
    """A date that hangs on an event; a date in the event's own words bounds it, or settles it if it is all there is."""
    view = timex(expression.written, None)
    relative = relative_to(says)
    if inside is None or inside[0].when is None:
        return DatedExpression(
            expression=expression, timex=view, when=None, anchor="event", steps=(), relative_to=relative
        )
    one, alone = inside
    steps = (*one.steps, *onward(says))
    when = replay(steps)
    if alone:
        return DatedExpression(expression=expression, timex=view, when=when, anchor="text", steps=steps if when else ())
    if when is not None and when.precision in ("day", "week"):
        when, steps = None, ()
    return DatedExpression(
        expression=expression, timex=view, when=when, anchor="event", steps=steps if when else (), relative_to=relative
    )


def resolved(expression: TimeExpression, text: str, doc: Doc | None, frame: Frame) -> tuple[DatedExpression, Frame]:
    """One expression dated, and the frame behind it."""
    seen = evidence(expression, text, doc) if asks_tense(expression.written) else UNKNOWN
    planned = plan(expression.written, frame, seen, expression.start)
    steps = tuple(named(step, expression.text) for step in planned.steps)
    when = replay(steps)
    shown = planned.shown if planned.shown is not None else planned.steps
    core = replay(step for step in shown if not isinstance(step, Narrowed | AtClock))
    dated = DatedExpression(
        expression=expression,
        timex=timex(expression.written, core),
        when=when,
        anchor=planned.anchor if when else "none",
        steps=steps if when else (),
    )
    if is_long_period(expression.written):
        frame = frame.without_period()
    return dated, frame.after(expression, when, seen) if moves(expression, planned, frame) else frame


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


def named(step: Step, text: str) -> Step:
    """A step with the expression's own words where it quotes them."""
    match step:
        case Stated(text=""):
            return replace(step, text=text)
        case Until(text="") | Either(text=""):
            return replace(step, text=text)
        case _:
            return step
