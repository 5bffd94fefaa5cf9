"""A story under other names and in other years: what is right for it must be right for its copy.

usage: python -m benchmarks.moved_story STORY_FOLDER NEW_FOLDER [--also NAME …]

Reads articles.jsonl and expected.json of a story. Countries, their peoples and capitals become those of another; every
other name of a person, place or people gets other consonants, each the same ones everywhere, so that spellings of one
name stay spellings of one name. Every year moves back by 28, after which the weekdays of the Gregorian calendar repeat.
`--also` names more words to change (products, companies).
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from timeline.nlp import load_nlp

YEARS = 28
NAMES = frozenset({"PERSON", "GPE", "NORP", "LOC"})
# Each consonant stands for its neighbour of the same kind; k, s, h, w, x and the vowels stay, for they spell variants.
CONSONANTS = str.maketrans("bpdtlrmnfvzgjcBPDTLRMNFVZGJC", "pbtdrlnmvfsjgqPBTDRLNMVFSJGQ")
# Country, people, capital: each row becomes the next one.
COUNTRIES = """
    Russia,Russian,Moscow France,French,Paris Ukraine,Ukrainian,Kyiv Norway,Norwegian,Oslo Belarus,Belarusian,Minsk
    Portugal,Portuguese,Lisbon Poland,Polish,Warsaw Chile,Chilean,Santiago Lithuania,Lithuanian,Vilnius
    Kenya,Kenyan,Nairobi Germany,German,Berlin Peru,Peruvian,Lima China,Chinese,Beijing
    India,Indian,Delhi Japan,Japanese,Tokyo
    Egypt,Egyptian,Cairo Israel,Israeli,Jerusalem Turkey,Turkish,Ankara Iran,Iranian,Tehran Iraq,Iraqi,Baghdad
    Tajikistan,Tajik,Dushanbe Bolivia,Bolivian,Sucre America,American,Washington Australia,Australian,Canberra
    Europe,European,Brussels Africa,African,Nairobi Soviet,Soviets,Leningrad Ottoman,Ottomans,Istanbul
"""
SPELLINGS = {"Kiev": "Kyiv", "Byelorussia": "Belarus"}
YEAR = re.compile(r"(?<![\d.,])(1[89]\d\d|20\d\d)(?!,?\d)")
CAPITALISED = re.compile(r"[^\W\d_]*[A-ZА-Я][^\W\d_]+")


def names_in(texts: list[str]) -> set[str]:
    """The capitalised words of all names, without those that texts also use as ordinary words."""
    found: set[str] = set()
    for doc in load_nlp().pipe(texts):
        for entity in doc.ents:
            if entity.label_ in NAMES:
                found.update(CAPITALISED.findall(entity.text))
    ordinary = {word for text in texts for word in re.findall(r"\b[a-z]+\b", text)}
    return {name for name in found if name.lower() not in ordinary}


def moved(value: Any, names: Mapping[str, str]) -> Any:
    """A JSON value with every string in it renamed and moved; its keys stay."""
    match value:
        case str():
            return renamed(value, names)
        case list():
            return [moved(item, names) for item in value]
        case dict():
            return {key: moved(item, names) for key, item in value.items()}
        case _:
            return value


def renamed(text: str, names: Mapping[str, str]) -> str:
    """The text with every occurrence of every name changed, in any case, and every year moved."""
    words = "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
    text = re.sub(
        rf"\b({words})\b", lambda match: in_case(names[match[0].lower()], match[0]), text, flags=re.IGNORECASE
    )
    return YEAR.sub(lambda match: str(int(match[0]) - YEARS), text)


def in_case(name: str, like: str) -> str:
    """A name in capitals, or without them, where the one it stands for was."""
    if like.isupper() and len(like) > 1:
        return name.upper()
    return name.lower() if like.islower() else name


def replacements(names: set[str]) -> dict[str, str]:
    """What each name, in small letters, becomes."""
    rows = [row.split(",") for row in COUNTRIES.split()]
    following = zip(rows, [*rows[1:], rows[0]], strict=True)
    places = {old.lower(): new for row, other in following for old, new in zip(row, other, strict=True)}
    places |= {other.lower(): places[name.lower()] for other, name in SPELLINGS.items()}
    return {name.lower(): name.translate(CONSONANTS) for name in names} | places


def main() -> None:
    """Write the copy and say which names it changed."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("story", type=Path)
    arguments.add_argument("copy", type=Path)
    arguments.add_argument("--also", nargs="*", default=[])
    given = arguments.parse_args()
    lines = (given.story / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    names = names_in([record["text"] for record in records]) | set(given.also)
    changed = replacements(names)
    given.copy.mkdir(parents=True, exist_ok=True)
    write(given.copy / "articles.jsonl", [moved(record, changed) for record in records])
    expected = json.loads((given.story / "expected.json").read_text(encoding="utf-8"))
    write(given.copy / "expected.json", [moved(expected, changed)])
    print("renamed:", ", ".join(f"{name} → {changed[name.lower()]}" for name in sorted(names)))


def write(path: Path, values: list[Any]) -> None:
    """A JSON value a line."""
    path.write_text("".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values), encoding="utf-8")


if __name__ == "__main__":
    main()
