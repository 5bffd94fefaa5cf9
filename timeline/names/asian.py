"""Two romanisations of one East Asian name: Roh Moo-hyun and No Mu-hyon, Deng Xiaoping and Teng Hsiao-p'ing."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.names.families import CHINESE, KOREAN_FAMILY

SYLLABLES = 2  # of a Korean given name
# McCune-Reischauer, Revised Romanization and the spellings that bearers choose, in this order.
KOREAN_SOUNDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"ee|ui|i$", "i"),
        (r"ch", "j"),
        (r"oo", "u"),
        (r"y?eo|you|yu|yo(?=[nmlk])", "O"),
        (r"eu|ou|o|u", "O"),
        (r"yO", "O"),
        (r"ae|ay", "e"),
        (r"k", "g"),
        (r"t", "d"),
        (r"p", "b"),
        (r"r", "l"),
        (r"sh", "s"),
    )
)
KOREAN_DIGRAPH = re.compile("eo|eu|oo|ou|ee|ui|ch|ae")
# Wade-Giles as newspapers print it, without apostrophes, and Pinyin, to one coarse key.
CHINESE_SOUNDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"tz|ts", "z"),
        (r"hs", "x"),
        (r"zh|ch|j|q", "C"),
        (r"c", "z"),
        (r"d", "t"),
        (r"b", "p"),
        (r"(?<!n)g|(?<=ng)g", "k"),
        (r"ung", "ong"),
        (r"ien|yen", "ian"),
        (r"ieh|yeh", "ie"),
        (r"ueh", "ue"),
        (r"uei", "ui"),
        (r"ih", "i"),
        (r"ee", "i"),
        (r"(?<=[zs])[eu](?=$|[^ainou])", "e"),
        (r"kuo", "ko"),
    )
)


@lru_cache(maxsize=8192)
def korean(syllable: str) -> str:
    """One key for the spellings of a Korean syllable."""
    return respell(syllable, KOREAN_SOUNDS)


@lru_cache(maxsize=8192)
def chinese(word: str) -> str:
    """One key for the spellings of a Chinese name; unlike syllables may share it, so it counts across systems only."""
    return respell(word, CHINESE_SOUNDS)


def respell(word: str, sounds: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """A word after all replacements in order."""
    for pattern, into in sounds:
        word = pattern.sub(into, word)
    return word


def same_korean(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, family name first, are one Korean's in two romanisations.

    "Jong" and "Jung" are two syllables, so a vowel alone does not show another system: a digraph or two parts must.
    """
    if len(one) != 1 + SYLLABLES or len(other) != 1 + SYLLABLES:
        return False
    family = KOREAN_FAMILY.get(one[0])
    if family is None or family != KOREAN_FAMILY.get(other[0]):
        return False
    unlike = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    shown = len(unlike) > 1 or any(KOREAN_DIGRAPH.search(part) for pair in unlike for part in pair)
    return shown and all(korean(a) == korean(b) for a, b in zip(one[1:], other[1:], strict=True))


def same_chinese(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, family name first, are one Chinese's, its given name in two syllables and in one word."""
    if {len(one), len(other)} != {2, 1 + SYLLABLES} or not {one[0], other[0]} <= CHINESE | {"lee"}:
        return False
    same_family = chinese(one[0]) == chinese(other[0])
    return same_family and chinese("".join(one[1:])) == chinese("".join(other[1:]))
