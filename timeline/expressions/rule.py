"""What a rule is: a pattern over raw text, what it reads out of a match, and the examples that prove both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.expressions import lexicon
from timeline.types import TimeExpression
from timeline.written import Written

Trigger = Literal[
    "month", "weekday", "unit", "digits", "year", "today", "part", "season", "vague", "holiday", "set", "era"
]

# One gap between words: never across a blank line, and never long, so that matching stays linear.
GAP = r"(?:[^\S\n]|\n(?!\s*\n)){1,3}"
APOSTROPHE = "['’]"


def words(keys: Iterable[str]) -> str:
    """An alternation of words, longest first, with gaps for spaces."""
    ordered = sorted(keys, key=lambda key: (-len(key), key))
    return "(?:" + "|".join(re.escape(key).replace(r"\ ", GAP).replace("'", APOSTROPHE) for key in ordered) + ")"


TENS = words(lexicon.TENS)
SMALL = words(lexicon.SMALL)
ORDINAL_WORDS = words(lexicon.ORDINALS)
SPELT = (
    rf"(?:{TENS}(?:(?:-|{GAP}){SMALL})?|{SMALL})"
    rf"(?:{GAP}(?:hundred|thousand)(?:{GAP}(?:and{GAP})?(?:{TENS}(?:-{SMALL})?|{SMALL}))?)?"
)
# The year in words, as it is read aloud; behind a day it needs nothing around it that says it is one.
YEAR_WORDS = (
    rf"(?:(?:fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?:{GAP}hundred(?:{GAP}and)?)?[\s-]"
    rf"(?:{TENS}(?:[\s-]{words(lexicon.SMALL[1:10])})?|{words(lexicon.SMALL[10:])}|oh[\s-]{words(lexicon.SMALL[1:10])})"
    rf"|two{GAP}thousand(?:{GAP}(?:and{GAP})?(?:{TENS}(?:[\s-]{words(lexicon.SMALL[1:10])})?|{words(lexicon.SMALL[1:])}))?)"
)
FULL_MONTHS = [key for key in lexicon.MONTHS if len(key) > 4 or key in ("june", "july", "may")]
SHORT_MONTHS = [key for key in lexicon.MONTHS if key not in FULL_MONTHS]
FULL_WEEKDAYS = [key for key in lexicon.WEEKDAYS if key.endswith("day")]
SHORT_WEEKDAYS = [key for key in lexicon.WEEKDAYS if not key.endswith("day")]

# The words a pattern may name with @; a pattern is VERBOSE, so a gap is written @_ and an optional one @o.
MACROS: Mapping[str, str] = {
    "_": GAP,
    "o": rf"(?:{GAP})?",
    "dash": rf"(?:(?:{GAP})?[-–—](?:{GAP})?)",
    "hyphen": rf"(?:[-‐‑]|{GAP})",
    "month": rf"(?:{words(FULL_MONTHS)}|{words(SHORT_MONTHS)}\b\.?)",
    "weekday": rf"(?:{words(FULL_WEEKDAYS)}|{words(SHORT_WEEKDAYS)}\b\.?)",
    "fullday": words(FULL_WEEKDAYS),
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
    "th": r"(?:st|nd|rd|th)",
    "ordinalday": (
        r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)|(?:twenty|thirty)[- ]"
        rf"(?:{words(list(lexicon.ORDINALS)[:9])})|{ORDINAL_WORDS})"
    ),
    "year": r"(?:1\d{3}|20\d\d|21\d\d)(?!\d)",
    "yearwords": YEAR_WORDS,
    "bc": (
        rf"(?:BCE?\b|B\.(?:{GAP})?C\.(?:(?:{GAP})?E\.)?"
        rf"|before{GAP}(?:Christ|(?:our|the{GAP}(?:common|Christian)){GAP}era)\b)"
    ),
    "ad": rf"(?:AD|A\.D\.|C\.E\.|CE|after{GAP}Christ)",
    "unit": rf"(?:{words(key for key in lexicon.UNITS if key not in ('night', 'mos'))}s?|mos)",
    "units": rf"(?:{words(key for key in lexicon.UNITS if key not in ('night', 'millennia', 'mos'))}s|millennia|mos)",
    "longunit": r"(?:days?|weeks?|weekends?|months?|quarters?|years?|decades?|century|centuries)",
    "season": words(lexicon.SEASONS),
    "part": words(key for key in lexicon.DAY_PARTS if key != "overnight"),
    "spelt": SPELT,
    "ordinal": rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty)-{ORDINAL_WORDS}|{ORDINAL_WORDS})",
    "number": (
        rf"(?:\d{{1,3}}(?:,\d{{3}})?(?:\.\d{{1,2}})?(?:{GAP}\d/\d|[½¼¾]|-odd)?|{SPELT}(?:-and-a-half|-odd)?|\d{{4}})"
    ),
    "loose": words(lexicon.LOOSE_NUMBERS),
    "vague": words(lexicon.VAGUE_NUMBERS),
    "which": words(lexicon.WHICH),
    "today": words(lexicon.TODAY),
    "zone": rf"(?:(?:{'|'.join(z.upper() for z in lexicon.ZONES if z != 'z')})\b)",
}
MACRO = re.compile(r"@(_|[a-z]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way of writing a time.

    `read` gives what a match says, None where it says no time after all. The expression is the group `span` where the
    pattern has one, else the whole match. `triggers` are the kinds of word without one of which it cannot match.
    """

    name: str
    triggers: frozenset[Trigger]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Written | None]
    examples: Mapping[str, tuple[str, ...]]


def rule(
    name: str,
    triggers: str,
    pattern: str,
    read: Callable[[re.Match[str]], Written | None],
    examples: Mapping[str, tuple[str, ...]],
) -> Rule:
    """A rule from the source of its pattern: macros filled in, word boundaries added at both ends."""
    source = MACRO.sub(lambda match: MACROS[match[1]], pattern)
    compiled = re.compile(rf"(?<![\w$£€@#])(?:{source})(?![\w@])", re.VERBOSE | re.IGNORECASE)
    kinds: frozenset[Trigger] = frozenset(triggers.split())  # type: ignore[arg-type]  # checked by a test
    return Rule(name=name, triggers=kinds, pattern=compiled, read=read, examples=examples)


def expression(rule: Rule, match: re.Match[str]) -> TimeExpression | None:
    """The expression a match makes, None where the rule reads nothing in it."""
    written = rule.read(match)
    if written is None:
        return None
    start, end = match.span("span") if "span" in rule.pattern.groupindex else match.span()
    return TimeExpression(start=start, end=end, text=match.string[start:end], written=written, rule=rule.name)
