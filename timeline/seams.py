"""Where an extraction has run a heading, a caption, a credit or a stamp into the sentence after it, without a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.edtf.label import MONTHS as NAMES
from timeline.listed import lines

MONTHS = "|".join(NAMES)
AGENCY = r"(?:Getty\sImages|Reuters|AFP|EPA|AP|PA|Rex\sFeatures|Corbis|Alamy)"
CREDIT = r"\b(?:Photograph|Photo|Picture|Image)s?\s?:\s"
OPENS = r"[\"“‘`]"
# Words before which a capital letter says nothing: "of The Hague", "vitamin A is".
BEFORE_NAMES = (
    "of in by from to and or for with at on the as called titled entitled named film song book novel album series show "
    "game play band magazine newspaper vitamin plan hepatitis type group class grade section schedule category model"
).replace(" ", "|")
FUNCTION = "The|An?|In|On|At|After|As|But|It|He|She|They|This|These|There|When|While|Its|With|For"
# The group "start" is where the new sentence starts.
SEAMS = tuple(
    re.compile(pattern, re.VERBOSE | re.MULTILINE)
    for pattern in (
        rf"(?<=\S\s)(?P<start>{CREDIT})",
        rf"{CREDIT}[^\n.]{{0,60}}?\b{AGENCY}\s(?P<start>[A-Z`\"“])",
        rf"(?<=\S\s)(?P<start>\d{{1,2}}\s(?:{MONTHS})\s\d{{4}}\sLast\supdated\b)",
        rf"(?<=\S\s)(?P<start>[A-Z][a-z]+day\s\d{{1,2}}\s(?:{MONTHS})\s\d{{4}}\s\d{{1,2}}\.\d{{2}})",
        rf"\b(?:{MONTHS})\s\d{{4}}\s\d{{1,2}}\.\d{{2}}\s(?:[A-Z]{{2,4}}\s)?(?P<start>[A-Z`\"“])",
        r"\bLast\supdated\sat\s\d{1,2}:\d{2}\s(?:[A-Z]{2,4}\s)?(?:Help\s)?(?P<start>[A-Z`\"“])",
        rf"(?<![\w’'-])(?!(?:{BEFORE_NAMES})\s)[a-z][a-z’'-]+\s(?P<start>(?:{FUNCTION})\s(?:[a-z]|{OPENS}))",
        r"^[A-Z][^.:\n]{3,60}?\s?:\s?(?:`\s?`|[\"“])[^\"”\n]{10,200}?\w\s?(?:''|[\"”])\s(?P<start>[A-Z])",
    )
)


def seams(text: str) -> Iterator[int]:
    """The characters at which a sentence starts though no mark ends the one before it."""
    for pattern in SEAMS:
        yield from (match.start("start") for match in pattern.finditer(text))
    for line in lines(text):  # a day that heads a line is no part of what it tells
        yield from (line.day, line.start)
