"""A language's rules from its words: the macros that patterns name with @, and what stands before a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import dataclass

from timeline.expressions.languages.lexicon import Lexicon, folded
from timeline.expressions.languages.tense import alternatives
from timeline.expressions.rule import GAP, MACRO, Rule, Trigger
from timeline.written import Unit, Which, Written

PERIODS = ("week", "month", "year", "decade", "century")
BEFORE = 28  # characters before a match that are looked at
OPENING = re.compile(r"(?:^|[.!?:…\n]|[.!?]\s|[“„«»‚‘‹›\"(–—-])\s*$")
DOT = r"(?:\.(?=\s{0,2}(?-i:[\da-zа-яіїє])))?"  # of an abbreviation, not of a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A lexicon with the patterns made of it."""

    lexicon: Lexicon
    macros: Mapping[str, str]
    before: Mapping[str, re.Pattern[str]]


def one_of(words: Iterable[str]) -> str:
    """A group that matches one of some words, and nothing where there are none."""
    return f"(?:{alternatives(list(words))})"


def compound(lexicon: Lexicon) -> str:
    """A number in words, of one word or of tens and ones: "двадцать пять", "treinta y dos", "vingt et un"."""
    tens = one_of(form for form, value in lexicon.numbers.items() if value in range(20, 100, 10))
    ones = one_of(form for form, value in lexicon.numbers.items() if value in range(1, 10))
    joint = f"(?:-|{GAP}(?:{one_of(lexicon.particles['and'])}{GAP})?)"
    return f"(?:{tens}{joint}{ones}|{one_of(lexicon.numbers)})"


def glue(words: Iterable[str]) -> str:
    """A gap that one of some words may fill."""
    listed = list(words)
    return rf"(?:{GAP}(?:{one_of(listed)}{GAP})?)" if listed else f"(?:{GAP})"


def words_of(lexicon: Lexicon) -> Words:
    """The macros of a language, and the patterns of what may stand before a match."""
    small = lexicon.particles
    plain = {key.replace("_", ""): one_of(forms) for key, forms in small.items()}
    macros = {
        **plain,
        "_": GAP,
        "o": rf"(?:{GAP})?",
        "month": one_of(lexicon.months) + DOT,
        "weekday": one_of(lexicon.weekdays),
        "day": rf"(?:(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:{one_of(small['day_suffix'])})?|{one_of(lexicon.day_words)})",
        "year": r"(?:1\d{3}|20\d\d|21\d\d)(?!\d)",
        "unit": one_of(lexicon.units),
        "number": rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|{compound(lexicon)}|{one_of(lexicon.vague_numbers)})",
        "ordinal": rf"(?:{one_of(lexicon.ordinals)}|[1-4](?:\.|-\w{{1,2}})?)",
        "holiday": one_of(lexicon.holidays),
        "minutesbefore": one_of(lexicon.minutes_before),
        "season": one_of(lexicon.seasons),
        "wb": one_of(lexicon.which_before),
        "wa": one_of(lexicon.which_after),
        "days": one_of(lexicon.days),
        "passagedays": one_of(lexicon.passage_days),
        "part": one_of(lexicon.parts),
        "edge": one_of(lexicon.edges),
        "fixed": one_of(lexicon.fixed),
        "everyweekday": one_of(lexicon.every_weekday),
        "everyunit": one_of(lexicon.every_unit),
        "decades": one_of(lexicon.decades),
        "century": one_of(form for form, unit in lexicon.units.items() if unit == "century"),
        "weekend": one_of(form for form, unit in lexicon.units.items() if unit == "weekend"),
        "division": one_of(form for form, unit in lexicon.units.items() if unit in ("quarter", "half")),
        "period": one_of(form for form, unit in lexicon.units.items() if unit in PERIODS),
        "dg": rf"(?:{glue(small['day_glue'])}|(?<=\.))",
        "yg": rf"(?:,?{glue(small['year_glue'])})",
        "ys": rf"(?:{GAP}{one_of(small['year_suffix'])}|{one_of(small['year_ending'])}(?!\w))?",
        "hourword": one_of(lexicon.hours),
        "halfhour": one_of(lexicon.half_hours),
        "minutes": one_of(lexicon.minutes),
        "length": one_of(lexicon.lengths),
        "centuryword": one_of(lexicon.century_words),
        "adjective": one_of(lexicon.year_adjectives),
        "monthunit": one_of(form for form, unit in lexicon.units.items() if unit == "month"),
        "yearunit": one_of(form for form, unit in lexicon.units.items() if unit == "year"),
        "of": rf"(?:{GAP}{one_of(small['of_year'])}(?:{GAP}|(?<=['’]))|{GAP})" if small["of_year"] else GAP,
        "namedhour": one_of(lexicon.named_hours),
        "week": one_of(form for form, unit in lexicon.units.items() if unit == "week"),
        "eg": rf"(?:{GAP}|(?:{GAP})?{one_of(small['edge_glue'])}(?:{GAP}|(?<=')|(?<=’)))",
    }
    before = {key: re.compile(rf"(?<!\w){one_of(forms)}(?:{GAP}|(?<=['’]))$", re.I) for key, forms in small.items()}
    return Words(lexicon=lexicon, macros=macros, before={**before, **edges_before(macros)})


def edges_before(macros: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """The pattern of an edge that stands before a date: "Anfang", "a finales de"."""
    return {
        "edge": re.compile(rf"(?<!\w)(?P<edge>{macros['edge']})(?:{macros['eg']}|(?<=-))$", re.I),
        "first_year": re.compile(
            rf"(?<!\d){macros['year']}{macros['ys']}(?:{GAP}{macros['to']}{GAP}|[-–])$"
            rf"|\b{macros['between']}{GAP}{macros['year']}{macros['ys']}{GAP}{macros['and']}{GAP}$",
            re.I,
        ),
    }


def rule(words: Words, name: str, triggers: str, pattern: str, read: Callable[[re.Match[str]], Written | None]) -> Rule:
    """A rule of a language; its examples stand in the data file."""
    source = MACRO.sub(lambda match: words.macros[match[1]], pattern)
    compiled = re.compile(rf"(?<![\w$£€@#])(?:{source})(?![\w@])", re.IGNORECASE)
    kinds: frozenset[Trigger] = frozenset(triggers.split())  # type: ignore[arg-type]  # checked by a test
    return Rule(name=name, triggers=kinds, pattern=compiled, read=read, examples=words.lexicon.examples.get(name, {}))


def when(words: Sized, one: Rule) -> tuple[Rule, ...]:
    """A rule that only languages with such words have."""
    return (one,) if words else ()


def stands_behind(words: Words, use: str, match: re.Match[str], start: int | None = None) -> bool:
    """Whether one of the words for some use stands right before a match."""
    at = match.start() if start is None else start
    return words.before[use].search(match.string, max(0, at - BEFORE), at) is not None


def is_small(match: re.Match[str], group: str) -> bool:
    """Whether a word is written small, or opens its sentence."""
    start = match.start(group)
    return match[group][0].islower() or OPENING.search(match.string, max(0, start - 3), start) is not None


def which_of(words: Words, match: re.Match[str]) -> Which | None:
    """Which one of its name is meant, by the word before or behind it."""
    before, after = match["which"], match["after"]
    if before:
        return words.lexicon.which_before[folded(before)]
    return words.lexicon.which_after[folded(after)] if after else None


def unit_of(words: Words, text: str) -> Unit:
    """The unit a form names."""
    return words.lexicon.units[folded(text)]


def number_of(words: Words, text: str) -> float | None:
    """The number a phrase tells; None for "several" and its like."""
    plain = folded(text)
    if plain[0].isdigit():
        return float(plain.replace(",", "."))
    if plain in words.lexicon.numbers:
        return words.lexicon.numbers[plain]
    parts = [words.lexicon.numbers.get(part, 0.0) for part in re.split(r"[\s-]", plain)]
    return sum(parts) or None
