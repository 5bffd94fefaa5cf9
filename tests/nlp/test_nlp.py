import pytest

from timeline.nlp import ModelMissingError, load_nlp


@pytest.fixture(scope="module")
def nlp():
    return load_nlp()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("Dam bursts in the north\nThe dam burst on Monday.", 2, id="a title ends with its line"),
        pytest.param("- Rain fell\n- A dam burst\n- Roads closed", 3, id="list items are sentences of their own"),
        pytest.param(
            "The old dam above the town burst on Monday after the\nheavy rain of the weekend.",
            1,
            id="wrapped prose goes on",
        ),
        pytest.param("The dam burst. People fled.", 2, id="full stops end sentences"),
        pytest.param("News\n\nthe dam burst", 2, id="an empty line always ends a sentence"),
        pytest.param("Villages flooded after dam bursts The mayor left on Monday.", 2, id="a heading run in"),
        pytest.param("The magazine The Dam of The Hague closed on Monday.", 1, id="a name with an article"),
        pytest.param("Vitamin A is scarce, as vitamin A was.", 1, id="a letter"),
        pytest.param("The broken gate Photograph : Ida Brandt/AFP/Getty Images Thieves fled.", 3, id="a credit run in"),
        pytest.param('Jo Ellison: "It looks like a lake" Thieves have fled the town.', 2, id="a caption run in"),
        pytest.param('Jo Ellison: "It looks like a lake," Petrie added.', 1, id="a quotation goes on"),
    ],
)
def test_a_sentence_ends_where_its_line_ends(nlp, text, sentences):
    assert len([s for s in nlp(text).sents if s.text.strip()]) == sentences


def test_a_pipeline_that_is_not_installed_is_named_in_the_error():
    with pytest.raises(ModelMissingError, match="no_such_model"):
        load_nlp("no_such_model")


@pytest.mark.parametrize("text", ["", "\n", "Word\n", "\n\nWord"])
def test_texts_at_the_edge_are_read(nlp, text):
    assert nlp(text).text == text
