"""Rules run over a text, each only near the words without which it cannot match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.expressions.rule import Rule, expression
from timeline.expressions.windows import Windows
from timeline.types import TimeExpression


def matches(text: str, rules: Sequence[Rule], places: Windows) -> Iterator[TimeExpression]:
    """What every rule finds in the windows where it can find anything."""
    if not places:
        return
    stretches = {triggers: places.spans(triggers) for triggers in {one.triggers for one in rules}}
    for one in rules:
        for start, end in stretches[one.triggers]:
            for match in one.pattern.finditer(text, start, end):
                if found := expression(one, match):
                    yield found
