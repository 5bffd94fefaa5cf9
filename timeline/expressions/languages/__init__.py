"""Times in other languages than English: the same values, found by rules whose words are a data file a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from timeline.expressions.languages import dates, days, joins, lengths
from timeline.expressions.languages.lexicon import LANGUAGES, Lexicon, lexicon
from timeline.expressions.languages.patterns import Words, words_of
from timeline.expressions.matching import matches
from timeline.expressions.rule import Rule, Trigger
from timeline.expressions.windows import WORD, windows
from timeline.types import TimeExpression

__all__ = ["LANGUAGES", "find_in", "lexicon", "rules_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language ready to be read: its words, its rules, and the words near which they can match."""

    words: Words
    rules: tuple[Rule, ...]
    triggers: dict[str, tuple[Trigger, ...]]


@cache
def language(code: str) -> Language:
    """The language with that code, which has a data file."""
    words = words_of(lexicon(code))
    # Of two expressions over the same words the earlier rule wins.
    rules = (*dates.rules(words), *days.rules(words), *lengths.rules(words))
    return Language(words=words, rules=rules, triggers=triggers_of(words.lexicon))


def rules_of(code: str) -> tuple[Rule, ...]:
    """The rules of a language."""
    return language(code).rules


def find_in(text: str, code: str) -> tuple[TimeExpression, ...]:
    """The expressions of time in a text of that language, in order; none overlap."""
    one = language(code)
    found = list(matches(text, one.rules, windows(text, one.triggers)))
    for refine in joins.refiners(one.words):
        found = refine(text, found)
    return tuple(found)


def triggers_of(lexicon: Lexicon) -> dict[str, tuple[Trigger, ...]]:
    """Which kinds of trigger each word of a language is: of a form with several words, the longest."""
    kinds: dict[Trigger, Iterable[str]] = {
        "month": (*lexicon.months, *halves(lexicon)),
        "weekday": (*lexicon.weekdays, *compounds(lexicon)),
        "unit": (*lexicon.units, *lexicon.lengths, *lexicon.particles["clock_after"], *lexicon.particles["turn"]),
        "today": (
            *lexicon.named_hours,
            *lexicon.parts,
            *lexicon.days,
            *lexicon.fixed,
            *lexicon.passage_days,
            *lexicon.minutes,
            *lexicon.particles["half_before"],
            *lexicon.minutes_before,
        ),
        "season": lexicon.seasons,
        "holiday": lexicon.holidays,
        "set": (*lexicon.every_weekday, *lexicon.every_unit, *lexicon.decades),
    }
    found: dict[str, set[Trigger]] = {}
    for kind, forms in kinds.items():
        for form in forms:
            found.setdefault(max(WORD.findall(form), key=len), set()).add(kind)
    return {word: tuple(sorted(kinds)) for word, kinds in found.items()}


def halves(lexicon: Lexicon) -> Iterable[str]:
    """Months written in one word with their half: "Märzhälfte"."""
    return (month + half for month in lexicon.months for half in lexicon.particles["month_half"])


def compounds(lexicon: Lexicon) -> Iterable[str]:
    """Weekdays written in one word with a part of the day: "Dienstagabend"."""
    return (day + part for day in lexicon.weekdays for part in lexicon.parts)
