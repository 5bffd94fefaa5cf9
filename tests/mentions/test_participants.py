import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("Mara Ellison sued Jonas Petrie.", "sued", {"Mara Ellison": "agent", "Jonas Petrie": "patient"}),
        ("Jonas Petrie was sued by Mara Ellison.", "sued", {"Mara Ellison": "agent", "Jonas Petrie": "patient"}),
        ("Mara Ellison met Jonas Petrie and resigned.", "resigned", {"Mara Ellison": "agent"}),
        ("Mara Ellison spoke with Jonas Petrie.", "spoke", {"Mara Ellison": "agent", "Jonas Petrie": "other"}),
        ("The arrest of Jonas Petrie surprised the town.", "arrest", {"Jonas Petrie": "patient"}),
        (
            "Mara Ellison chaired the board. She resigned on Monday.",
            "resigned",
            {"Mara Ellison": "agent"},
        ),
        (
            "Mara Ellison spoke on Monday. “I resigned in May,” Ellison said.",
            "resigned",
            {"Mara Ellison": "agent"},
        ),
        ("Germany's leader, Mara Ellison, resigned.", "resigned", {"Mara Ellison": "agent"}),
    ],
)
def test_roles_follow_the_syntax(tell_of, text, trigger, roles):
    found = {one.name: one.role for one in tell_of(text, trigger).participants}
    assert {name: role for name, role in found.items() if name in roles} == roles


def test_a_surname_gets_the_fullest_name_of_the_article(tell_of):
    text = "Mara Ellison chairs the board. On Monday Ellison resigned."
    (one,) = tell_of(text, "resigned").participants
    assert (one.name, one.text) == ("Mara Ellison", "Ellison")
    assert text[one.start : one.end] == "Ellison"


def test_a_quoted_speaker_is_never_he(tell_of):
    text = "Jonas Petrie met David Moore in May. “I spoke with David Moore, and he apologized,” Petrie said."
    assert [one.name for one in tell_of(text, "apologized").participants] == ["David Moore"]


def test_a_pronoun_stops_at_someone_the_text_has_not_named(tell_of):
    text = "Mara Ellison resigned. A neighbour said she fled."
    assert tell_of(text, "fled").participants == ()


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("A bomb exploded in Paris on Monday.", "exploded", ["Paris"]),
        ("The ministers talked about the budget.", "talked", []),
    ],
)
def test_places_stand_behind_their_prepositions(tell_of, text, trigger, places):
    assert [one.name for one in tell_of(text, trigger).places] == places


def test_the_dateline_takes_no_part(tell_of):
    text = "VARNHOLM, Norway (Coast Wire) - One of the largest ferries of the line ran aground on Tuesday in the Sound."
    assert [
        one.name for one in tell_of(text, "ran").participants if one.name in {"VARNHOLM", "Varnholm", "Norway"}
    ] == []
