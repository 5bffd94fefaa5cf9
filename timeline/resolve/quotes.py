"""Whose day a quotation counts from: "yesterday", spoken on 4 May, is 3 May."""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.resolve.frame import Frame, Reference

QUOTED = re.compile(r"“[^”\n]{1,2000}”|\"[^\"\n]{1,2000}\"|``[^\n]{1,2000}?''")
SAYING = re.compile(
    r"\b(?:sa(?:id|ys|ying)|t(?:old|ells|elling)|wr(?:ote|ites|iting)|ask(?:ed|s|ing)|add(?:ed|s|ing)|spoke|speaking"
    r"|tweet(?:ed|s)|post(?:ed|s)|announc(?:ed|es|ing)|stat(?:ed|es|ing)|declar(?:ed|es|ing)|testif(?:ied|ies))\b",
    re.IGNORECASE,
)
REACH = 200  # characters between the day and the quotation that was spoken on it


def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of a text between quotation marks, in order."""
    return tuple(match.span() for match in QUOTED.finditer(text))


def spoken_on(place: int, quotes: tuple[tuple[int, int], ...], text: str, frame: Frame) -> Reference | None:
    """The day on which the quotation around a place was spoken, where its own sentence tells one."""
    index = bisect_right(quotes, (place, len(text))) - 1
    day = frame.day
    if index < 0 or day is None or day.edtf == (frame.published.isoformat() if frame.published else None):
        return None
    start, end = quotes[index]
    if not start <= place < end or day.end > start or start - day.end > REACH:
        return None
    between = text[day.end : start]
    return day if "\n" not in between and ". " not in between and SAYING.search(between) else None
