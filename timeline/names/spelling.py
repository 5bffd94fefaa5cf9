"""How a name sounds: one key for spellings that differ by transliteration only."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from timeline.names.words import GIVEN_NAMES

POSSESSIVE = re.compile(r"(?<=\w)['’`´]s?$|(?<=s)['’]$")
QUOTES = re.compile(r"[\"“”‘’'`´ʼʹ]")
DOTTED = re.compile(r"\b(?:\w\.){2,}")
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
GIVEN = {form: group.split()[0] for group in GIVEN_NAMES for form in group.split()}

# In this order: endings of Slavic surnames, then sounds, then doubled letters.
SOUNDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"(?<=\w{2})(?:sk|ck|tsk)(?:yy|yi|yj|iy|ii|ij|ij|y|i|yj|iej|ey|ei)$", "ski"),
        (r"(?<=\w{2})(?:off|ow)$", "ov"),
        (r"(?<=\w{2})(?:eff|yev|iev)$", "ev"),
        (r"(?<=\w{2})(?:[oe]vych|[oe]vich|[oe]vitch|[oe]vic|[oe]wicz)$", "ovich"),
        (r"(?<=\w{2})enk[oa]$", "enko"),
        (r"(?<=\w{2})chuk$", "chuk"),
        (r"^(?:al|el|as|ash|an|ad|ar|at|az|ul)-(?=\w{3})", "al-"),
        (r"^ya|^ia|^ja(?=[^mncs])", "ia"),
        (r"^ye|^je(?=[^frns])", "e"),
        (r"^yu|^iu|^ju(?=[^ds])", "iu"),
        (r"shch|sch(?=[^o])|stch", "sh"),
        (r"tch|tsch", "ch"),
        (r"cz", "ch"),
        (r"dzh|dj", "j"),
        (r"kh", "h"),
        (r"gh|dh", "g"),
        (r"zh", "j"),
        (r"ph", "f"),
        (r"ck|q(?!u)", "k"),
        (r"x", "ks"),
        (r"c(?=[aou]|[^aeiouyh]|$)", "k"),
        (r"tz|ts", "ts"),
        (r"oo|ou", "u"),
        (r"ee|ie|iy|yi|yy|ii|ij|yj|ey$|ei$|i[jy]", "i"),
        (r"y|j(?=[aeiou])(?<=[aeiou]j)", "i"),
        (r"aa", "a"),
        (r"w", "v"),
        (r"(\w)\1", r"\1"),
        (r"(?<=[aeiou])h$", ""),
    )
)
# Signs that a spelling was made by transliteration, so that its vowels weigh less: "Mazyr", "Khartoum", "al-Bashir".
TRANSLITERATED = re.compile(
    r"[^aeiouy\W]y[^aeiouy\W]|kh|zh|iy$|yy$|yi|ij$|skiy|enk[oa]$|ov(?:a|ich|ych)?$|ev(?:a)?$|q(?!u)|^al-|aa|dz|sh(?=[^aeiou])|h[^aeiouywrlnmt\W]"
)
VOWELS = re.compile(r"[aeiou]+")


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """The name in small letters without accents, quotation marks, the possessive, or the dots of an acronym."""
    name = POSSESSIVE.sub("", name.strip())
    name = DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), name)
    name = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    name = "".join(letter for letter in name if not unicodedata.combining(letter))
    return " ".join(QUOTES.sub("", name).replace("–", "-").split())


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The key of one plain word; spellings of one transliterated name share it."""
    for pattern, into in SOUNDS:
        word = pattern.sub(into, word)
    return word


@lru_cache(maxsize=65536)
def frame(word: str) -> str:
    """The consonants of a sound, with a mark where vowels stand: a coarser key."""
    return VOWELS.sub("a", sound(word))


def alike(one: str, other: str) -> bool:
    """Whether two plain words are spellings of one name.

    Vowels may differ only where a spelling shows that it was transliterated, and only one for one.
    """
    if one == other or sound(one) == sound(other):
        return True
    if min(len(one), len(other)) < 4 or not (TRANSLITERATED.search(one) or TRANSLITERATED.search(other)):
        return False
    return frame(one) == frame(other) and near_vowels(sound(one), sound(other))


def near_vowels(one: str, other: str) -> bool:
    """Whether the vowels of two sounds with equal consonants differ in one place at most, between neighbours."""
    pairs = [(a, b) for a, b in zip(VOWELS.findall(one), VOWELS.findall(other), strict=True) if a != b]
    return len(pairs) <= 1 and all(frozenset(pair) in NEIGHBOURS for pair in pairs)


NEIGHBOURS = frozenset(
    frozenset(pair)
    for pair in (("o", "a"), ("e", "i"), ("u", "o"), ("ie", "i"), ("ie", "e"), ("ai", "ei"), ("au", "av"), ("e", "a"))
)


def same_given(one: str, other: str) -> bool:
    """Whether two plain given names may be one person's: an initial, a form, a nickname or a spelling of the other."""
    a, b = one.rstrip("."), other.rstrip(".")
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return alike(a, b) or (a in GIVEN and GIVEN[a] == GIVEN.get(b))
