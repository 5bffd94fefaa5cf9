"""Lists of what happened on which day: each line is told as its outlet's own entry of a timeline."""

from __future__ import annotations

import pytest

from timeline.listed import lines

LIST = """The ferry Astrid is still at the yard.
Below is what happened:
December 2 - A fire guts the engine room of the Astrid.
Officials close the harbour.
January 5 - Lindqvist Lines says it takes full responsibility.
February 11 - The minister visits the yard.
The Astrid was built in Korvale."""


@pytest.mark.parametrize(
    ("trigger", "day", "basis", "title"),
    [
        ("guts", "2024-12-02", "expression", "A fire guts the engine room of the Astrid"),
        ("close", "2024-12-02", "frame", "Officials close the harbour"),
        ("visits", "2025-02-11", "expression", "The minister visits the yard"),
    ],
)
def test_a_line_tells_of_its_day_in_the_present_and_without_it(tell_of, trigger, day, basis, title):
    told = tell_of(LIST, trigger)
    assert (told.when.edtf, told.basis, told.summary, told.stance) == (day, basis, title, "asserted")
    assert told.salience > 1


def test_what_a_line_says_stands_out_as_elsewhere_it_does_not(tell_of):
    alone = LIST.replace("December 2 - ", "").replace("February 11 - ", "")
    assert tell_of(LIST, "says").salience > 2 * tell_of(alone, "says").salience


def test_what_stands_behind_a_list_is_not_of_its_last_day(tell_of):
    assert tell_of(LIST, "built").basis == "publication"


def test_what_could_open_a_list_is_looked_through_once():
    for blank in ("\n", " \n", "* ", "- ", ". ", "“ "):
        assert lines(blank * 40_000) == ()  # minutes, were it looked through from each of its places
