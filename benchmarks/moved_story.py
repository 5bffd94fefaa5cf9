"""A story under other names and in other years: what is right for it must be right for its copy.

usage: python -m benchmarks.moved_story STORY_FOLDER NEW_FOLDER [--also NAME …]

Reads articles.jsonl and expected.json of a story. Every person, place and people's name gets other consonants, each the
same ones everywhere, so that spellings of one name stay spellings of one name; every year moves back by 28, after which
the weekdays of the Gregorian calendar repeat. `--also` names more words to change (products, companies).
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from timeline.nlp import load_nlp

YEARS = 28
NAMES = frozenset({"PERSON", "GPE", "NORP", "LOC"})
# Each consonant stands for its neighbour of the same kind; k, s, h, w, x and the vowels stay, for they spell variants.
CONSONANTS = str.maketrans("bpdtlrmnfvzgjcBPDTLRMNFVZGJC", "pbtdrlnmvfsjgqPBTDRLNMVFSJGQ")
YEAR = re.compile(r"(?<![\d.,])(1[89]\d\d|20\d\d)(?![\d,])")
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


def renamed(text: str, names: set[str]) -> str:
    """The text with every occurrence of every name changed, in any case, and every year moved."""
    words = "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
    moved = re.sub(rf"\b({words})(?=\b|(?:'s|’s))", lambda m: m[0].translate(CONSONANTS), text, flags=re.IGNORECASE)
    return YEAR.sub(lambda m: str(int(m[0]) - YEARS), moved)


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
    given.copy.mkdir(parents=True, exist_ok=True)
    articles = [json.dumps(record, ensure_ascii=False) for record in records]
    (given.copy / "articles.jsonl").write_text(
        "".join(renamed(line, names) + "\n" for line in articles), encoding="utf-8"
    )
    expected = json.loads((given.story / "expected.json").read_text(encoding="utf-8"))
    (given.copy / "expected.json").write_text(
        renamed(json.dumps(expected, ensure_ascii=False, indent=1), names), encoding="utf-8"
    )
    print("renamed:", ", ".join(f"{name} → {name.translate(CONSONANTS)}" for name in sorted(names)))


if __name__ == "__main__":
    main()
