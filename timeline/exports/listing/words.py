"""The words in which a list speaks of statuses, stances and grounds of a date."""

from __future__ import annotations

from timeline.types import Basis, LinkType, Stance, Status, TimexType

STATUSES: dict[Status, str] = {
    "asserted": "The outlets say so in their own voice.",
    "reported": "The outlets pass on what a named source says.",
    "claimed": "One of the parties says so; nobody else confirms it.",
    "disputed": "At least one source denies it.",
    "denied": "Every source that mentions it denies it.",
    "planned": "Announced for later; whether it came to pass is not known here.",
}

BASES: dict[Basis, str] = {
    "expression": "dated by its own words",
    "frame": "dated by the passage it stands in",
    "event": "dated through another event",
    "publication": "only the article's date is known",
    "landmark": "dated through a given landmark",
    "vote": "dated by agreement of the sources",
}

TIMEXES: dict[TimexType, str] = {
    "DATE": "a date",
    "TIME": "a time of day",
    "DURATION": "a length of time",
    "SET": "a time that returns",
}

LINKS: dict[LinkType, str] = {"denies": "Denies", "repeats": "Repeats", "part_of": "Part of"}
BACK_LINKS: dict[LinkType, str] = {"denies": "Denied by", "repeats": "Repeated by", "part_of": "Includes"}

_BY_SPEAKER: dict[Stance, str] = {
    "asserted": "according to {}",
    "reported": "reported by {}",
    "claimed": "claimed by {}",
    "denied": "denied by {}",
    "planned": "planned, says {}",
    "hypothetical": "a possibility, says {}",
}

_BY_OUTLET: dict[Stance, str] = {
    "asserted": "in the outlet’s own voice",
    "reported": "reported, source not named",
    "claimed": "claimed, by whom is not said",
    "denied": "denied",
    "planned": "planned",
    "hypothetical": "a possibility",
}


def telling(stance: Stance, speaker: str | None) -> str:
    """Who says so and how, in a few words."""
    return _BY_SPEAKER[stance].format(speaker) if speaker else _BY_OUTLET[stance]


def counted(number: int, one: str, many: str) -> str:
    """The number with its noun: "1 source", "1,204 sources"."""
    return f"{number:,} {one if number == 1 else many}"
