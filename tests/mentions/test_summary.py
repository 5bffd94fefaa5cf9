import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        ("The dam burst on Monday.", "burst", "The dam burst on Monday"),
        ("Mara Ellison said that the dam burst on Monday.", "burst", "The dam burst on Monday"),
        ("- The dam burst on Monday.", "burst", "The dam burst on Monday"),
        ("Mara Ellison chaired the board. She resigned in May.", "resigned", "Mara Ellison resigned in May"),
        (
            "Mara Ellison spoke on Monday. “I resigned in May,” Ellison said.",
            "resigned",
            "Mara Ellison resigned in May",
        ),
        (
            "The mayor fled after the dam burst on Monday.",
            "burst",
            "The dam burst on Monday",
        ),
        (
            "The gate, which thieves had opened in May, was repaired on Monday.",
            "repaired",
            "The gate, which thieves had opened in May, was repaired on Monday",
        ),
        (
            "Mara Ellison spoke on Monday. “I am not in charge of the gate they broke,” Ellison said.",
            "broke",
            "Mara Ellison is not in charge of the gate they broke",
        ),
        ("KORVALE, Norland (Coast Wire) - The dam burst on Monday.", "burst", "The dam burst on Monday"),
        ("However, Mara Ellison resigned on Monday.", "resigned", "Mara Ellison resigned on Monday"),
        ("Jonas Petrie said Mara Ellison met him in May.", "met", "Mara Ellison met Jonas Petrie in May"),
        ("Speaking on Monday, Mara Ellison blamed the builders.", "Speaking", "Mara Ellison speaking on Monday"),
        ("Mara Ellison helped the town rebuild the dam.", "rebuild", "Mara Ellison helped the town rebuild the dam"),
    ],
)
def test_a_summary_is_the_clause_with_its_names(tell_of, text, trigger, summary):
    assert tell_of(text, trigger).summary == summary


LONG = (
    "Mara Ellison, who had led the harbour board of the northern city for more than eleven years and was known to all "
    "dockers, resigned on Monday because the builders whom she had trusted with the repair of the old dam above the "
    "valley had stolen the gate, which engineers had warned her about many times."
)


def test_a_long_sentence_is_pruned_to_what_is_told(tell_of):
    summary = tell_of(LONG, "resigned").summary
    assert len(summary) <= 160
    assert summary.startswith("Mara Ellison")
    assert "resigned on Monday" in summary


def test_summaries_are_never_longer_than_a_line(tell):
    assert all(len(one.summary) <= 160 for one in tell(LONG * 2))


def test_summaries_carry_no_quotation_marks(tell_of):
    assert tell_of("Ellison called the flood “a warning” on Monday.", "called").summary == (
        "Ellison called the flood a warning on Monday"
    )
