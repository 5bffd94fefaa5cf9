"""What a clause only mentions is told by the phrase that names it."""

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        (
            "Norland has kept close ties to Sardland since the collapse of the Vesk Union in 1991.",
            "collapse",
            "The collapse of the Vesk Union",
        ),
        (
            "Mara Ellison grew popular after leaving the board, following Norland’s 2020 election.",
            "election",
            "Norland’s 2020 election",
        ),
        (
            "Mara Ellison disclosed details of a phone conversation with Jonas Petrie from May 2024.",
            "conversation",
            "A phone conversation with Jonas Petrie",
        ),
        (
            "Mara Ellison moved to Porto before her trial in London on 4 March.",
            "trial",
            "Mara Ellison’s trial in London",
        ),
        ("Mara Ellison spoke of Monday’s actions at the Korvale House.", "actions", "Actions at the Korvale House"),
    ],
)
def test_a_clause_about_something_else_does_not_tell_it(tell_of, text, trigger, summary):
    mention = tell_of(text, trigger)
    assert (mention.summary, mention.readable) == (summary, True)


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        # what happens in it tells of it
        (
            "In the talks with Norland, Mara Ellison closed the gate.",
            "talks",
            "In the talks with Norland, Mara Ellison closed the gate",
        ),
        # nobody is named
        (
            "Mara Ellison left the town after the great storm.",
            "storm",
            "Mara Ellison left the town after the great storm",
        ),
        # its clause is told with it
        ("The siege of Porto began on Monday.", "siege", "The siege of Porto began"),
        # it has not happened
        ("Mara Ellison warned of an invasion of Norland.", "invasion", "Mara Ellison warned of an invasion of Norland"),
        (
            "Mara Ellison denied reports of any attack on Porto.",
            "attack",
            "Mara Ellison denied reports of any attack on Porto",
        ),
    ],
)
def test_else_its_clause_tells_it(tell_of, text, trigger, summary):
    assert tell_of(text, trigger).summary == summary


def test_a_clause_of_the_same_day_tells_more(tell_of):
    mention = tell_of("On Monday Mara Ellison called for the closure of the Norland Bridge.", "closure")
    assert mention.summary == "On Monday Mara Ellison called for the closure of the Norland Bridge"


def test_a_long_phrase_loses_what_stands_last(tell_of):
    mention = tell_of(
        "Mara Ellison disclosed details of a 2024 phone conversation with Jonas Petrie about the repair of the old "
        "northern dam above the valley of the river Vesk.",
        "conversation",
    )
    assert mention.summary == "A 2024 phone conversation with Jonas Petrie"


def test_the_latter_is_the_second_of_the_two_named_last(tell_of):
    mention = tell_of(
        "Ellison would meet Jonas Petrie and Dora Lindqvist after the latter’s inauguration on 20 April.",
        "inauguration",
    )
    assert mention.summary == "Dora Lindqvist’s inauguration"
    assert tell_of("Ellison met Jonas Petrie and Dora Lindqvist. The former resigned.", "resigned").summary == (
        "Jonas Petrie resigned"
    )


def test_the_latter_of_nobody_names_nobody(tell_of):
    mention = tell_of("Ellison met the board before the latter’s inauguration on 20 April.", "inauguration")
    assert mention.summary == "Ellison met the board before the latter’s inauguration"
