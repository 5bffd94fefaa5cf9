"""Days in JSON compare as strings in order of time, or they are not given."""

from __future__ import annotations

import pytest

from timeline import edtf
from timeline.exports.json import when_json
from timeline.types import When


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2021-03", "2021-03-01", "2021-03-31"),
        ("0044", "0044-01-01", "0044-12-31"),
        ("-0043-03-15", None, None),
        ("-0498/-0479", None, None),
        ("-0010/0012", None, "0012-12-31"),
        ("2021/..", "2021-01-01", None),
    ],
)
def test_days_before_the_year_0_are_left_to_edtf(text: str, earliest: str | None, latest: str | None) -> None:
    value = edtf.parse(text)
    when = When(
        edtf=text,
        earliest=value.earliest,
        latest=value.latest,
        precision=value.precision,
        best=None,
        label=edtf.label(value),
    )
    shape = when_json(when)
    assert shape is not None
    assert (shape["earliest"], shape["latest"], shape["edtf"]) == (earliest, latest, text)


def test_no_date_stays_no_date() -> None:
    assert when_json(None) is None
