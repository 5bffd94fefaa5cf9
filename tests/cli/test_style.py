"""`timeline extract --style` decides whether a partial date looks to the publication or carries on from the text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli import app

# A year, a day of the publication's own week and a month: by itself the text is read as news.
TEXT = "The ferry company, founded in 1903, cut its fares yesterday. In August its first ship sank off the cape."


def months(tmp_path: Path, *options: str) -> list[str]:
    """The dates that `timeline extract` gives to the text."""
    articles = tmp_path / "articles.jsonl"
    articles.write_text(json.dumps({"id": "1", "published": "2024-11-05", "text": TEXT}) + "\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["extract", *options, str(articles)])
    assert done.exit_code == 0, done.output
    (record,) = [json.loads(line) for line in done.stdout.splitlines()]
    return [one["when"]["edtf"] for one in record["expressions"]]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--style", "news"], ["1903", "2024-11-04", "2024-08"]),
        (["--style", "narrative"], ["1903", "2024-11-04", "1903-08"]),
        (["--style", "auto"], ["1903", "2024-11-04", "2024-08"]),
        ([], ["1903", "2024-11-04", "2024-08"]),
    ],
)
def test_a_month_is_read_in_the_style_that_is_asked_for(
    tmp_path: Path, options: list[str], expected: list[str]
) -> None:
    assert months(tmp_path, *options) == expected
