"""What a chronology would only tell twice is no entry of its own."""

from __future__ import annotations

import pytest

from tests.fixtures.story import event, source
from tests.merge.conftest import when_of
from timeline.merge import merge
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


def test_what_has_other_words_of_its_own_gets_them_and_stays_an_entry(tell, write):
    def article(name, salience, *sentences):
        said = {"when": "2021-05-03", "who": {"Ostwick Council": "agent"}, "salience": salience}
        return write(name, "2021-05-04", *(tell(one, **said) for one in sentences))

    both = (
        "Ostwick Council [raised|raise] the bridge toll and shut the lock gate.",
        "Ostwick Council raised the bridge toll and [shut|shut] the lock gate.",
    )
    events = merge(
        [
            article("a", 1.9, *both),
            article("b", 1.9, *both),
            article("c", 1.1, "Ostwick Council [raised|raise] the bridge toll by half."),
            article("d", 1.1, "Ostwick Council [shut|shut] the lock gate for good."),
        ]
    )
    assert {one.title for one in events if one.notable} == {
        "Ostwick Council raised the bridge toll and shut the lock gate",
        "Ostwick Council raised the bridge toll by half",
    }
