"""Where in a text a rule can match at all: around the words without which it cannot.

One cheap pass over the words finds the places, and the patterns, which are dear, run only there. This is what makes
finding expressions faster than parsing by an order of magnitude.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.expressions import lexicon
from timeline.expressions.rule import Trigger

WORD = re.compile(r"[^\W\d_]+|\d+")
BEFORE, AFTER = 60, 60  # characters around a word that an expression with it can reach


def _words() -> dict[str, tuple[Trigger, ...]]:
    """Which kinds of trigger each word is."""
    found: dict[str, set[Trigger]] = {}

    def add(trigger: Trigger, keys: Iterable[str]) -> None:
        for key in keys:
            for word in WORD.findall(key.lower()):
                found.setdefault(word, set()).add(trigger)

    add("month", lexicon.MONTHS)
    add("weekday", lexicon.WEEKDAYS)
    add("weekday", (f"{day}s" for day in lexicon.WEEKDAYS if day.endswith("day")))
    add("unit", lexicon.UNITS)
    add("unit", (f"{unit}s" for unit in lexicon.UNITS))
    add("unit", ("centuries", "period"))
    add("today", (key for key in lexicon.TODAY if " " not in key))
    add("today", ("tonight", "2nite", "tonite"))
    add("part", lexicon.DAY_PARTS)
    add("part", (f"{part}s" for part in lexicon.DAY_PARTS))
    add("part", ("noon", "midnight", "midday"))
    add("season", lexicon.SEASONS)
    add(
        "vague",
        [
            "now",
            "currently",
            "nowadays",
            "present",
            "presently",
            "moment",
            "current",
            "recently",
            "recent",
            "lately",
            "former",
            "past",
            "future",
            "being",
            "term",
            "shortly",
            "soon",
            "eve",
        ],
    )
    add("vague", ("q",))
    add("set", ("h",))
    add("unit", (f"{unit}long" for unit in ("day", "week", "month", "year", "decade", "century", "hour")))
    add(
        "set",
        [
            "hourly",
            "daily",
            "nightly",
            "weekly",
            "biweekly",
            "fortnightly",
            "monthly",
            "bimonthly",
            "quarterly",
            "semi",
            "annually",
            "semiannually",
            "yearly",
            "biannual",
            "biennial",
            "everyday",
        ],
    )
    add(
        "set",
        [
            "fiscal",
            "financial",
            "fy",
            "half",
            "six",
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
            "eighteen",
            "nineteen",
            "clock",
        ],
    )
    add("era", ("bc", "bce", "b", "ad", "d"))
    add(
        "holiday",
        [
            "year",
            "years",
            "christmas",
            "xmas",
            "boxing",
            "easter",
            "good",
            "palm",
            "ash",
            "pentecost",
            "ascension",
            "thanksgiving",
            "labor",
            "memorial",
            "independence",
            "fourth",
            "july",
            "halloween",
            "labour",
            "whit",
            "holy",
            "maundy",
            "shrove",
            "mardi",
            "corpus",
            "epiphany",
            "souls",
            "st",
            "stephen",
            "canada",
            "bonfire",
            "fawkes",
            "hogmanay",
            "anzac",
            "australia",
            "juneteenth",
            "remembrance",
            "armistice",
            "midsummer",
            "father",
            "yom",
            "rosh",
            "passover",
            "chinese",
            "lunar",
            "eid",
        ],
    )
    add(
        "holiday",
        [
            "valentine",
            "valentines",
            "mother",
            "patrick",
            "veterans",
            "columbus",
            "king",
            "presidents",
            "may",
            "saints",
            "election",
            "april",
            "bastille",
            "groundhog",
            "earth",
            "women",
            "d",
            "vesak",
            "diwali",
            "victory",
            "black",
            "cyber",
        ],
    )
    return {word: tuple(sorted(kinds)) for word, kinds in found.items()}


WORDS = _words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """The places of the words of each kind."""

    length: int
    places: dict[Trigger, list[tuple[int, int]]]

    def __bool__(self) -> bool:
        return bool(self.places)

    def spans(self, triggers: frozenset[Trigger]) -> list[tuple[int, int]]:
        """The stretches around words of these kinds, in order, none overlapping."""
        places = sorted(place for trigger in triggers for place in self.places.get(trigger, ()))
        merged: list[tuple[int, int]] = []
        for first, last in places:
            start, end = max(0, first - BEFORE), min(self.length, last + AFTER)
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return merged


def windows(text: str, words: Mapping[str, tuple[Trigger, ...]] = WORDS) -> Windows:
    """The places in a text where a rule could match; `words` are the triggers of its language."""
    places: dict[Trigger, list[tuple[int, int]]] = {}
    for match in WORD.finditer(text):
        word = match[0]
        if word.isdigit():
            places.setdefault("digits", []).append(match.span())
            if len(word) == 4:
                places.setdefault("year", []).append(match.span())
            continue
        for kind in words.get(word.lower(), ()):
            places.setdefault(kind, []).append(match.span())
    return Windows(length=len(text), places=places)
