"""No text crashes the rules, and no text makes them slow."""

import gc
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.expressions import find_expressions
from timeline.resolve import resolve
from timeline.types import Article, Published

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
        "May 5, 6, ",
        "(May 5) ",
        "“Monday” ",
        "in “1999, ",
        "a",
        "9",
    ],
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    """Eight times the text may take eight times as long; 24 allows for a busy machine, a square would be 64."""
    short, long = unit * (2_000 // len(unit)), unit * (16_000 // len(unit))
    measured(short)
    assert measured(long) <= 24 * min(measured(short) for _ in range(3)) + 0.05


@pytest.mark.parametrize(
    ("piece", "language"),
    [(",", "en"), ("1/", "en"), ("last ", "en"), ("0", "en"), ("слово", "ru"), ("vor zwei ", "de")],
)
def test_a_long_line_is_read_as_fast_as_a_short_one(piece: str, language: str) -> None:
    """Sixteen times the text may take sixteen times as long; 64 allows for a busy machine, a square would be 256."""
    short, long = piece * (4_000 // len(piece)), piece * (64_000 // len(piece))
    find_expressions(short, language=language)
    assert taken(long, language) <= 64 * min(taken(short, language) for _ in range(3)) + 0.05


def taken(text: str, language: str) -> float:
    """Seconds of this process to find what a text of a language names."""
    start = time.process_time()
    find_expressions(text, language=language)
    return time.process_time() - start


def measured(text: str) -> float:
    """Seconds of this process to read and date a text; other processes and the garbage collector do not count."""
    article = Article(id="1", text=text, published=Published(raw="2025-01-06", day=date(2025, 1, 6)))
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        resolve(find_expressions(text), article, None)
        return time.process_time() - start
    finally:
        gc.enable()
