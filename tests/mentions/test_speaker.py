import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("Mara Ellison said that the dam collapsed.", "collapsed", "Mara Ellison"),
        ("The dam collapsed, Mara Ellison said.", "collapsed", "Mara Ellison"),
        ("According to Mara Ellison, the dam collapsed.", "collapsed", "Mara Ellison"),
        ("“The dam collapsed at night,” said Mara Ellison.", "collapsed", "Mara Ellison"),
        ("Mara Ellison runs the town. “The dam collapsed at night,” Ellison said.", "collapsed", "Mara Ellison"),
        ("Jonas Petrie quoted Mara Ellison as saying the dam collapsed.", "collapsed", "Mara Ellison"),
        ("The spokesman, Jonas Petrie, said the dam collapsed.", "collapsed", "Jonas Petrie"),
        ("Engineers said that the dam collapsed.", "collapsed", "Engineers"),
    ],
)
def test_who_says_so_is_found(tell_of, text, trigger, speaker):
    found = tell_of(text, trigger).speaker
    assert found is not None
    assert found.name == speaker


def test_what_the_outlet_tells_has_no_speaker(tell_of):
    assert tell_of("The dam collapsed on Monday.", "collapsed").speaker is None


def test_a_speaker_stands_where_the_text_has_it(tell_of):
    text = "The dam collapsed, Mara Ellison said."
    speaker = tell_of(text, "collapsed").speaker
    assert text[speaker.start : speaker.end] == "Ellison"
    assert speaker.verb == "said"
