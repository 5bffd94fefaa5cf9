"""What is told as earlier than something dated has that date as a bound, and is not the news of the day."""

import pytest

BEFORE = "The valley is quiet. The road is open. Nobody knows more. The mayor waits.\n\n"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Mara Ellison told the police on Monday that she left the gate open.", "left"),
        ("Mara Ellison told the police on Monday that she opened the gate and went home.", "went"),
        ("Mara Ellison resigned on Monday after the flood.", "flood"),
        ("Mara Ellison resigned on Monday after flooding the valley.", "flooding"),
        ("On Monday the council thanked a diver who had repaired the dam.", "repaired"),
        ("The diver who repaired the dam resigned on Monday.", "repaired"),
    ],
)
def test_what_is_told_as_earlier_than_what_is_dated_had_happened_by_then(tell_of, text, trigger):
    one = tell_of(BEFORE + text, trigger)
    assert one.when is not None
    assert (one.when.edtf, one.basis, one.main_news) == ("../2025-03-10", "event", False)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The council resigned. Mara Ellison said that she left the gate open.", "left"),
        ("Mara Ellison told the police today that she opened the gate.", "opened"),
        ("Mara Ellison did not say on Monday what caused the flood.", "caused"),
        ("Mara Ellison will resign on Friday after the flood.", "flood"),
    ],
)
def test_without_an_order_or_a_date_it_has_the_publication_as_its_bound(tell_of, text, trigger):
    one = tell_of(BEFORE + text, trigger)
    assert one.when is not None
    assert (one.when.latest, one.basis) == ("2025-03-12", "publication")
