"""When a date is that hangs on an event, once the event is dated."""

from __future__ import annotations

import pytest

from timeline.expressions import find_expressions
from timeline.resolve.events import relative_to, settle
from timeline.steps import made, replay
from timeline.types import When
from timeline.written import Relative

WAR = "2022-02-24"
CASES = [
    ("on the second or third day of the war", WAR, "[2022-02-25,2022-02-26]", None),
    ("a few days after the war began", WAR, "2022-02-25/2022-03-06", "2022-02-27"),
    ("days after the war began", WAR, "2022-02-25/2022-03-06", "2022-02-27"),
    ("in the week following the war", WAR, "2022-02-24/2022-03-03", None),
    ("in the first days of the war", WAR, "2022-02-24/2022-03-02", None),
    ("two days after the war began", WAR, "2022-02-26", "2022-02-26"),
    ("two weeks after the war began", WAR, "2022-03-10", "2022-03-10"),
    ("two months after the war began", WAR, "2022-04", None),
    ("two years after the war began", WAR, "2024", None),
    ("two days before the war began", WAR, "2022-02-22", "2022-02-22"),
    ("the day after the war began", WAR, "2022-02-25", "2022-02-25"),
    ("on the eve of the war", WAR, "2022-02-23", "2022-02-23"),
    ("on the day of the attack", WAR, WAR, WAR),
    ("in the second week of the war", WAR, "2022-03-03/2022-03-09", None),
    ("in the first year of the war", WAR, "2022-02-24/2023-02-23", None),
    ("a few days after the war began", "2022-02", "2022-02", None),
    ("two years after the war began", "2022", "2024", None),
    ("in the first days of the war", "2022-02", "2022-02", None),
    ("in the first days of the war", "2022", "2022", None),
]


@pytest.mark.parametrize(
    ("text", "anchor", "expected", "best"), CASES, ids=[f"{case[0]} ({case[1]})" for case in CASES]
)
def test_an_event_relative_date_is_settled(text: str, anchor: str, expected: str, best: str | None) -> None:
    written = find_expressions(text)[0].written
    assert isinstance(written.says, Relative)
    event = made(anchor)
    assert isinstance(event, When)
    when, steps = settle(relative_to(written.says), written, event)
    assert when is not None
    assert (when.edtf, when.best) == (expected, best)
    assert replay(steps) == when
