"""Where in a text a rule can match at all: around the words without which it cannot.

One cheap pass over the words finds the places, and the patterns, which are dear, run only there. This is what makes
finding expressions faster than parsing by an order of magnitude.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.expressions.rule import Trigger
from timeline.expressions.triggers import TRIGGERS

WORD = re.compile(r"[^\W\d_]+|\d+")
BEFORE, AFTER = 60, 60  # characters around a word that an expression with it can reach
REST = 40  # characters of a word that a stretch would cut


def trigger_words() -> dict[str, tuple[Trigger, ...]]:
    """Which kinds of trigger each word is."""
    found: dict[str, set[Trigger]] = {}
    for trigger, keys in TRIGGERS:
        for key in keys:
            for word in WORD.findall(key.lower()):
                found.setdefault(word, set()).add(trigger)
    return {word: tuple(sorted(kinds)) for word, kinds in found.items()}


WORDS = trigger_words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """The places of the words of each kind in a text."""

    text: str
    places: dict[Trigger, list[tuple[int, int]]]

    def __bool__(self) -> bool:
        return bool(self.places)

    def spans(self, triggers: frozenset[Trigger]) -> list[tuple[int, int]]:
        """The stretches around words of these kinds, in order, none overlapping but for the rest of a word."""
        places = sorted(place for trigger in triggers for place in self.places.get(trigger, ()))
        merged: list[tuple[int, int]] = []
        for first, last in places:
            start, end = max(0, first - BEFORE), min(len(self.text), last + AFTER)
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return [(start, self.end_of_word(end)) for start, end in merged]

    def end_of_word(self, at: int) -> int:
        """Where the word ends that would be cut here, up to REST characters on: a cut number is another number."""
        limit = min(len(self.text), at + REST)
        while at < limit and self.text[at].isalnum() and self.text[at - 1].isalnum():
            at += 1
        return at


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
    return Windows(text=text, places=places)
