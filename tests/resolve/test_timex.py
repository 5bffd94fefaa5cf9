"""The TIMEX3 view: type and value as annotators of news write them. Published on Monday, 6 January 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.types import DatedExpression

Resolve = Callable[..., tuple[DatedExpression, ...]]

VIEWS = [
    ("It closed on 5 May 2020.", "5 May 2020", "DATE", "2020-05-05", None),
    ("It closed in early 2020.", "early 2020", "DATE", "2020", "START"),
    ("It closed at the end of 2020.", "the end of 2020", "DATE", "2020", "END"),
    ("It closed in mid-May 2020.", "mid-May 2020", "DATE", "2020-05", "MID"),
    ("It closed last week.", "last week", "DATE", "2025-W01", None),
    ("It closed over the weekend.", "the weekend", "DATE", "2025-W01-WE", None),
    ("It closed in the third quarter of 2024.", "the third quarter of 2024", "DATE", "2024-Q3", None),
    ("It closed in the first half of 2024.", "the first half of 2024", "DATE", "2024-H1", None),
    ("It closed in the summer of 1990.", "the summer of 1990", "DATE", "1990-SU", None),
    ("It closed in the 1980s.", "the 1980s", "DATE", "198", None),
    ("It closed in the 19th century.", "the 19th century", "DATE", "18", None),
    ("It closed in 480 BC.", "480 BC", "DATE", "BC0480", None),
    ("It closed on Sunday night.", "Sunday night", "TIME", "2025-01-05TNI", None),
    ("It closed at 4 p.m. on 5 May 2020.", "4 p.m. on 5 May 2020", "TIME", "2020-05-05T16:00", None),
    ("It closed for three days.", "three days", "DURATION", "P3D", None),
    ("It closed earlier this year.", "earlier this year", "DATE", "2025", "START"),
    ("It closed for over two weeks.", "over two weeks", "DURATION", "P2W", "MORE_THAN"),
    ("It was spread over two weeks.", "two weeks", "DURATION", "P2W", None),
    ("It closed for about two weeks.", "about two weeks", "DURATION", "P2W", "APPROX"),
    ("It closed for half an hour.", "half an hour", "DURATION", "PT30M", None),
    ("It closed for several months.", "several months", "DURATION", "PXM", None),
    ("It closed two decades ago.", "two decades ago", "DATE", "200", None),
    ("It is closed now.", "now", "DATE", "PRESENT_REF", None),
    ("It closed recently.", "recently", "DATE", "PAST_REF", None),
    ("It may close in the near future.", "the near future", "DATE", "FUTURE_REF", None),
    ("It closed a few years ago.", "a few years ago", "DATE", "PAST_REF", None),
    ("It closes every Monday.", "every Monday", "SET", "XXXX-WXX-1", None),
    ("It closes every July.", "every July", "SET", "XXXX-07", None),
    ("It closes twice a month.", "twice a month", "SET", "P1M", None),
    ("It closes daily.", "daily", "SET", "P1D", None),
    ("It closed two years after his arrest.", "two years", "DURATION", "P2Y", None),
    ("It closed in the first days of the war.", "the first days", "DURATION", "PXD", None),
    ("It closed on the second day of the war.", "the second day", "DATE", "XXXX-XX-XX", None),
    ("It opens on weekdays.", "weekdays", "SET", "XXXX-WXX-WD", None),
    ("It is full on weekday mornings.", "weekday mornings", "SET", "XXXX-WXX-WDTMO", None),
    ("It closed the other day.", "the other day", "DATE", "PAST_REF", None),
    ("It closed on the fifth Friday of February 2023.", "the fifth Friday of February 2023", "DATE", "XXXX-02", None),
    ("It grew over the past year.", "the past year", "DATE", "2024", None),
    ("It grew over the past month.", "the past month", "DATE", "2024-12", None),
    ("It grew over the past week.", "the past week", "DATE", "2025-W01", None),
    ("It grew over the past two years.", "the past two years", "DURATION", "P2Y", None),
    ("Sales rose in the latest month.", "the latest month", "DATE", "2024-12", None),
    ("It closed in recent years.", "recent years", "DURATION", "PXY", None),
    ("It closed in June 1990. That same day it burnt.", "That same day", "DATE", "1990-06-XX", None),
]


@pytest.mark.parametrize(("text", "words", "kind", "value", "mod"), VIEWS, ids=[view[0] for view in VIEWS])
def test_an_expression_has_its_timex(
    dated: Resolve, text: str, words: str, kind: str, value: str, mod: str | None
) -> None:
    (one,) = [one for one in dated(text) if one.expression.text == words]
    assert (one.timex.type, one.timex.value, one.timex.mod) == (kind, value, mod)


def test_a_year_earlier_is_the_same_quarter_in_a_report(dated: Resolve) -> None:
    found = dated("Profit rose to 5 million in the third quarter, from 4 million a year earlier.")
    assert [one.timex.value for one in found] == ["2024-Q3", "2023-Q3"]
