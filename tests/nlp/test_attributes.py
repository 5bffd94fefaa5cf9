"""Attributes that are looked up are those that spaCy's own matcher finds."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from timeline.attributes import Lookup
from timeline.nlp import DEFAULT_MODEL, load_nlp

GOLD = Path(__file__).parents[1] / "quality"


@pytest.fixture(scope="module")
def passages() -> list[str]:
    """Sentences of our own of many kinds, and strings that are none."""
    lines = (GOLD / "dates.jsonl").read_text(encoding="utf-8").splitlines()
    strange = ["", " ", "Don't", "gonna gotta cannot", "“Who's that?” he'd've asked.", "🙂 ***\n\n42%", "ain't it"]
    return [*(json.loads(line)["text"] for line in lines), *strange]


def test_looked_up_attributes_are_those_that_are_matched(passages: list[str]) -> None:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner", "lemmatizer"])
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    assert isinstance(ruler.matcher, Matcher)
    lookup = Lookup(ruler)
    with nlp.select_pipes(disable=["attribute_ruler"]):
        docs = list(nlp.pipe(passages))
    for doc in docs:
        matched = {tuple(one) for one in ruler.matcher(doc, allow_missing=True, as_spans=False)}
        assert set(lookup(doc, allow_missing=True, as_spans=False)) == matched


def test_most_patterns_are_looked_up() -> None:
    ruler = spacy.load(DEFAULT_MODEL).get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    assert len(Lookup(ruler).rest) < len(ruler.patterns) / 5


def test_the_pipeline_tags_as_the_bare_one_does(passages: list[str]) -> None:
    def tagged(doc: Doc) -> list[tuple[str, str, str]]:
        return [(token.text, token.tag_, str(token.morph)) for token in doc]

    bare, ours = spacy.load(DEFAULT_MODEL), load_nlp()
    ours.remove_pipe("timeline_lines")  # which moves the ends of sentences
    ours.remove_pipe("timeline_names")  # which tags otherwise on purpose
    for one, other in zip(bare.pipe(passages), ours.pipe(passages), strict=True):
        assert tagged(one) == tagged(other)
