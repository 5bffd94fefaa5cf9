"""Names of organisations and places: articles and legal forms off, acronyms against what they stand for."""

from __future__ import annotations

from functools import lru_cache

from timeline.names.spelling import alike, frame, plain
from timeline.names.words import COUNTRIES, LEGAL_FORMS, SMALL_WORDS

COUNTRY = {form: group.split("|")[0] for group in COUNTRIES for form in group.split("|")}
LEAST_ACRONYM = 2


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The plain words of a thing's name, without a leading article, trailing legal forms or punctuation."""
    words = [word.strip(".,()") for word in plain(name).replace("-", " ").split()]
    words = [word for word in words if word]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    return tuple(words)


@lru_cache(maxsize=65536)
def country(name: str) -> str | None:
    """The key of a country or union with several names; None for any other name."""
    return COUNTRY.get(" ".join(word.strip(".,") for word in plain(name).removeprefix("the ").split()))


def same_thing(one: str, other: str) -> bool:
    """Whether two names are one organisation's or place's, by spelling, legal form, acronym or country."""
    a, b = words_of(one), words_of(other)
    if not a or not b:
        return False
    if country(one) and country(one) == country(other):
        return True
    if len(a) == len(b) and all(alike(left, right) for left, right in zip(a, b, strict=True)):
        return True
    return is_acronym(one, b) or is_acronym(other, a)


def is_acronym(name: str, words: tuple[str, ...]) -> bool:
    """Whether a name is the initials of these words, small words counted or not."""
    short = plain(name).removeprefix("the ").replace(".", "")
    letters = [letter for letter in name if letter.isalpha()]
    if not LEAST_ACRONYM <= len(short) == len(letters) or " " in short or len(words) < LEAST_ACRONYM:
        return False
    if sum(letter.isupper() for letter in letters) < len(letters) - 1:
        return False
    every = "".join(word[0] for word in words)
    return short in {every, "".join(word[0] for word in words if word not in SMALL_WORDS)}


def thing_keys(name: str) -> frozenset[str]:
    """Coarse keys of which all names of one thing share at least one."""
    words = words_of(name)
    if not words:
        return frozenset()
    initials = "".join(word[0] for word in words if word not in SMALL_WORDS)
    every = "".join(word[0] for word in words)
    keys = {frame(words[0]) + frame(words[-1]), country(name) or ""}
    keys |= {initials, every} if len(words) > 1 else {words[0].replace(".", "")}
    return frozenset(keys - {""})
