"""Rules run over a text, each only near the words without which it cannot match."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline.expressions.rule import Rule, expression
from timeline.expressions.windows import Windows
from timeline.types import TimeExpression


def matches(text: str, rules: Iterable[Rule], places: Windows) -> Iterator[TimeExpression]:
    """What every rule finds in the windows where it can find anything."""
    if not places:
        return
    for one in rules:
        for start, end in places.spans(one.triggers):
            for match in finditer(one.pattern, text, start, end):
                if found := expression(one, match):
                    yield found


def finditer(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches in a stretch of the text, which is let run to the end of a word: a cut number is another number."""
    limit = min(len(text), end + 40)
    while end < limit and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return pattern.finditer(text, start, end)
