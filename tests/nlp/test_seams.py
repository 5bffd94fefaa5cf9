import pytest

from timeline.seams import seams


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (
            "Dam bursts 4 March 2025 Last updated at 15:00 GMT Help Thieves fled.",
            ["4 March 2025 Last updated at 15:00 GMT Help Thieves fled.", "Thieves fled."],
        ),
        (
            "The gate fell Photograph : Ida Brandt\\/AP Thieves fled.",
            ["Photograph : Ida Brandt\\/AP Thieves fled.", "Thieves fled."],
        ),
        ("Villages flooded as dam bursts The mayor left.", ["The mayor left."]),
        ("He found a photograph in The Hague.", []),
        ("The picture shows a dam.", []),
        ("Jo Ellison: “It looks like a lake.” Thieves have fled.", []),
    ],
)
def test_a_seam_is_where_no_mark_ends_what_came_before(text, starts):
    assert [text[at:] for at in sorted(set(seams(text)))] == starts
