"""References to the past, the present or the future that name no date."""

from __future__ import annotations

import re

from timeline.expressions.lexicon import DAY_PARTS, VAGUE
from timeline.expressions.rule import rule, words
from timeline.written import Clock, Shift, Vague, Written

# "soon" is marked right beside a modal: in a story it is "soon after", "see you soon" is a greeting, and "as soon as"
# is no time at all.
AHEAD = r"(?:will|would|'ll|’ll|won't|may|might|could|can|should|must)"
SOON_BEFORE = re.compile(rf"\b{AHEAD}\s(?:very\s)?$", re.IGNORECASE)
SOON_AFTER = re.compile(rf"\s{AHEAD}\b", re.IGNORECASE)
NOT_SOON = re.compile(r"\s(?:as|after|before|thereafter|enough)\b", re.IGNORECASE)
TOO_SOON = re.compile(r"\b(?:as|too|so|how|no)\s$", re.IGNORECASE)
NOT_FUTURE = re.compile(r"s?\s?(?:contract|market|price|trading|exchange|option)s?\b", re.IGNORECASE)


# TIDES TIMEX2, by which histories are annotated, marks "former"; TimeML, by which news is, does not.
STORY_WORD = "vague-of-story"


def read_vague(match: re.Match[str]) -> Written | None:
    """What a vague word points at."""
    word = re.sub(r"\s+", " ", match["word"].lower())
    if "future" in word and NOT_FUTURE.match(match.string, match.end()):
        return None
    if word == "soon" and not is_ahead(match):
        return None
    return Written(says=Vague(reference=VAGUE[word]))


def read_other_day(match: re.Match[str]) -> Written:
    """A few days, or weeks, ago."""
    word = match["unit"].lower()
    part = DAY_PARTS.get(word)
    says = Shift(unit="week" if word == "week" else "day", count=None, direction=-1, whole=False)
    return Written(says=says, clock=Clock(part=part) if part else None)


def read_former(_: re.Match[str]) -> Written:
    """What was, and is no more."""
    return Written(says=Vague(reference="PAST_REF"))


def is_ahead(match: re.Match[str]) -> bool:
    """Whether "soon" stands beside a verb that looks ahead: "will soon move", "soon will"."""
    text, start, end = match.string, match.start(), match.end()
    if NOT_SOON.match(text, end) or TOO_SOON.search(text, max(0, start - 4), start):
        return False
    return bool(SOON_BEFORE.search(text, max(0, start - 40), start) or SOON_AFTER.match(text, end))


RULES = (
    rule(
        "vague",
        "vague",
        rf"(?P<word>{words(key for key in VAGUE if key != 'the past')}|the@_past(?!@_(?:@unit\b"
        rf"|@number\b|@vague|@loose|@season|\w+@_@unit\b)))",
        read_vague,
        {
            "is currently away": ("currently",),
            "in the near future": ("the near future",),
            "it will soon begin": ("soon",),
            "it soon became clear": (),
        },
    ),
    rule(
        "other-day",
        "unit part",
        r"(?<!\bon\s)the@_other@_(?P<unit>day|week|night|evening|morning|afternoon)(?!-|@_(?:care|shift|club|school|crew|team)\b)",
        read_other_day,
        {"I met him the other day.": ("the other day",), "the other day shift": (), "on the other day": ()},
    ),
    rule(STORY_WORD, "vague", r"former", read_former, {"the former capital": ("former",)}),
)
