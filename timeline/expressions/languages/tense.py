"""Which way a sentence looks, by the forms of its verbs: what a language without a parser can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from timeline.expressions.rule import GAP

Direction = Literal["past", "future", "present"]

SENTENCE_END = re.compile(r"(?<!\d)[.!?…][\"'”“»)]*\s+|\n")
# A comma in a list of figures ends no clause: "3, 4 oder 5".
CLAUSE_END = re.compile(r"(?<!\d),|,(?!\s?\d)|[;:()«»„“”\"]|\s[–—-]\s")
OPENS = re.compile(r"(?:^|[.!?…:]\s|\n|[«„“\"»])\s?$")
SMALL = re.compile(rf"{GAP}(?:[a-zа-яà-ÿёіїєґ]|\d)")
REACH = 300  # characters of a sentence either way
BEHIND = 15  # characters that a verb behind an expression counts as farther away than one before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The verb forms that look one way: a pattern, and the words that only end like them.

    `participles` are forms that are verbs where they open a sentence: "Élue en octobre, …".
    """

    pattern: re.Pattern[str]
    participles: re.Pattern[str]
    words: frozenset[str]
    others: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenses:
    """The verb forms of a language by where they look, the words before a deadline and before a beginning.

    `moving` are the verbs that put something off, `moved` the words before the date it was put off to.

    `opening` says that a capital at the start of a sentence may be a verb's: nouns are written small, and the subject
    may be left out ("Dimitió el 4 de mayo").
    """

    past: Marks
    future: Marks
    present: Marks
    deadline: re.Pattern[str]
    since: re.Pattern[str]
    moving: re.Pattern[str]
    moved: re.Pattern[str]
    opening: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Where a sentence looks, the word that shows it, whether it stands in the same clause, or only ends a time."""

    direction: Direction
    word: str
    near: bool
    deadline: bool = False


def tenses_of(data: Mapping[str, Any], deadline: tuple[str, ...], since: tuple[str, ...], *, opening: bool) -> Tenses:
    """The tenses of a language's data file."""
    return Tenses(
        past=marks_of(data["past"]),
        future=marks_of(data["future"]),
        present=marks_of(data["present"]),
        deadline=re.compile(rf"(?<!\w)(?:{alternatives(deadline)}){GAP}(?:\w+{GAP})?$", re.IGNORECASE),
        since=re.compile(rf"(?<!\w)(?:{alternatives(since)}){GAP}$", re.IGNORECASE),
        moving=re.compile(rf"(?<![\w-])(?:{alternatives(data['moved']['words'])})(?![\w-])", re.IGNORECASE),
        moved=re.compile(rf"(?<![\w-])(?:{alternatives(data['moved']['to'])}){GAP}$", re.IGNORECASE),
        opening=opening,
    )


def marks_of(data: Mapping[str, list[str]]) -> Marks:
    """The verb forms of one tense."""
    endings = rf"|\w{{2,30}}(?:{alternatives(data['endings'])})" if data["endings"] else ""
    source = rf"(?<![\w-])(?:{alternatives(data['words'])}{endings})(?![\w-])"
    participles = rf"(?<![\w-])\w{{1,30}}(?:{alternatives(data.get('participles', []))})(?![\w-])"
    return Marks(
        pattern=re.compile(source, re.IGNORECASE),
        participles=re.compile(participles),
        words=frozenset(data["words"]),
        others=frozenset(data["not"]),
    )


def alternatives(words: tuple[str, ...] | list[str]) -> str:
    """A choice of words, longest first; one that never matches where there are none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(spelt(word) for word in ordered) or r"(?!)"


def spelt(word: str) -> str:
    """The pattern of a word in all its spellings: every apostrophe, and Russian ё, which most write е."""
    return re.sub("[её]", "[её]", re.escape(word).replace(r"\ ", GAP).replace("'", "['’ʼ]"))


def look(text: str, start: int, end: int, tenses: Tenses) -> Look | None:
    """Where the sentence around a stretch of text looks; None where no verb form shows it."""
    low, high = sentence(text, start, end)
    inner_low, inner_high = clause(text, start, end, low, high)
    own = nearest(text, (inner_low, start, end, inner_high), tenses)
    deadline = tenses.deadline.search(text, low, start) is not None
    if deadline and (own is None or own[0] != "past"):
        return Look(direction="future", word=text[low:start].split()[-1], near=True, deadline=True)
    moved = tenses.moved.search(text, inner_low, start) and (
        tenses.moving.search(text, inner_low, start) or tenses.moving.search(text, end, inner_high)
    )
    if moved:
        return Look(direction="future", word=moved[0], near=True, deadline=True)
    if tenses.since.search(text, low, start) and (own is None or own[0] != "future"):
        return Look(direction="past", word=text[low:start].split()[-1], near=True)
    if own is not None:  # "adjourned until 25 March": what lasts to a day need not have reached it
        return Look(direction=own[0], word=own[1], near=not deadline)
    for match in (
        *words_of(text, (inner_low, start), tenses.present, tenses),
        *words_of(text, (end, inner_high), tenses.present, tenses),
    ):
        return Look(direction="present", word=match[0], near=True)
    far = nearest(text, (low, start, end, high), tenses)
    return Look(direction=far[0], word=far[1], near=False) if far else None


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a stretch, as far as it is looked at."""
    low = max(0, start - REACH)
    breaks = [match.end() for match in SENTENCE_END.finditer(text, low, start)]
    stop = SENTENCE_END.search(text, end, min(len(text), end + REACH))
    return (breaks[-1] if breaks else low), (stop.start() if stop else min(len(text), end + REACH))


def clause(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The stretch of a sentence between the marks around an expression."""
    breaks = [match.end() for match in CLAUSE_END.finditer(text, low, start)]
    stop = CLAUSE_END.search(text, end, high)
    if breaks and not text[breaks[-1] : start].strip() and stop is None:
        return low, high  # an expression between commas belongs to what stands around it
    return (breaks[-1] if breaks else low), (stop.start() if stop else high)


def nearest(text: str, places: tuple[int, int, int, int], tenses: Tenses) -> tuple[Direction, str] | None:
    """The verb form nearest to an expression that looks back or ahead."""
    low, start, end, high = places
    found: list[tuple[int, Direction, str]] = []
    kinds: tuple[tuple[Direction, Marks], ...] = (("future", tenses.future), ("past", tenses.past))
    for direction, marks in kinds:
        found += [(start - match.end(), direction, match[0]) for match in words_of(text, (low, start), marks, tenses)]
        found += [
            (match.start() - end + BEHIND, direction, match[0]) for match in words_of(text, (end, high), marks, tenses)
        ]
    return min(found, key=lambda one: one[0])[1:] if found else None


def words_of(text: str, stretch: tuple[int, int], marks: Marks, tenses: Tenses) -> Iterator[re.Match[str]]:
    """The verb forms of a tense in a stretch; one with a capital is listed, or opens a sentence."""
    for match in marks.pattern.finditer(text, *stretch):
        word = match[0].lower()
        small = match[0][0].islower() or (tenses.opening and is_opening(match))
        if word not in marks.others and (word in marks.words or small):
            yield match
    if tenses.opening and (opening := marks.participles.search(text, *stretch)) and is_opening(opening):
        yield opening


def is_opening(match: re.Match[str]) -> bool:
    """Whether a word opens a sentence, and is not the first of a name: "Ángela Ruiz"."""
    before = match.string[max(0, match.start() - 3) : match.start()]
    return OPENS.search(before) is not None and SMALL.match(match.string, match.end()) is not None
