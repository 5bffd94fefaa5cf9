"""How a name sounds: one key for spellings that differ by transliteration only."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from timeline.names.families import OWN_SPELLING
from timeline.names.given import GIVEN

POSSESSIVE = re.compile(r"(?<=\w)['’`´]s?$|(?<=s)['’]$")
NONE: frozenset[str] = frozenset()
QUOTES = re.compile(r"[\"“”‘’'`´ʼʹ]")
DOTTED = re.compile(r"\b(?:\w\.){2,}")
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "å": "aa",
        "Å": "Aa",
        "ø": "oe",
        "đ": "dj",
        "Đ": "Dj",
    }
)

# In this order: endings of Slavic surnames, then sounds, then doubled letters.
SOUNDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"(?<=\w{2})(?:sk|ck|tsk)(?:yy|yi|yj|iy|ii|ij|ij|y|i|yj|iej|ey|ei)$", "ski"),
        (r"(?<=\w{2})(?:off|ow)$", "ov"),
        (r"(?<=\w{2})[yi]?e(?:ff|v)$", "ev"),
        (r"(?<=\w{2})(?:[oe]vych|[oe]vich|[oe]vitch|[oe]vic|[oe]wicz)$", "ovich"),
        (r"(?<=\w{2})enk[oa]$", "enko"),
        (r"(?<=\w{2})chuk$", "chuk"),
        (r"witsch$", "vich"),
        (r"iyy?(?:eh|ah|a)$", "ia"),
        (r"zj", "j"),
        (r"[oa]u(?=sk)", "ov"),  # Belarusian: "Kupalauski", Kupalovsky
        (r"^tsi(?=\w*sk)", "ti"),
        (r"^ya|^ia|^ja(?=[^mncs])", "ia"),
        (r"^ye|^je(?=[^frns])", "e"),
        (r"^yu|^iu|^ju(?=[^ds])", "iu"),
        (r"shch|sch(?=[^o])|stch", "sh"),
        (r"tch|tsch", "ch"),
        (r"cz", "ch"),
        (r"dzh|dj", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh(?!$)", "d"),
        (r"zh", "j"),
        (r"ph", "f"),
        (r"ck|q(?!u)", "k"),
        (r"(?<=[cs]h)y?ov$|(?<=j)y?ov$", "ev"),
        (r"(?<=[aeiou])y(?=e)", ""),
        (r"(?<=[aeo])y(?=[^aeiouy])", "i"),
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
    r"""[^aeiouy\W]y[^aeiouy\W]|[aeo]y[^aeiouy\W]|kh|zh|dh|iy$|yy$|yi|ij$|skiy|enk[oa]$|[oe]v(?:a|ich|ych)?$
    |q(?!u)|aa|dz|dh|[^aeiou\W]sk$|sh(?=[^aeiou])|h[^aeiouywrlnmt\W]""",
    re.VERBOSE,
)
SLAVIC_ENDS = frozenset({"iv", "ov", "ev"})
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
def spellings(name: str) -> tuple[str, ...]:
    """The name as it is, and with its umlauts written out, where it has any."""
    composed = unicodedata.normalize("NFC", name)
    spelt = composed.translate(UMLAUTS)
    return (name,) if spelt == composed else (name, spelt)


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


def sounds_same(one: str, other: str) -> bool:
    """Whether two plain words sound the same; "Smyth" and "Smith" are told apart though."""
    return one == other or (sound(one) == sound(other) and not (one in OWN_SPELLING and other in OWN_SPELLING))


def alike(one: str, other: str, *, transliterated: bool = False, vowels: int = 1) -> bool:
    """Whether two plain words are spellings of one name.

    Vowels, and "g" beside "h" or "k", may differ only where a spelling shows that it was transliterated (or the caller
    knows that it was), and only one for one, `vowels` of them at most.
    """
    if sounds_same(one, other):
        return True
    if one in OWN_SPELLING and other in OWN_SPELLING:
        return False
    if min(len(one), len(other)) < 4:
        return False
    if one[-2:] in SLAVIC_ENDS and other[-2:] in SLAVIC_ENDS:
        return alike_stems(one[:-2], other[:-2])
    if not (transliterated or TRANSLITERATED.search(one) or TRANSLITERATED.search(other)):
        return False
    return soft(frame(one)) == soft(frame(other)) and near_vowels(sound(one), sound(other), most=vowels)


def alike_stems(one: str, other: str) -> bool:
    """Whether "Khark-iv" and "Khark-ov" are one: equal stems, "h" and "g" aside."""
    return soft(sound(f"{one}o")) == soft(sound(f"{other}o"))  # "h" is silent at the end of a word only


def soft(key: str) -> str:
    """A key in which "g", "h" and a first "k" are one letter: Luhansk, Lugansk; Qaddafi, Gaddafi."""
    return ("g" + key[1:] if key[:1] == "k" else key).replace("h", "g")


def near_vowels(one: str, other: str, *, most: int) -> bool:
    """Whether the vowels of two sounds with equal consonants differ in so many places at most, between neighbours."""
    pairs = [(a, b) for a, b in zip(VOWELS.findall(one), VOWELS.findall(other), strict=True) if a != b]
    return len(pairs) <= most and all(are_neighbours(*pair) for pair in pairs)


def are_neighbours(one: str, other: str) -> bool:
    """Whether two runs of vowels are often written for one sound: "o" and "a", "ua" and "oa"."""
    if len(one) != len(other):
        return frozenset({one, other}) in NEIGHBOURS
    apart = [frozenset(pair) for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(apart) == 1 and apart[0] in NEIGHBOURS


NEIGHBOURS = frozenset(
    frozenset(pair)
    for pair in (
        ("o", "a"),
        ("e", "i"),
        ("e", "o"),
        ("u", "o"),
        ("ie", "i"),
        ("ie", "e"),
        ("ai", "ei"),
        ("au", "av"),
        ("e", "a"),
    )
)


def same_given(one: str, other: str, *, transliterated: bool = False) -> bool:
    """Whether two plain given names may be one person's: an initial, a form, a nickname or a spelling of the other."""
    a, b = one.rstrip("."), other.rstrip(".")
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return alike(a, b, transliterated=transliterated) or bool(GIVEN.get(a, NONE) & GIVEN.get(b, NONE))
