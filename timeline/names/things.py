"""Names of organisations and places: articles and legal forms off, acronyms against what they stand for."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.names.spelling import alike, frame, plain, soft
from timeline.names.words import COUNTRIES, LEGAL_FORMS, SMALL_WORDS

COUNTRY = {form: group.split("|")[0] for group in COUNTRIES for form in group.split("|")}
LEAST_ACRONYM = 2
SHORT = {
    "mt": "mount",
    "st": "saint",
    "ft": "fort",
    "univ": "university",
    "dept": "department",
    "intl": "international",
}
AMERICAN = {"our": "or", "tre": "ter", "fence": "fense", "isation": "ization", "programme": "program"}
BRITISH = re.compile("|".join(f"{ending}$" for ending in AMERICAN))
SHORTEST_BRITISH = 5


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The plain words of a thing's name, without a leading article or punctuation, abbreviations written out."""
    words = [word.strip(".,()") for word in plain(name).replace("-", " ").split()]
    words = [SHORT.get(word, american(word)) for word in words if word]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return tuple(words)


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without its legal form."""
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    return words


def american(word: str) -> str:
    """A word in American spelling."""
    return BRITISH.sub(lambda match: AMERICAN[match[0]], word) if len(word) > SHORTEST_BRITISH else word


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
    if is_acronym(one, b) or is_acronym(other, a):
        return True
    a, b = core(a), core(b)
    if len(a) == len(b) and all(alike(left, right) for left, right in zip(a, b, strict=True)):
        return True
    return len(a) > 1 and "of" in {*a, *b} and set(a) - SMALL_WORDS == set(b) - SMALL_WORDS


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
    content = sorted(soft(frame(re.sub("[ioe]v$", "v", word))) for word in core(words) if word not in SMALL_WORDS)
    keys = {" ".join(content), country(name) or ""}
    keys |= {initials, every} if len(words) > 1 else {words[0].replace(".", "")}
    return frozenset(keys - {""})
