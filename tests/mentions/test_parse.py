"""The parse as plain values says of every word and of every stretch of words what spaCy says."""

from __future__ import annotations

import pytest

from timeline.mentions.parse import plain
from timeline.nlp import load_nlp

TEXTS = (
    "The harbour closed on Monday.\n\nWhat the crew, led by Ann Lee, had said the day before was not true!",
    "Dana Orr, the port's director, asked him to leave; he refused. (Two ships ran aground.)",
    "- - ...",
    "",
)
ATTRIBUTES = (
    *("i", "idx", "text", "whitespace_", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_"),
    *("is_alpha", "is_punct", "is_space", "is_title", "like_num", "is_sent_start"),
)


@pytest.fixture(scope="session")
def nlp():
    """The default pipeline."""
    return load_nlp()


@pytest.fixture(params=TEXTS)
def parse(request, nlp):
    """The parse of each text by spaCy."""
    return nlp(request.param)


def test_words_have_what_spacy_says_of_them(parse):
    for theirs, ours in zip(parse, plain(parse), strict=True):
        assert [getattr(ours, name) for name in ATTRIBUTES] == [getattr(theirs, name) for name in ATTRIBUTES]


def test_words_hang_together_as_they_do_for_spacy(parse):
    for theirs, ours in zip(parse, plain(parse), strict=True):
        assert (ours.head.i, ours.left_edge.i, ours.right_edge.i) == (
            theirs.head.i,
            theirs.left_edge.i,
            theirs.right_edge.i,
        )
        for name in ("children", "lefts", "rights", "ancestors"):
            assert [one.i for one in getattr(ours, name)] == [one.i for one in getattr(theirs, name)]
        assert sorted(one.i for one in ours.subtree) == sorted(one.i for one in theirs.subtree)


def test_sentences_and_names_are_those_of_spacy(parse):
    ours = plain(parse)
    for mine, theirs in ((ours.sents, parse.sents), (ours.ents, parse.ents)):
        assert [(one.start_char, one.end_char, one.text, one.label_) for one in mine] == [
            (one.start_char, one.end_char, one.text, one.label_) for one in theirs
        ]


def test_characters_find_the_words_and_the_head_that_spacy_finds(parse):
    ours, length = plain(parse), len(parse.text)
    for start in range(length):
        for end in range(start + 1, min(start + 25, length) + 1):
            theirs, mine = parse.char_span(start, end, alignment_mode="expand"), ours.char_span(start, end)
            if theirs is None or not len(theirs):
                assert mine is None
            else:
                assert mine is not None
                assert (mine.start, mine.end, mine.root.i) == (theirs.start, theirs.end, theirs.root.i)
