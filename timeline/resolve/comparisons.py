""" "Last year" in a report on a quarter: compared with its figures, it is that quarter of the year before."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.resolve.frame import Frame
from timeline.types import TimeExpression
from timeline.written import Shift, Written

SENTENCE = re.compile(r"[.!?]\s|\n")
COMPARED = re.compile(
    r"\b(?:compared\s(?:with|to)|versus|against|(?:rise|increase|gain|drop|decline|decrease|up|down|fell|rose|jumped"
    r"|climbed|dropped|declined)\b[^.]{0,24}\sfrom)\b",
    re.IGNORECASE,
)
REACH = 160  # characters of the sentence that are looked at
LAST_YEAR = Written(says=Shift(unit="year", count=-1))


def compared(expression: TimeExpression, text: str, frame: Frame) -> TimeExpression:
    """The expression, read as "a year earlier" where the figures of a quarter are compared with last year's."""
    if frame.style != "news" or frame.period is None or expression.written != LAST_YEAR:
        return expression
    before = SENTENCE.split(text[max(0, expression.start - REACH) : expression.start])[-1]
    if "year" in before.lower() or COMPARED.search(before) is None:
        return expression
    earlier = Shift(unit="year", count=-1, direction=-1, origin="previous", whole=False)
    return replace(expression, written=Written(says=earlier))
