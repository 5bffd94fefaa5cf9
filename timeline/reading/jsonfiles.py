"""Articles in JSON: an object a line, or a file that holds one object or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from json import JSONDecodeError

from timeline.reading.record import article_of
from timeline.reading.refusal import Refusal, Undated
from timeline.types import Article, ArticleRefusedError

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_lines(lines: Iterable[bytes], place: str, *, undated: Undated) -> Iterator[Article | Refusal]:
    """The article of each line; a bad line is refused by its number and the rest is read. Empty lines are nothing."""
    for number, raw in enumerate(lines, 1):
        line = raw.removeprefix(BYTE_ORDER_MARK) if number == 1 else raw
        if line.strip():
            yield read_text(line, f"{place}, line {number}", undated=undated)


def read_text(raw: bytes, place: str, *, undated: Undated) -> Article | Refusal:
    """The article of one JSON text."""
    try:
        return read_value(json.loads(raw.decode()), place, undated=undated)
    except (UnicodeDecodeError, JSONDecodeError, RecursionError) as problem:
        return Refusal(place=place, reason=f"no JSON: {fault(problem)}")


def fault(problem: UnicodeDecodeError | JSONDecodeError | RecursionError) -> str:
    """What is wrong with a JSON text, in a few words."""
    match problem:
        case UnicodeDecodeError():
            return f"byte {problem.start + 1} is not UTF-8"
        case JSONDecodeError():
            return f"{problem.msg} at column {problem.colno}"
        case _:
            return "nested too deeply"


def read_value(value: object, place: str, *, undated: Undated) -> Article | Refusal:
    """The article of one JSON value."""
    if not isinstance(value, dict):
        return Refusal(place=place, reason="an article is a JSON object")
    try:
        return replace(article_of(value, undated=undated), place=place)
    except ArticleRefusedError as problem:
        return Refusal(place=place, reason=str(problem))


def read_file(raw: bytes, place: str, *, undated: Undated) -> Iterator[Article | Refusal]:
    """The articles of a whole JSON file; one that holds several values is taken as lines."""
    try:
        value = json.loads(raw.removeprefix(BYTE_ORDER_MARK).decode())
    except (UnicodeDecodeError, JSONDecodeError, RecursionError) as problem:
        if isinstance(problem, JSONDecodeError) and problem.msg == "Extra data":
            yield from read_lines(raw.splitlines(), place, undated=undated)
        else:
            yield Refusal(place=place, reason=f"no JSON: {fault(problem)}")
        return
    if isinstance(value, list):
        for number, entry in enumerate(value, 1):
            yield read_value(entry, f"{place}, entry {number}", undated=undated)
    else:
        yield read_value(value, place, undated=undated)
