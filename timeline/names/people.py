"""Names of people: titles off, then surname against surname and given name against given name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.names.spelling import alike, frame, plain, same_given
from timeline.names.words import FAMILY_FIRST, GENERATIONS, PARTICLES, SUFFIXES, TITLES

INITIALS = re.compile(r"\b([a-z])\.(?=[a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person's name in parts, all plain; `given` is empty where only a surname is told."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    generation: str | None = None


@lru_cache(maxsize=65536)
def person(name: str) -> PersonName | None:
    """The parts of a person's name; None where nothing but titles is left."""
    words = INITIALS.sub(r"\1. ", plain(name)).replace(",", " ").split()
    generation = next((word.rstrip(".") for word in words if word.rstrip(".") in GENERATIONS), None)
    words = [word for word in words if word.rstrip(".") not in SUFFIXES]
    while words and (words[0].rstrip(".") in TITLES or words[0] == "the"):
        words = words[1:]
    if not words:
        return None
    if len(words) > 1 and words[0] in FAMILY_FIRST and len(words) <= 3 and words[-1] not in FAMILY_FIRST:
        return PersonName(given=tuple(words[1:]), surname=(words[0],))
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    if first == 1 and words[0] in PARTICLES:
        first = 0
    return PersonName(given=tuple(words[:first]), surname=tuple(words[first:]), generation=generation)


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's; a surname alone may be any bearer's."""
    a, b = person(one), person(other)
    if a is None or b is None or not same_surname(a.surname, b.surname):
        return False
    if a.generation and b.generation and a.generation != b.generation:
        return False
    if not a.given or not b.given:
        return True
    return same_given(a.given[0], b.given[0]) and same_middle(a.given[1:], b.given[1:])


def same_surname(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two surnames are spellings of one, whether or not their particles are written."""
    a, b = bare(one), bare(other)
    if len(a) != len(b):
        # A double surname is often cut to one of its parts; "Garcia" for "Garcia Marquez" is too weak to join.
        return False
    return all(alike(left, right) for left, right in zip(a, b, strict=True))


def bare(surname: tuple[str, ...]) -> tuple[str, ...]:
    """A surname without particles and without the Arabic article."""
    words = [word.removeprefix("al-").removeprefix("el-") for word in surname if word not in PARTICLES]
    return tuple(words) or surname


def same_middle(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names agree where both give them."""
    return all(same_given(a, b) for a, b in zip(one, other, strict=False))


def surname_key(name: str) -> str | None:
    """A coarse key that all spellings of a person's surname share."""
    parts = person(name)
    return frame(bare(parts.surname)[-1]) if parts else None
