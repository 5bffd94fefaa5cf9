"""Names of people: titles off, then surname against surname and given name against given name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.names.spelling import alike, frame, plain, same_given, soft, spellings
from timeline.names.words import FAMILY_FIRST, GENERATIONS, PARTICLES, SUFFIXES, TITLES

LONGEST_SYLLABLE = 6
ARABIC = frozenset({"bin", "ibn", "bint", "al", "el", "abu"})
# Family names that are given names elsewhere.
ALSO_GIVEN = frozenset({"kim", "lee", "park", "ma", "he", "sun", "chen", "an", "june", "young", "guy", "lin"})
INITIALS = re.compile(r"\b([A-Z])\.\s?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person's name in parts, all plain; `given` is empty where only a surname is told."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    generation: str | None = None


@lru_cache(maxsize=65536)
def person(name: str) -> PersonName | None:
    """The parts of a person's name; None where nothing but titles is left."""
    words = plain(INITIALS.sub(r"\1 ", name)).replace(",", " ").split()
    generation = next((word.rstrip(".") for word in words if word.rstrip(".") in GENERATIONS), None)
    words = [word for word in words if word.rstrip(".") not in SUFFIXES]
    while words and (words[0].rstrip(".") in TITLES or words[0] == "the"):
        words = words[1:]
    if not words:
        return None
    if is_family_first(words):
        return PersonName(given=given_names(words[1:]), surname=(words[0],))
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    if first == 1 and words[0] in PARTICLES:
        first = 0
    return PersonName(given=given_names(words[:first]), surname=tuple(words[first:]), generation=generation)


def is_family_first(words: list[str]) -> bool:
    """Whether the family name comes first; "Kim Novak" has the form of a given name and a surname."""
    if not 2 <= len(words) <= 3 or words[0] not in FAMILY_FIRST or words[-1] in FAMILY_FIRST:
        return False
    short = all(len(part) <= LONGEST_SYLLABLE for word in words[1:] for part in word.split("-"))
    return words[0] not in ALSO_GIVEN or (short and (len(words) == 3 or "-" in words[1]))


def given_names(words: list[str]) -> tuple[str, ...]:
    """Given names one by one: "Jong-un" is two."""
    return tuple(part for word in words for part in word.split("-") if part)


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's; a surname alone may be any bearer's."""
    return any(same_spelt(a, b) for a in spellings(one) for b in spellings(other))


def same_spelt(one: str, other: str) -> bool:
    """Whether two names may be one person's, umlauts as they are spelt."""
    a, b = person(one), person(other)
    if a is None or b is None or not same_surname(a, b):
        return False
    if a.generation and b.generation and a.generation != b.generation:
        return False
    if not a.given or not b.given:
        return True
    first = same_given(a.given[0], b.given[0], transliterated=a.surname != b.surname)
    return first and same_middle(a.given[1:], b.given[1:])


def same_surname(one: PersonName, other: PersonName) -> bool:
    """Whether two people's surnames are spellings of one, whether or not their particles are written."""
    a, b = bare(one.surname), bare(other.surname)
    if len(a) != len(b):
        # A double surname is often cut to one of its parts; "Garcia" for "Garcia Marquez" is too weak to join.
        return False
    foreign = bool(ARABIC & {*one.surname, *other.surname}) or respelt(one.given, other.given)
    return all(alike(left, right, transliterated=foreign) for left, right in zip(a, b, strict=True))


def respelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two people's given names are one in two spellings, as transliteration leaves them."""
    return bool(one and other) and len(one[0]) > 2 and one[0] != other[0] and alike(one[0], other[0])


def bare(surname: tuple[str, ...]) -> tuple[str, ...]:
    """A surname without particles and without the Arabic article."""
    words = [word.removeprefix("al-").removeprefix("el-") for word in surname if word not in PARTICLES]
    return tuple(words) or surname


def same_middle(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names agree where both give them; initials one by one, full names in any place."""
    if any(len(name) == 1 for name in (*one, *other)):
        return all(same_given(a, b) for a, b in zip(one, other, strict=False))
    fewer, more = sorted((one, other), key=len)
    return all(any(same_given(a, b) for b in more) for a in fewer)


def surname_key(name: str) -> str | None:
    """A coarse key that all spellings of a person's surname share."""
    parts = person(name)
    return soft(frame(re.sub("[ioe]v$", "v", bare(parts.surname)[-1]))) if parts else None
