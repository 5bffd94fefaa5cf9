"""References to the past, the present or the future that name no date."""

from __future__ import annotations

import re

from timeline.expressions.lexicon import VAGUE
from timeline.expressions.rule import rule, words
from timeline.written import Vague, Written

# "now" that tells no time: "now that", "by now" keeps it; "recent" and "current" count before a noun only.
NOT_NOW = re.compile(r"\s(?:that)\b", re.IGNORECASE)
NOT_FUTURE = re.compile(r"s?\s?(?:contract|market|price|trading|exchange|option)s?\b", re.IGNORECASE)


def read_vague(match: re.Match[str]) -> Written | None:
    """What a vague word points at."""
    word = re.sub(r"\s+", " ", match["word"].lower())
    if word == "now" and NOT_NOW.match(match.string, match.end()):
        return None
    if "future" in word and NOT_FUTURE.match(match.string, match.end()):
        return None
    return Written(says=Vague(reference=VAGUE[word]))


RULES = (
    rule(
        "vague",
        "vague",
        rf"(?P<word>{words(key for key in VAGUE if key not in ('soon', 'the past'))}|the@_past(?!@_(?:@unit\b"
        rf"|@number\b|@vague|@loose|@season|\w+@_@unit\b)))",
        read_vague,
        {"is currently away": ("currently",), "in the near future": ("the near future",), "now that he": ()},
    ),
)
