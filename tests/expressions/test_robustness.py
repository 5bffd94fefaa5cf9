"""No text crashes the rules, and no text makes them slow."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.expressions import find_expressions

PIECES = st.sampled_from(
    [
        "May",
        "march",
        "Sunday",
        "on",
        "the",
        "of",
        "5",
        "12",
        "1999",
        "2024",
        "in",
        "a",
        "few",
        "days",
        "after",
        "ago",
        "early",
        "late",
        "quarter",
        "first",
        "second",
        "third",
        "week",
        "year's",
        "'",
        ".",
        ",",
        "-",
        "–",
        "\n",
        "\n\n",
        "Q3",
        "at",
        "p.m.",
        "10:30",
        "next",
        "last",
        "every",
        "fall",
        "of",
        "480",
        "BC",
        "fiscal",
        "since",
        "between",
        "and",
        "to",
        "or",
    ]
)


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    for one in find_expressions(text):
        assert text[one.start : one.end] == one.text


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_any_jumble_of_time_words_is_read_without_overlaps(text: str) -> None:
    found = find_expressions(text)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    [
        "May ",
        "a few days after ",
        "the the the ",
        "1999-",
        "1 ",
        "       ",
        "\n",
        "two hundred and ",
        "first second third ",
        "Monday, ",
        "days ",
        "the week of the day of ",
        "12:30:",
        "in in in ",
        "early late mid- ",
        "every each per ",
        "a",
        "9",
    ],
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    """Four times the text may take four times as long; eight allows for a busy machine, a square would be sixteen."""
    short, long = unit * (20_000 // len(unit)), unit * (80_000 // len(unit))
    find_expressions(short)
    spent = [min(measured(text) for _ in range(2)) for text in (short, long)]
    assert spent[1] <= 8 * spent[0] + 0.05


def measured(text: str) -> float:
    """Seconds to read a text."""
    start = time.perf_counter()
    find_expressions(text)
    return time.perf_counter() - start
