"""How sure a date is, and that it travels with the date."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.confidence import confidence, kind_of, table
from timeline.exports.json import event_json, extraction_json
from timeline.merge import merge
from timeline.nlp import load_nlp
from timeline.pipeline import extract, extract_expressions
from timeline.reading.record import article_of
from timeline.steps import replay
from timeline.store.payload import pack_expressions, unpack_expressions

TEXT = (
    "The port of Varnholm was closed on 14 March 2024 after a fire on a tanker. It lasted three hours. "
    "The harbour master resigned on Monday. Divers may search the wreck in May."
)
ARTICLE = article_of({"id": "a", "published": "2024-03-20", "text": TEXT, "language": "en"})


def test_every_date_has_a_confidence_and_a_length_has_none() -> None:
    (read,) = extract_expressions([ARTICLE])
    found = {one.expression.text: one.when.confidence if one.when else None for one in read.expressions}
    assert found.pop("three hours") is None
    assert len(found) == 3
    assert all(value is not None and 0 < value < 1 for value in found.values())


def test_what_names_its_year_is_surer_than_what_a_verb_decides() -> None:
    (read,) = extract_expressions([ARTICLE])
    sure = {one.expression.text: one.when.confidence for one in read.expressions if one.when}
    assert sure["14 March 2024"] > sure["May"]


def test_a_confidence_is_the_share_that_was_counted_where_much_was_counted() -> None:
    counts = table()
    often = [kind for kind, total in counts.total.items() if total >= 100 and "*" not in kind]
    assert often
    for kind in often:
        right, total = counts[kind]
        assert confidence(kind) == pytest.approx(right / total, abs=0.05)


@given(
    st.tuples(st.text(max_size=5), st.sampled_from(["text", "published", "odd"]), st.sampled_from(["-", "past", "odd"]))
)
def test_a_kind_that_was_never_seen_has_a_confidence_too(kind: tuple[str, str, str]) -> None:
    assert 0 < confidence(kind) < 1


def test_a_kind_that_was_never_seen_is_as_sure_as_those_it_is_like() -> None:
    assert confidence(("a rule of tomorrow", "text", "-")) > confidence(("a rule of tomorrow", "published", "future"))


def test_two_dates_that_differ_in_confidence_alone_are_one_date() -> None:
    (read,) = extract_expressions([ARTICLE])
    first = read.expressions[0]
    assert first.when is not None
    assert replace(first.when, confidence=None) == first.when == replay(first.steps)


def test_a_confidence_is_stored_and_read_again() -> None:
    (read,) = extract_expressions([ARTICLE])
    again = unpack_expressions(pack_expressions(read.expressions))
    sure = [[one.when and one.when.confidence for one in expressions] for expressions in (read.expressions, again)]
    assert sure[0] == sure[1]


def test_what_was_stored_before_there_was_a_confidence_is_read() -> None:
    (read,) = extract_expressions([ARTICLE])
    old = json.loads(pack_expressions(read.expressions))
    for one in old:
        if one["when"]:
            del one["when"]["confidence"]
    assert unpack_expressions(json.dumps(old)) == read.expressions


def test_mentions_and_events_are_as_sure_as_the_words_that_date_them() -> None:
    (read,) = extract([ARTICLE], load_nlp())
    line = extraction_json(read)
    dated = [one for one in line["mentions"] if one["basis"] == "expression"]
    assert dated
    for mention in dated:
        assert mention["when"]["confidence"] == line["expressions"][mention["expression"]]["when"]["confidence"]
    events = [event_json(event) for event in merge([read])]
    closed = next(event for event in events if event["when"] and event["when"]["edtf"] == "2024-03-14")
    assert closed["when"]["confidence"] == confidence(kind_of(read.expressions[0]))
