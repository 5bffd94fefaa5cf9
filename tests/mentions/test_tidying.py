import pytest

from timeline.mentions.tidying import tidy


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ellison 's ship did n't sink .", "Ellison's ship didn't sink"),
        ("She said : we ' ve sold it", "She said: we've sold it"),
        ("the dockers ' union struck", "The dockers' union struck"),
        ("It spilt 40 gallons -LRB- 150 litres -RRB- of oil", "It spilt 40 gallons of oil"),
        ("The firm starts a second system -LRB-", "The firm starts a second system"),
        ("She blamed a ` ` lack of care '' at the mill", "She blamed a lack of care at the mill"),
        ("The council (all of it) resigned", "The council resigned"),
        ("The council) resigned", "The council resigned"),
        ("It paid $ 20 million", "It paid $20 million"),
        ("a Korvale Post\\/NBC poll", "A Korvale Post/NBC poll"),
        ("KORVALE | Mon Jun 28, 2010 6:17 pm EDT The dam burst", "The dam burst"),
        ("17:03 GMT Help A dam burst", "A dam burst"),
        ("Sunday , May 16 , 2010 ; 4:43 PM Norvik opened the gate", "Norvik opened the gate"),
        # What only looks like it stays.
        ("Ellison's ship didn't sink", "Ellison's ship didn't sink"),
        ("The dockers’ union struck", "The dockers’ union struck"),
        ("At 17:03 the dam burst", "At 17:03 the dam burst"),
        ("(all of it)", "All of it"),
    ],
)
def test_a_line_reads_as_written_by_hand(text, line):
    assert tidy(text) == line
