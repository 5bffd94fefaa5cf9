"""A person's name in parts: titles and suffixes off, family name and given names told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.names.families import FAMILY_FIRST, PLAINLY_FIRST
from timeline.names.given import FEMININE, MASCULINE
from timeline.names.spelling import plain
from timeline.names.words import (
    ARABIC_ARTICLES,
    FORMS_OF_ADDRESS,
    GENERATIONS,
    GIVEN_PARTICLES,
    MEN,
    OFFICE_TAILS,
    OFFICES,
    PARTICLES,
    REGAL,
    SUFFIXES,
    TITLE_SURNAMES,
    TITLES,
    WOMEN,
)

MOST_BEFORE_OFFICE = 4
INITIALS = re.compile(r"\b([A-Z])\.\s?")
TWO_INITIALS = re.compile(r"^([A-Z])([A-Z])(?=\s+\w*[a-z])")
SYLLABLE = re.compile(r"[bcdfghjklmnpqrstwxyz]{0,2}h?[aeiouwy]+(?:ng|n|k|l|m|p|t|r|h|b)?")
# Family names that are given names elsewhere, so that a form of East Asian syllables must show them.
ALSO_GIVEN = frozenset({"kim", "lee", "park", "ma", "he", "sun", "chen", "an", "june", "young", "guy", "lin"})
AFTER_A_FAMILY_NAME = PLAINLY_FIRST | ALSO_GIVEN
LONGEST_EAST_ASIAN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person's name in parts, all plain; `given` is empty where only a surname is told.

    `regal` says that no surname is told ("King Idris"); `titled` that a title of that kind stands before a full name.
    """

    given: tuple[str, ...]
    surname: tuple[str, ...]
    generation: str | None = None
    sex: str | None = None
    regal: bool = False
    titled: bool = False


@lru_cache(maxsize=65536)
def person(name: str) -> PersonName | None:
    """The parts of a person's name; None where nothing but titles is left."""
    name = in_order(TWO_INITIALS.sub(r"\1 \2", INITIALS.sub(r"\1 ", name)))
    written = [word.strip(".-") for word in plain(name).replace(",", " ").split()]
    told = without_titles([word for word in written if word])
    if "of" in told[1:]:
        told = told[: told.index("of")]
    words = without_suffixes(told)
    if not words:
        return None
    titles = set(written) - set(told)
    generation, titled = generation_of(told), bool(titles & REGAL)
    sex = sex_of(titles) or (sex_of_name(words[0]) if len(words) > 1 or titled else None)
    regal = titled and len(words) == 1
    given, surname = (tuple(words), ()) if regal else split(words)
    return PersonName(given=given, surname=surname, generation=generation, sex=sex, regal=regal, titled=titled)


def in_order(name: str) -> str:
    """ "Ellison, Mara" the other way round; what follows "Mara Ellison," left off."""
    if name.count(",") != 1:
        return name
    before, after = (part.strip() for part in name.split(","))
    words = [word.rstrip(".") for word in plain(after).split()]
    if not words or words[0] in SUFFIXES:
        return name
    if words[0] in TITLES or before.count(" ") > 1 or len(words) > LONGEST_EAST_ASIAN:
        return before
    return f"{after} {before}"


def generation_of(words: list[str]) -> str | None:
    """The generation or regnal number after a name, in one spelling."""
    return next((GENERATIONS[word] for word in words[1:] if word in GENERATIONS and is_last(word, words)), None)


def is_last(word: str, words: list[str]) -> bool:
    """Whether nothing but suffixes follows a word."""
    return all(other in SUFFIXES or other in GENERATIONS for other in words[words.index(word) :])


def without_suffixes(words: list[str]) -> list[str]:
    """The words without generation and degrees at the end."""
    while len(words) > 1 and (words[-1] in SUFFIXES or words[-1] in GENERATIONS):
        words = words[:-1]
    return words[:-1] if len(words) > 1 and words[-1] == "the" else words


def without_titles(words: list[str]) -> list[str]:
    """The words after the titles; a lone "King" is a surname, a lone "Senator" is none."""
    office = max((at for at, word in enumerate(words[:-1][:MOST_BEFORE_OFFICE]) if word in OFFICES), default=-1)
    rest = words[office + 1 :]
    titled = office >= 0
    while rest and (is_title(rest[0]) or (titled and rest[0] in OFFICE_TAILS)):
        titled, rest = True, rest[1:]
    alone = len(words) == 1 or (len(words) == 2 and words[0] in FORMS_OF_ADDRESS)
    return rest or (words[-1:] if alone and words[-1] in TITLE_SURNAMES else [])


def is_title(word: str) -> bool:
    """Whether a word is a title, or two joined by a hyphen."""
    return word == "the" or word in TITLES or ("-" in word and all(part in TITLES for part in word.split("-")))


def halves(word: str) -> list[str]:
    """The parts of a hyphenated word; an Arabic article in the form of its citation."""
    parts = word.split("-")
    if len(parts) > 1 and parts[0] in ARABIC_ARTICLES:
        parts[0] = "al"
    return parts


def sex_of(titles: set[str]) -> str | None:
    """The sex that titles tell; None where they tell none or both."""
    man, woman = bool(titles & MEN), bool(titles & WOMEN)
    return None if man == woman else "man" if man else "woman"


def sex_of_name(given: str) -> str | None:
    """The sex of those who bear a given name; None where both do."""
    return "man" if given in MASCULINE else "woman" if given in FEMININE else None


def split(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given names and surname of plain words without titles; "Jong-un" is two given names."""
    parts = flat(words)
    if words[0] == parts[0] and is_family_first(parts, hyphenated=len(words) < len(parts)):
        return parts[1:], parts[:1]
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    if first == 1 and words[0] in PARTICLES - GIVEN_PARTICLES:
        first = 0
    return flat(words[:first]), flat(words[first:])


def flat(words: Sequence[str]) -> tuple[str, ...]:
    """The words and the parts of hyphenated ones, in order."""
    return tuple(part for word in words for part in halves(word) if part)


def is_family_first(words: Sequence[str], *, hyphenated: bool) -> bool:
    """Whether the family name comes first; "Kim Novak" has the form of a given name and a surname."""
    if not 1 < len(words) <= LONGEST_EAST_ASIAN or words[0] not in FAMILY_FIRST:
        return False
    plainly = hyphenated or (len(words) == LONGEST_EAST_ASIAN and words[0] in AFTER_A_FAMILY_NAME)
    if words[-1] in AFTER_A_FAMILY_NAME and not plainly:
        return False
    if words[0] in PLAINLY_FIRST and words[0] not in ALSO_GIVEN:
        return True
    return len(words) == LONGEST_EAST_ASIAN and all(SYLLABLE.fullmatch(word) for word in words[1:])


def bare(surname: tuple[str, ...]) -> tuple[str, ...]:
    """A surname without particles and without the Arabic article."""
    return tuple(word for word in surname if word not in PARTICLES) or surname
