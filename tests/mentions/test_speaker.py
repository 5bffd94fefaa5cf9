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


def test_i_in_a_quotation_inside_a_quotation_is_who_speaks_there(tell_of):
    text = "Jonas Petrie met David Moore in May. “He called me, and he said, ‘I sold the gate.’ I left,” Petrie said."
    assert tell_of(text, "sold").summary == "David Moore sold the gate"
    assert tell_of(text, "left").summary == "Jonas Petrie left"


def test_i_is_who_is_quoted_as_saying_so(tell_of):
    text = "“I sold the gate,” Jonas Petrie quoted David Moore as saying."
    assert tell_of(text, "sold").summary == "David Moore sold the gate"


def test_what_the_outlet_tells_has_no_speaker(tell_of):
    assert tell_of("The dam collapsed on Monday.", "collapsed").speaker is None


def test_a_speaker_stands_where_the_text_has_it(tell_of):
    text = "The dam collapsed, Mara Ellison said."
    speaker = tell_of(text, "collapsed").speaker
    assert text[speaker.start : speaker.end] == "Ellison"
    assert speaker.verb == "said"
