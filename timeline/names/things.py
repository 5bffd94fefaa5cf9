"""Names of organisations and places: articles and legal forms off, acronyms against what they stand for."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.names.known import table
from timeline.names.spelling import alike, frame, plain, soft
from timeline.names.words import (
    BUSINESSES,
    CARS,
    EITHER_SIDE,
    GENERIC,
    LEADING_FORMS,
    LEADING_HEADS,
    LEGAL_FORMS,
    OTHERWISE,
    RIVERS_AND_RANGES,
    SMALL_WORDS,
)

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
ARTICLE = re.compile(r"^(?:the )?(?:(?:ar|as|ash|ad|an|at|az)-|al[- ])(?=\w{3})")
CONNECTED = re.compile(r"-[ei][- ](?=\w)")  # Persian: "Mazar-e-Sharif"
LEAST_JOINED = 5
APOSTROPHE = re.compile(r"['’](?=s$)")
# "Kingdom of Spain", "Islamic Republic of Iran"; those of which two may be told apart only so stand in the table.
LONG_FORM = re.compile(
    r"^(?:(?:federal|federative|islamic|united|hellenic|people s) )?(?:republic|kingdom) of (?:the )?(?=\w)"
)


def american(word: str) -> str:
    """A word in American spelling."""
    return BRITISH.sub(lambda match: AMERICAN[match[0]], word) if len(word) > SHORTEST_BRITISH else word


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The plain words of a thing's name, without a leading article or punctuation, abbreviations written out."""
    name = CONNECTED.sub(" i ", ARTICLE.sub("", plain(name).replace("&", " and " if " & " in name else "&")))
    words = [word.strip(".,()").removesuffix(".com") for word in name.replace("-", " ").split()]
    words = [SHORT.get(word, american(word)) for word in words if word]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return tuple(words)


def key_of_known(name: str) -> str:
    """The form of a name in which the tables are looked up."""
    return " ".join(words_of(name))


BODIES = table("bodies.txt", key=key_of_known)
KNOWN = table("places.txt", key=key_of_known) | BODIES


@lru_cache(maxsize=65536)
def known_thing(name: str) -> str | None:
    """The key of a place or body in the tables, a country's long form aside; None for any other name."""
    key = key_of_known(name)
    return KNOWN.get(key) or KNOWN.get(LONG_FORM.sub("", key)) or BODIES.get(" ".join(core(words_of(name))))


@lru_cache(maxsize=65536)
def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without its legal form."""
    while len(words) > 1 and words[-1] in LEGAL_FORMS | {"&", "and"}:
        words = words[:-1]
    return words[1:] if len(words) > 1 and words[0] in LEADING_FORMS else words


@lru_cache(maxsize=65536)
def short(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without what only its full form carries: a line of business before a legal form, "River", "Lake"."""
    bare = core(words)
    if len(bare) > 1 and (bare[-1] in CARS or (len(bare) < len(words) and bare[-1] in BUSINESSES)):
        left = bare[:-1]
        return bare if set(left) <= GENERIC else left
    if len(bare) > 1 and bare[-1] in RIVERS_AND_RANGES:
        return own_name(bare, bare[:-1])
    return own_name(bare, bare[1:]) if len(bare) > 1 and bare[0] in LEADING_HEADS else bare


def own_name(words: tuple[str, ...], left: tuple[str, ...]) -> tuple[str, ...]:
    """What is left of a river's or lake's name, unless a state, city or person is called so."""
    return words if set(left) <= OTHERWISE | SMALL_WORDS or " ".join(left) in KNOWN else left


@lru_cache(maxsize=131072)
def same_thing(one: str, other: str) -> bool:
    """Whether two names are one organisation's or place's, by spelling, legal form, acronym or table.

    A final "'s" may be a possessive or belong to the name ("Lloyd's").
    """
    return any(same_written(a, b) for a in readings(one) for b in readings(other))


@lru_cache(maxsize=65536)
def readings(name: str) -> tuple[str, ...]:
    """The name, and the name whose last letter is no possessive."""
    whole = APOSTROPHE.sub("", name)
    return (name,) if whole == name else (name, whole)


def same_written(one: str, other: str) -> bool:
    """Whether two names are one thing's, the possessive taken off both."""
    a, b = words_of(one), words_of(other)
    if not a or not b:
        return False
    known = known_thing(one), known_thing(other)
    if known[0] and known[1]:
        return known[0] == known[1]
    if is_acronym(one, b) or is_acronym(other, a):
        return True
    if same_words(core(a), core(b)) or same_short(a, b):
        return True
    return is_same_office(a, b)


def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two rows of plain words are spellings of one, or one with two words of the other joined."""
    if len(one) != len(other):
        joined = "".join(one)
        return len(joined) >= LEAST_JOINED and joined == "".join(other)
    return len(one) == len(other) and all(alike(a, b) for a, b in zip(one, other, strict=True))


def same_short(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the short form of the other; two full forms that differ are two things."""
    a, b = short(one), short(other)
    return (a == other and len(a) < len(one)) or (b == one and len(b) < len(other))


def is_same_office(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether "Ministry of Defence" is "Defence Ministry"; "University of York" is not "York University"."""
    if not {*one} & {*other} & EITHER_SIDE or "of" not in {*one, *other}:
        return False
    return {*one} - SMALL_WORDS == {*other} - SMALL_WORDS


def is_acronym(name: str, words: tuple[str, ...]) -> bool:
    """Whether a name is the initials of these words, small words counted or not."""
    initials = plain(name).removeprefix("the ").replace(".", "")
    letters = [letter for letter in name if letter.isalpha()]
    if not LEAST_ACRONYM <= len(initials) == len(letters) or " " in initials or len(words) < LEAST_ACRONYM:
        return False
    if sum(letter.isupper() for letter in letters) < len(letters) - 1:
        return False
    every = "".join(word[0] for word in words)
    return initials in {every, "".join(word[0] for word in words if word not in SMALL_WORDS)}


def thing_keys(name: str) -> frozenset[str]:
    """Coarse keys of which all names of one thing share at least one."""
    words = words_of(name)
    if not words:
        return frozenset()
    initials = "".join(word[0] for word in words if word not in SMALL_WORDS)
    every = "".join(word[0] for word in words)
    keys = {content(core(words)), content(short(words)), known_thing(name) or ""}
    keys |= {initials, every} if len(words) > 1 else {words[0].replace(".", "")}
    return frozenset(keys - {""})


def content(words: tuple[str, ...]) -> str:
    """The coarse sounds of the words that are not small, in the order of the alphabet."""
    return " ".join(sorted(soft(frame(re.sub("[ioe]v$", "v", word))) for word in words if word not in SMALL_WORDS))
