"""Words and sentences without an end: the text stays the same, and each is read in pieces."""

from __future__ import annotations

import pytest
from spacy.language import Language

from timeline.nlp import LONGEST, load_nlp


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_nlp()


@pytest.mark.parametrize(
    "text",
    [
        "," * 1_500,
        "1/" * 900 + "  ok",
        "He said\n\n" + "x" * 1_203 + "  yes.",
        " " * 900 + "a" * 499 + " b",
        "Hi there.",
    ],
    ids=["commas", "slashes", "a word within prose", "spaces", "prose"],
)
def test_the_words_of_a_text_are_all_of_it(nlp: Language, text: str) -> None:
    assert nlp.make_doc(text).text == text


def test_an_endless_word_is_read_in_pieces(nlp: Language) -> None:
    assert all(len(token) <= 500 for token in nlp.make_doc("x" * 5_000))


def test_an_endless_sentence_is_cut(nlp: Language) -> None:
    doc = nlp("last " * (3 * LONGEST))
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST
