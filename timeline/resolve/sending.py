"""The day from which news counts where that is not the publication: that of its dateline, or of a word given then."""

from __future__ import annotations

import re
from datetime import date, timedelta

from spacy.tokens import Doc

from timeline.resolve.carrying import is_in_sentence, is_its_own, is_partial
from timeline.resolve.frame import Frame, Reference, is_deictic
from timeline.resolve.story import DAYS
from timeline.resolve.verbs import governing, is_foretold
from timeline.types import DatedExpression, TimeExpression

# "LONDON, March 10 (Reuters) - ", "KYIV, 1 March — "
PLACE = re.compile(r"\s*[A-ZÀ-Þ]{2}[A-ZÀ-Þ .'’/-]*(?:,\s[A-Z][\w .]{1,20})?,\s")
SENT = re.compile(r"(?:,?\s\(?[A-Z][\w .&/]{1,30}\)?)?\s?(?:--?|[–—_])\s")
DAY = re.compile(r"(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}")
LATE = timedelta(days=14)  # a report that was sent longer ago is not dated by its line
OPENING = 60  # characters


def dateline(one: DatedExpression, text: str, frame: Frame) -> Reference | None:
    """The day in front of a report, where it is not that of the publication; None for any other expression."""
    expression, when = one.expression, one.when
    if expression.start > OPENING or when is None or when.precision != "day" or frame.published is None:
        return None
    if PLACE.fullmatch(text, 0, expression.start) is None or SENT.match(text, expression.end) is None:
        return None
    sent = date.fromisoformat(when.edtf) if DAY.fullmatch(when.edtf) else None
    if sent is None or not timedelta(0) < frame.published - sent <= LATE:
        return None
    return Reference(edtf=when.edtf, precision="day", text=expression.text, end=expression.end)


def told_on(expression: TimeExpression, frame: Frame, text: str, doc: Doc | None) -> Reference | None:
    """The date from which an expression of news counts: of a word given then, else of the dateline; None for others."""
    if (then := foretold(expression, frame, text, doc)) is not None:
        return then
    return frame.dateline if is_deictic(expression) else None


def foretold(expression: TimeExpression, frame: Frame, text: str, doc: Doc | None) -> Reference | None:
    """The date earlier in the sentence on which something was said to come: "said in November it would vote in May"."""
    last = frame.last
    if last is None or frame.style != "news" or frame.published is None or last.edtf >= frame.published.isoformat():
        return None
    if is_its_own(expression):
        fine = last.precision in (*DAYS, "month", "year")
    else:
        fine = is_partial(expression) and last.precision in (*DAYS, "month")
    if not fine or doc is None or not is_in_sentence(last, expression, text):
        return None
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    verb = governing(span.root) if span is not None else None
    return last if verb is not None and is_foretold(verb) else None
