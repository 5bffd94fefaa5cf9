"""The gate on annotated texts (`python -m benchmarks.dates`): its counting, its floors, what it says and returns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.dates import main
from benchmarks.spans import Counts, Marked, counted, interval

RIGHT = {
    "id": "a",
    "published": "2025-01-06",
    "text": "The mill closed on Friday. It burnt down in March 2019.",
    "timexes": [
        {"start": 19, "end": 25, "value": "2025-01-03"},
        {"start": 44, "end": 54, "value": "2019-03"},
    ],
}
WRONG = {
    "id": "b",
    "published": "2025-01-06",
    "text": "The mill closed on Friday.",
    "timexes": [{"start": 19, "end": 25, "value": "2025-01-10"}],
    "ignore": [[0, 3]],
}
FLOORS = {"ours": {"value": 80.0, "relaxed": 100.0, "strict": 100.0}, "absent": {"value": 100.0}}


def folder(path: Path, *records: dict[str, object]) -> list[str]:
    (path / "ours.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return [str(path)]


def marked(start: int, end: int, value: str = "2025") -> Marked:
    return Marked(start=start, end=end, value=value)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ([marked(0, 4)], [marked(0, 4)], (1, 1, 1)),
        ([marked(0, 4)], [marked(2, 8)], (0, 1, 1)),
        ([marked(0, 4)], [marked(4, 8)], (0, 0, 0)),
        ([marked(0, 4)], [marked(0, 4, "2024")], (1, 1, 0)),
        ([marked(0, 9)], [marked(0, 2, "2024"), marked(3, 9)], (0, 1, 1)),
        ([marked(0, 9), marked(10, 12)], [marked(0, 12)], (0, 1, 1)),
    ],
    ids=["the same span", "an overlap", "side by side", "another value", "the larger overlap counts", "one to one"],
)
def test_pairs_are_counted_one_to_one(gold: list[Marked], found: list[Marked], expected: tuple[int, int, int]) -> None:
    counts = counted(gold, found)
    assert (counts.strict, counts.relaxed, counts.value) == expected


def test_f1_is_of_all_that_is_annotated_and_all_that_is_found() -> None:
    assert Counts(gold=4, found=6, value=3, relaxed=5).scores() == {"value": 60.0, "relaxed": 100.0, "strict": 0.0}


def test_an_interval_holds_the_score_and_is_the_same_each_time() -> None:
    documents = [Counts(gold=1, found=1, value=place % 2) for place in range(40)]
    low, high = interval(documents, "value")
    assert 0 < low < 50 < high < 100
    assert interval(documents, "value") == (low, high)


def test_figures_at_their_floors_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(folder(tmp_path, RIGHT), FLOORS) == 0
    assert "value 100.0" in capsys.readouterr().out


def test_a_figure_under_its_floor_fails_and_says_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(folder(tmp_path, RIGHT, WRONG), FLOORS) == 1
    assert capsys.readouterr().err.splitlines() == ["ours: value F1 66.67 is under its floor of 80.0"]


def test_a_folder_without_annotated_texts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)], FLOORS) == 2
    assert "nothing to check" in capsys.readouterr().err
