"""Who earns an entry without a date of its own: what a main clause tells, and nothing that only describes."""

import pytest

from timeline.mentions.salience import ENTRY

PARAGRAPHS = "\n\nThe valley is quiet. The mayor waits. Nobody knows more. The road is open."


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Mara Ellison opened the gate.", "opened"),
        ("Mara Ellison opened the gate and flooded the valley.", "flooded"),
        ("The mayor said that Mara Ellison opened the gate.", "opened"),
        ("Mara Ellison has resigned.", "resigned"),
        ("The gate was destroyed by Mara Ellison.", "destroyed"),
    ],
)
def test_what_a_main_clause_tells_is_an_entry(tell_of, text, trigger):
    assert tell_of(text + PARAGRAPHS, trigger).salience >= ENTRY


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A barge bound for Korvale sank.", "bound"),
        ("The lawyers, acting for Mara Ellison, resigned.", "acting"),
        ("The council apologised for the trouble that Mara Ellison was causing.", "causing"),
        ("The mayor thanked everyone who had ever built a dam.", "built"),
        ("What Mara Ellison paid has not been published.", "paid"),
        ("The fight over the gate has just begun.", "fight"),
        ("Repairing it has become dearer.", "become"),
        ("Mara Ellison plays the violin.", "plays"),
        ("Mara Ellison wanted the dam to hold.", "wanted"),
        ("Mara Ellison hoped that the dam would hold.", "hoped"),
        ("The barge, which was following in Monday's convoy, sank.", "following"),
        ("The dam stays closed until the owner pays for Monday's flood.", "flood"),
    ],
)
def test_what_only_describes_is_no_entry_without_a_date(tell, text, trigger):
    assert [one for one in tell(text + PARAGRAPHS) if one.trigger == trigger and one.salience >= ENTRY] == []


def test_a_headline_tells_in_the_present(tell_of):
    title = "Mara Ellison opens the gate"
    assert tell_of(f"{title}\n\nThe valley drowned.", "opens", title=title).salience >= ENTRY


def test_what_has_a_date_of_its_own_may_stand_in_any_clause(tell_of):
    text = "The gate, which Mara Ellison destroyed on Monday, was old."
    assert tell_of(text, "destroyed").salience >= ENTRY


@pytest.mark.parametrize(
    ("text", "trigger", "is_entry"),
    [
        ("No ship entered the harbour on Monday.", "entered", False),
        ("Mara Ellison did not open the gate on Monday.", "open", False),
        ("Mara Ellison opened the gate on Monday.", "opened", True),
        ("The mayor said Mara Ellison did not open the gate on Monday.", "open", True),
    ],
)
def test_what_an_article_tells_as_not_done_is_no_entry_unless_somebody_says_so(tell_of, text, trigger, is_entry):
    assert (tell_of(text, trigger).salience >= 0.6 * ENTRY) == is_entry
