"""Numbers as people write them, read into numbers."""

from __future__ import annotations

import re

from timeline.expressions.lexicon import LOOSE_NUMBERS, NUMBERS, ORDINALS, TENS
from timeline.written import Modifier

PLAIN = re.compile(r"(?P<whole>\d[\d,]*(?:\.\d+)?)(?:\s+(?P<over>\d)/(?P<under>[1-9]))?")
FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
ONE = re.compile(r"(?:an?|another) (?:single|full|whole|entire|additional|extra|further)")
HALF = re.compile(r"(?P<whole>.+) and (?:a )?half")


def spelt_number(text: str) -> int | None:
    """The number of "twenty-four", "two hundred and five", "three thousand"; None for any other word."""
    total = current = 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word == "and":
            continue
        if word in ("hundred", "thousand"):
            current = (current or 1) * (100 if word == "hundred" else 1000)
            total, current = total + current, 0
        elif word in NUMBERS:
            current += NUMBERS[word]
        else:
            return None
    return total + current


def number(text: str) -> float | None:
    """The number of "24", "5 1/2", "1,000" or "twenty-four"; None where it is none."""
    text = re.sub(r"(\d)([½¼¾])", lambda match: f"{match[1]} {FRACTIONS[match[2]]}", text.strip().lower())
    if text.endswith("-and-a-half"):
        whole = spelt_number(text.removesuffix("-and-a-half"))
        return None if whole is None else whole + 0.5
    if match := PLAIN.fullmatch(text):
        value = float(match["whole"].replace(",", ""))
        return value + (int(match["over"]) / int(match["under"]) if match["over"] else 0)
    value_spelt = spelt_number(text)
    return None if value_spelt is None else float(value_spelt)


def counted(text: str) -> tuple[float | None, Modifier | None]:
    """The number a phrase tells, and "about" for one it tells loosely; None for "several" and its like."""
    plain = re.sub(r"\s+", " ", text.lower()).strip()
    plain = re.sub(r"^another (?=\w)", "", plain)
    if plain in ("a", "an", "another", "one", "the", "per", "one more") or ONE.fullmatch(plain):
        return 1, None
    if plain in LOOSE_NUMBERS:
        return LOOSE_NUMBERS[plain], "APPROX"
    if plain in ("quarter", "a quarter", "a quarter of a"):
        return 0.25, None
    if plain == "three quarters of a":
        return 0.75, None
    if plain in ("half", "half a", "half an", "a half"):
        return 0.5, None
    if plain.endswith("-odd"):
        return number(plain.removesuffix("-odd")), "APPROX"
    if match := HALF.fullmatch(plain):
        whole = number(match["whole"])
        return None if whole is None else whole + 0.5, None
    return (100 if plain in ("hundred", "a hundred") else number(plain)), None


def ordinal(text: str) -> int | None:
    """The number of "3rd", "third" or "twenty-third"."""
    plain = re.sub(r"\s+", "-", text.lower())
    if match := re.match(r"\d+", plain):
        return int(match[0])
    if plain in ORDINALS:
        return ORDINALS[plain]
    tens, _, rest = plain.partition("-")
    return TENS[tens] + ORDINALS[rest] if tens in TENS and rest in ORDINALS else None


def spelt_year(text: str) -> int | None:
    """The year of "nineteen ninety-one", "nineteen oh five", "two thousand and four"."""
    plain = re.sub(r"[\s-]+", " ", text.lower()).replace("oh ", "").replace("hundred", "").strip()
    first, _, rest = plain.partition(" ")
    if first in ("two",) and rest.startswith("thousand"):
        after = rest.removeprefix("thousand").replace("and ", "").strip()
        return 2000 + (spelt_number(after) or 0 if after else 0)
    high, low = spelt_number(first), spelt_number(rest) if rest else 0
    if high is None or low is None or not 10 <= high <= 20 or not 0 <= low <= 99:
        return None
    return high * 100 + low
