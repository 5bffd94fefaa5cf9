"""Other languages than English: each proves itself on the examples in its data file."""

import time
from itertools import pairwise
from typing import get_args

import pytest
from dateparser.data.date_translation_data import de, es, fr, ru, uk
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.expressions import find_expressions
from timeline.expressions.languages import LANGUAGES, lexicon, rules_of
from timeline.expressions.rule import Trigger
from timeline.language import READ

EXAMPLES = [
    (code, rule.name, text, expected)
    for code in LANGUAGES
    for rule in rules_of(code)
    for text, expected in rule.examples.items()
]
LOCALES = {"de": de, "es": es, "fr": fr, "ru": ru, "uk": uk}
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
FULL = 5  # letters from which on a form of another lexicon is a name and no abbreviation
MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
NUMBERS = ["3", "12", "24", "1999", "12.07.2021", "10:30", "XIX", ",", ".", "-", "–", "'", "\n", "1er", "-го"]


@pytest.mark.parametrize(("code", "rule", "text", "expected"), EXAMPLES)
def test_a_rule_finds_what_its_examples_say_and_no_more(
    code: str, rule: str, text: str, expected: tuple[str, ...]
) -> None:
    assert tuple(one.text for one in find_expressions(text, language=code) if one.rule == rule) == expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_rule_has_an_example_that_it_finds(code: str) -> None:
    assert [one.name for one in rules_of(code) if not any(one.examples.values())] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_example_belongs_to_a_rule_and_no_two_rules_have_one_name(code: str) -> None:
    names = [one.name for one in rules_of(code)]
    assert len(set(names)) == len(names)
    assert set(lexicon(code).examples) <= set(names)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_trigger_is_a_known_kind_of_word(code: str) -> None:
    assert [one.name for one in rules_of(code) if not one.triggers or not one.triggers <= set(get_args(Trigger))] == []


def test_every_language_with_words_is_one_that_articles_are_told_to_be_in() -> None:
    assert {"en", *LANGUAGES} == set(READ)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("names", "table"), [(MONTHS, "months"), (WEEKDAYS, "weekdays")])
def test_months_and_weekdays_are_those_of_the_common_locale_data(code: str, names: list[str], table: str) -> None:
    ours = getattr(lexicon(code), table)
    for number, name in enumerate(names, start=1):
        theirs = {form.replace("’", "'") for form in LOCALES[code].info[name]}
        assert {ours[form] for form in theirs if form in ours} == {number}
        assert any(len(form) >= FULL or form in ours for form in theirs)


@settings(deadline=None)  # the first text of a language builds its rules
@given(st.sampled_from(LANGUAGES), st.text(max_size=300))
def test_any_text_is_read(code: str, text: str) -> None:
    for one in find_expressions(text, language=code):
        assert text[one.start : one.end] == one.text


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_jumble_of_time_words_is_read_without_overlaps(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(LANGUAGES))
    words = lexicon(code)
    forms = sorted(
        {*words.months, *words.weekdays, *words.units, *words.numbers, *words.days, *words.parts, *words.edges}
        | {*words.which_before, *words.which_after, *words.seasons, *words.decades, *words.fixed}
        | {form for particle in words.particles.values() for form in particle}
    )
    text = " ".join(data.draw(st.lists(st.sampled_from([*forms, *NUMBERS]), max_size=25)))
    found = find_expressions(text, language=code)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_a_language_that_is_not_read_has_no_expressions() -> None:
    assert find_expressions("il 5 maggio 2024", language="it") == ()


@pytest.mark.parametrize(
    ("code", "unit"),
    [
        ("de", "Anfang der "),
        ("de", "3. bis "),
        ("fr", "il y a deux "),
        ("es", "el 3 de "),
        ("ru", "с 3 по "),
        ("uk", "минулого тижня "),
        ("uk", "1"),
    ],
)
def test_time_grows_no_faster_than_the_text(code: str, unit: str) -> None:
    """Four times the text may take four times as long; a square would be sixteen, and a busy machine is allowed for."""
    short, long = unit * (5_000 // len(unit)), unit * (20_000 // len(unit))
    find_expressions(short, language=code)
    spent = [min(measured(text, code) for _ in range(3)) for text in (short, long)]
    assert spent[1] <= 10 * spent[0] + 0.1


def measured(text: str, code: str) -> float:
    """Seconds of this process to read a text."""
    start = time.process_time()
    find_expressions(text, language=code)
    return time.process_time() - start
