"""Every rule proves itself on its own examples."""

from typing import get_args

import pytest

from timeline.expressions import RULES, find_expressions
from timeline.expressions.rule import Trigger

EXAMPLES = [(one.name, text, expected) for one in RULES for text, expected in one.examples.items()]


@pytest.mark.parametrize(("rule", "text", "expected"), EXAMPLES, ids=[f"{name}: {text}" for name, text, _ in EXAMPLES])
def test_a_rule_finds_what_its_examples_say_and_no_more(rule: str, text: str, expected: tuple[str, ...]) -> None:
    assert tuple(one.text for one in find_expressions(text) if one.rule == rule) == expected


def test_every_rule_has_an_example_that_it_finds() -> None:
    assert [one.name for one in RULES if not any(one.examples.values())] == []


def test_no_two_rules_have_one_name() -> None:
    names = [one.name for one in RULES]
    assert len(set(names)) == len(names)


def test_every_trigger_is_a_known_kind_of_word() -> None:
    assert [one.name for one in RULES if not one.triggers or not one.triggers <= set(get_args(Trigger))] == []
