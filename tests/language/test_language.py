"""The language of an article: its field, else its words, else English."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.exports.json import extraction_json
from timeline.language import DEFAULT, READ, detected, language_of
from timeline.nlp import load_nlp
from timeline.pipeline import extract
from timeline.reading.record import article_of
from timeline.types import Article

GOLD = Path(__file__).parents[1] / "quality" / "languages"
PUBLISHED = "2024-03-14"


def article(text: str, language: str | None = None) -> Article:
    return article_of({"id": "a", "published": PUBLISHED, "text": text, "language": language})


@pytest.mark.parametrize("given", ["de", "DE", "de-AT", "de_CH", " de "])
def test_the_field_of_an_article_tells_its_language(given: str) -> None:
    assert language_of(article("The council met on Monday.", given)) == "de"


@pytest.mark.parametrize("given", [None, "", "?", "German"])
def test_a_field_that_names_no_language_is_as_good_as_none(given: str | None) -> None:
    assert (
        language_of(article("The council of the city met on Monday, and the mayor said that it was late.", given))
        == "en"
    )


@pytest.mark.parametrize("code", [code for code in READ if code != DEFAULT])
def test_running_text_is_told_by_its_words(code: str) -> None:
    sentences = [json.loads(line)["text"] for line in (GOLD / f"{code}.jsonl").read_text(encoding="utf-8").splitlines()]
    passages = [" ".join(sentences[place : place + 4]) for place in range(0, len(sentences) - 3, 4)]
    assert [passage for passage in passages if detected(passage) != code] == []


@pytest.mark.parametrize("text", ["", "OK", "5 May", "Vlad Țepeș, 1462", "1999 2000 2001 — 14:30"])
def test_a_text_too_short_to_tell_is_english(text: str) -> None:
    assert detected(text) == DEFAULT


def test_a_language_that_is_not_read_is_not_taken_for_its_neighbour() -> None:
    italian = "Il consiglio comunale ha approvato lunedì il bilancio della città con una larga maggioranza di voti."
    assert detected(italian) == "it"


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_any_text_has_a_language(text: str) -> None:
    assert detected(text).isalpha()


def test_articles_keep_their_order_and_only_english_ones_have_mentions() -> None:
    texts = [
        "The council of the city adopted the budget on Monday.",
        "Der Stadtrat hat am Montag den Haushalt der Stadt beschlossen.",
        "Il consiglio comunale ha approvato lunedì il bilancio della città con una larga maggioranza di voti.",
        "The mayor resigned on Tuesday after the vote in the council.",
    ]
    articles = [article_of({"id": str(n), "published": PUBLISHED, "text": text}) for n, text in enumerate(texts)]
    lines = [extraction_json(one) for one in extract(articles, load_nlp())]
    assert [(line["id"], line["language"], bool(line["mentions"])) for line in lines] == [
        ("0", "en", True),
        ("1", "de", False),
        ("2", "it", False),
        ("3", "en", True),
    ]
    assert [[one["when"]["edtf"] for one in line["expressions"]] for line in lines] == [
        ["2024-03-11"],
        ["2024-03-11"],
        [],
        ["2024-03-12"],
    ]
