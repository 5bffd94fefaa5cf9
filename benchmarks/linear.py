"""`python -m benchmarks.linear`: how the time to read a text grows with its length, on texts made to be hard.

Each shape is read at a quarter, a half and the whole of a megabyte in one line, by the rules alone in every language
and with the resolution of what they find; `--extract` reads with the parser too, at sizes it allows. Status 1 where
twice the text takes more than GROWTH times as long.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Final

from timeline.expressions import find_expressions
from timeline.resolve import resolve
from timeline.types import Article, Published

MEGABYTE: Final = 1_000_000  # characters
GROWTH: Final = 2.9  # of the time for twice the text; linear is 2, quadratic 4
PUBLISHED: Final = Published(day=date(2025, 1, 6), raw="2025-01-06")
LEAST: Final = 0.05  # seconds under which a ratio says nothing

# What is repeated to the length that is asked for.
SHAPES: Final[Mapping[str, str]] = {
    "digits": "0123456789",
    "years": "1999",
    "slashes": "1/",
    "commas": ",",
    "spaces": " ",
    "dots": "1.",
    "dashes": "1999-",
    "quotes": '“may ” "',
    "brackets": "(1999 (May ",
    "last last": "last ",
    "the the": "the year the ",
    "numbers": "twenty-one hundred and ",
    "of the": "of the week of the month ",
    "list": "May 5, 6, ",
    "days": "May 5-6, ",
    "months": "May and June ",
    "offsets": "two days after ",
    "quarters": "the first quarter a year earlier ",
    "clocks": "10:30 a.m. ",
    "one word": "a",
    "long words": "Donaudampfschifffahrtsgesellschaft",
    "Cyrillic": "вчера в ",
    "Cyrillic word": "я",
    "Ukrainian": "минулого тижня о ",
    "German": "vor zwei Tagen um ",
    "French": "il y a deux jours à ",
    "Spanish": "a las ocho de la mañana del ",
    "choices": "1 May, 2 May or ",
    "ordinals": "the 1st, 2nd and ",
    "halves": "the first half of the ",
    "eras": "200 BC or 58 ",
    "bare clocks": "at 0700 and ",
    "sets": "every Monday and Tuesday, ",
    "names": "Mark Friday and Summer ",
    "German eras": "58 bis 51 v. Chr. und ",
    "French eras": "du XIXe et du XXe siècle, ",
    "prose": "The council met on Friday, two weeks after the vote of 3 May 1999, and will meet next month. ",
}
LANGUAGES: Final[Mapping[str, str]] = {
    "Cyrillic": "ru", "Cyrillic word": "ru", "Ukrainian": "uk", "German": "de", "French": "fr", "Spanish": "es",
    "German eras": "de", "French eras": "fr",
}  # fmt: skip


def shaped(shape: str, length: int) -> str:
    """A text of that shape and length, in one line."""
    piece = SHAPES[shape]
    return (piece * (length // len(piece) + 1))[:length]


def seconds(text: str, read: Callable[[str], object]) -> float:
    """The processor time that reading a text takes, the collector of garbage held."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    read(text)
    taken = time.process_time() - start
    gc.enable()
    return taken


def read_times(text: str, language: str = "en") -> int:
    """The number of expressions in a text, found and dated without a parser."""
    article = Article(id="long", text=text, published=PUBLISHED)
    return len(resolve(find_expressions(text, language=language), article, None, language=language))


def growth(shape: str, length: int, read: Callable[[str], object]) -> tuple[list[float], float]:
    """The seconds at a quarter, a half and the whole of a length, and how much twice the text costs."""
    times = [seconds(shaped(shape, length // part), read) for part in (4, 2, 1)]
    ratios = [after / before for before, after in pairwise(times) if before >= LEAST]
    return times, max(ratios, default=0.0)


def readers(*, extract: bool) -> Iterator[tuple[str, Callable[[str], object], str]]:
    """Each shape with what reads it."""
    if extract:
        from timeline.nlp import load_nlp
        from timeline.pipeline import extract as extract_articles

        nlp = load_nlp()

        def parse(text: str) -> object:
            return list(extract_articles([Article(id="long", text=text, language="en", published=PUBLISHED)], nlp))

        yield from ((shape, parse, "extract") for shape in SHAPES)
        return
    for shape in SHAPES:
        language = LANGUAGES.get(shape, "en")

        def find(text: str, language: str = language) -> object:
            return read_times(text, language)

        yield shape, find, language


def main(arguments: list[str] | None = None) -> int:
    """Print a line a shape; the exit status."""
    parser = argparse.ArgumentParser(description="How the time to read a text grows with its length.")
    parser.add_argument("--length", type=int, default=MEGABYTE, help="characters of the longest text")
    parser.add_argument("--extract", action="store_true", help="read with the parser, mentions included")
    parser.add_argument("--shapes", nargs="*", choices=SHAPES, help="these shapes alone")
    given = parser.parse_args(arguments)
    steep: list[str] = []
    for shape, read, how in readers(extract=given.extract):
        if given.shapes and shape not in given.shapes:
            continue
        times, most = growth(shape, given.length, read)
        told = " ".join(f"{one:7.3f}" for one in times)
        print(f"{shape:14s}{how:8s}{told} s   twice the text: {most:.2f} times as long", flush=True)
        steep += [shape] if most > GROWTH else []
    print(f"worse than linear: {', '.join(steep)}" if steep else "every shape is read in linear time")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
