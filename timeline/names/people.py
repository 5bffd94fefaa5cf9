"""Names of people: titles off, then surname against surname and given name against given name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.names.asian import chinese, same_chinese, same_korean
from timeline.names.families import IBERIAN
from timeline.names.given import ARABIC_NAMES, FIRST_NAMES
from timeline.names.known import table
from timeline.names.person import PersonName, bare, person
from timeline.names.spelling import alike, frame, plain, same_given, soft, sound, sounds_same, spellings
from timeline.names.words import PARTICLES

ARABIC = frozenset({"bin", "ibn", "bint", "al", "el", "abu"})
INITIALS_ONLY = re.compile(r"[A-Z]{3}(?:['’]s)?")
FEWEST_OF_TWO = 2
ARABIC_VOWELS = 2  # that may differ between two spellings of a surname


def key_of_known(name: str) -> str:
    """The form of a name in which the table of people is looked up."""
    return plain(name).replace(".", "").replace("-", " ")


KNOWN = table("people.txt", key=key_of_known)


@lru_cache(maxsize=65536)
def known_person(name: str) -> str | None:
    """The key of a person in the table; None for any other name."""
    return KNOWN.get(key_of_known(name))


@lru_cache(maxsize=131072)
def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's; a surname alone may be any bearer's."""
    known = known_person(one), known_person(other)
    if known[0] and known[1]:
        return known[0] == known[1]
    return any(same_spelt(a, b) for a in spellings(one) for b in spellings(other))


def same_spelt(one: str, other: str) -> bool:
    """Whether two names may be one person's, umlauts as they are spelt."""
    a, b = person(one), person(other)
    if a is None or b is None or clash(a, b):
        return False
    if a.regal or b.regal:
        return same_regal(a, b)
    if same_surname(a, b) and same_given_names(a, b):
        return True
    return same_initials(one, b) or same_initials(other, a) or same_order(a, b) or same_surname_in_full(a, b)


def clash(one: PersonName, other: PersonName) -> bool:
    """Whether two names cannot be one person's by generation, regnal number or sex.

    "Tom Pell Jr." is not "Tom Pell": who leaves the "Jr." out speaks of the father. A king without a number may be any.
    """
    if one.sex and other.sex and one.sex != other.sex:
        return True
    if one.generation == other.generation:
        return False
    if one.generation and other.generation:
        return True
    marked, unmarked = (one, other) if one.generation else (other, one)
    return bool(unmarked.given) and bool(marked.given) and not (marked.titled or unmarked.titled)


def same_regal(one: PersonName, other: PersonName) -> bool:
    """Whether "King Idris", given name only, is the other: another such name, or that name alone."""
    if one.regal and other.regal:
        return same_given(one.given[0], other.given[0])
    full = other if one.regal else one
    single = one if one.regal else other
    if full.given:
        return full.titled and full.surname[0] in ARABIC and same_given(single.given[0], full.given[0])
    return len(full.surname) == 1 and same_given(single.given[0], full.surname[0])


def same_surname(one: PersonName, other: PersonName) -> bool:
    """Whether two people's surnames are spellings of one, whether or not their particles are written."""
    a, b = bare(one.surname), bare(other.surname)
    if len(a) != len(b):
        # A double surname is often cut to one of its parts; "Garcia" for "Garcia Marquez" is too weak to join.
        return alike("".join(a), "".join(b))
    arabic = is_arabic(one) or is_arabic(other)
    foreign = arabic or respelt(one.given, other.given)
    vowels = ARABIC_VOWELS if arabic else 1
    return all(alike(left, right, transliterated=foreign, vowels=vowels) for left, right in zip(a, b, strict=True))


def is_arabic(name: PersonName) -> bool:
    """Whether a name shows that it was taken over from Arabic letters, which leave short vowels out."""
    return bool(ARABIC & {*name.surname}) or any(given in ARABIC_NAMES for given in name.given)


def respelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two people's given names are one in two spellings, as transliteration leaves them."""
    return bool(one and other) and len(one[0]) > FEWEST_OF_TWO and one[0] != other[0] and same_given(one[0], other[0])


def same_given_names(one: PersonName, other: PersonName) -> bool:
    """Whether the given names of two people of one surname agree, as far as both are told."""
    if not one.given or not other.given:
        return True
    respelt_surname = one.surname != other.surname
    if same_given(one.given[0], other.given[0], transliterated=respelt_surname):
        return same_middle(one.given[1:], other.given[1:])
    fewer, more = sorted((one.given, other.given), key=len)
    if len(more) > len(fewer) and alike("".join(fewer), "".join(more)):
        return True
    return len(fewer) == 1 and not respelt_surname and goes_by_middle(fewer[0], more)


def goes_by_middle(name: str, given: tuple[str, ...]) -> bool:
    """Whether a person is called by a middle name, as "Alder Finch" for "Thomas Alder Finch"."""
    if len(name) == 1 or len(given) < FEWEST_OF_TWO or ARABIC & {*given} or len(given[0]) == 1:
        return False
    return any(len(middle) > 1 and same_given(name, middle) for middle in given[1:])


def same_middle(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether middle names agree where both give them; initials one by one, full names in any place."""
    if any(len(name) == 1 for name in (*one, *other)):
        return all(same_given(a, b) for a, b in zip(one, other, strict=False))
    fewer, more = sorted((one, other), key=len)
    return all(any(same_given(a, b) for b in more) for a in fewer)


def same_initials(short: str, full: PersonName) -> bool:
    """Whether a name of three capitals is the initials of a person's full name."""
    if not INITIALS_ONLY.fullmatch(short) or not full.given or full.generation:
        return False
    return "".join(part[0] for part in parts_of(full)) == short[:3].lower()


def same_order(one: PersonName, other: PersonName) -> bool:
    """Whether two full names are one but for hyphens, or for the family name's place, or for romanisation."""
    if not one.given or not other.given:
        return False
    a, b = parts_of(one), parts_of(other)
    if len(a) == len(b):
        if same_sounds(a, b):
            return True
        swapped = same_sounds(a, (*other.surname, *other.given)) or same_sounds((*one.surname, *one.given), b)
        if swapped and not {a[0], a[-1]} <= FIRST_NAMES:
            return True
    elif written_apart(a, b):
        return True
    a, b = (*one.surname, *one.given), (*other.surname, *other.given)
    return same_korean(a, b) or same_chinese(a, b)


def written_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the other with two of its words written as one, wherever its family name stands."""
    joined = sound("".join(one))
    return any(sound("".join((*other[at:], *other[:at]))) == joined for at in (0, -1, 1))


def same_sounds(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows of plain words sound the same."""
    return len(one) == len(other) and all(sounds_same(a, b) for a, b in zip(one, other, strict=True))


def same_surname_in_full(one: PersonName, other: PersonName) -> bool:
    """Whether one name is the other's double surname alone, or all of it before the mother's or husband's."""
    a, b = sorted((parts_of(one), parts_of(other)), key=len)
    if not FEWEST_OF_TWO <= len(a) < len(b):
        return False
    shorter, longer = sorted((one, other), key=lambda name: len(parts_of(name)))
    if same_sounds(a, longer.surname):
        return True
    if same_sounds(a, b[-len(a) :]):
        return not shorter.given or len(a) > FEWEST_OF_TWO or a[0] in IBERIAN
    before = longer.given if longer.surname[0] == "de" else b[:-1]
    return a[-1] in IBERIAN and a[0] not in IBERIAN and same_sounds(a, before)


def parts_of(name: PersonName) -> tuple[str, ...]:
    """Given names, then surname."""
    return (*name.given, *name.surname)


def person_keys(name: str) -> frozenset[str]:
    """Coarse keys of which all names of one person share at least one."""
    parts = person(name)
    if parts is None:
        return frozenset()
    words = [word for word in parts_of(parts) if word not in PARTICLES and len(word) > 1]
    keys = {soft(frame(re.sub("[ioe]v$", "v", word))) for word in words}
    joined = chinese("".join(parts.given))
    initials = name[:3].lower() if INITIALS_ONLY.fullmatch(name) else "".join(word[0] for word in parts_of(parts))
    return frozenset({*keys, joined, initials, known_person(name) or ""} - {""})
