"""What a chronology would only tell twice is no entry of its own."""

from __future__ import annotations

import pytest

from tests.fixtures.story import event, source
from tests.merge.conftest import when_of
from timeline.merge.echoes import without_echoes


def told(key: str, title: str, day: str, *outlets: str):
    said = [source(outlet, f"{title}.", when_of(day)) for outlet in outlets]
    return event(key, title, when_of(day), *said)


@pytest.mark.parametrize(
    ("title", "day", "left"),
    [
        ("The tug sank", "2021-05", ["a"]),
        ("The tug sank", "2021-06", ["a", "b"]),
        ("The barge sank", "2021-05", ["a", "b"]),
    ],
    ids=["the same words in that month", "in another month", "other words"],
)
def test_what_has_the_words_of_a_weightier_one_that_may_be_of_the_same_day_is_no_entry(title, day, left):
    events = [told("a", "The tug sank", "2021-05-02", "Harbour Courier", "Gazette"), told("b", title, day, "Mail")]
    assert [one.id for one in without_echoes(events) if one.notable] == left
