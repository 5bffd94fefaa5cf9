"""The quality gate on other languages: sentences of our own, with what their times mean (tests/quality/README.md)."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from timeline.pipeline import extract_expressions
from timeline.reading.record import article_of
from timeline.types import DatedExpression

FOLDER = Path(__file__).parent / "languages"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.jsonl"))
# Of the sentences of each half: those written beside the rules, and those written blind, in the manner of news.
RIGHT = {".": 0.95, "news": 0.85}
LEAST = {".": 60, "news": 25}

Case = dict[str, Any]


def cases(part: str, language: str) -> list[Case]:
    path = FOLDER / part / f"{language}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def half(case: Case) -> int:
    """The half a sentence belongs to; half 0 is never read for errors."""
    return int(hashlib.sha256(case["text"].encode()).hexdigest(), 16) % 2


def is_right(case: Case, found: tuple[DatedExpression, ...]) -> bool:
    """Whether every time of a sentence is found and means what it should, and nothing else is found."""
    left = set(found)
    for wanted in case["expressions"]:
        start = case["text"].index(wanted["text"])
        end = start + len(wanted["text"])
        over = [one for one in found if one.expression.start < end and start < one.expression.end]
        longest = max(over, key=lambda one: one.expression.end - one.expression.start, default=None)
        if longest is None or (longest.when.edtf if longest.when else None) != wanted["edtf"]:
            return False
        left -= set(over)
    return not left


@pytest.mark.parametrize("which", [1, 0])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", RIGHT)
def test_sentences_of_a_language_are_right(part: str, language: str, which: int) -> None:
    told = [case for case in cases(part, language) if half(case) == which]
    articles = [article_of({"id": str(n), "language": language, **case}) for n, case in enumerate(told)]
    read = extract_expressions(articles)
    wrong = [case["text"] for case, one in zip(told, read, strict=True) if not is_right(case, one.expressions)]
    assert 1 - len(wrong) / len(told) >= RIGHT[part], f"{len(wrong)} of {len(told)} wrong in half {which} of {language}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", RIGHT)
def test_there_are_sentences_enough(part: str, language: str) -> None:
    assert len(cases(part, language)) >= LEAST[part]
    assert len({case["text"] for case in cases(part, language)}) == len(cases(part, language))
