"""The words of a language for times: a data file read once into values that the rules are built from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from timeline.expressions.languages.tense import Tenses, tenses_of
from timeline.written import DayPart, Part, Season, Unit, Which

DATA = Path(__file__).parent / "data"
LANGUAGES = tuple(sorted(path.stem for path in DATA.glob("*.toml")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A word that names a whole unit, or a part of a day, by itself: "heuer", "anoche"."""

    unit: Unit
    count: int
    part: DayPart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A phrase that is a length of time by itself: "півроку", "a year and a half"."""

    unit: Unit
    count: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of one language, each form beside what it means.

    `particles` are the small words that stand around dates, by the name of their use ("ago_before"). `small_names`
    says that months and weekdays are written small, `bare_unit` that a unit without a number is one of them,
    `bare_years` that a year needs no word before it, `century_first` that its number follows the word "century".
    `hours` are those of the clock in words, `half_hours` those that "half" comes before ("halb acht"), `minutes` what
    stands behind an hour ("y media"), `minutes_before` what stands before one ("Viertel vor"), `named_hours` noon and
    midnight, `holidays` days with a name. `day_words` are days of a month in words, `lengths` phrases that are a length
    of time, `year_adjectives` say of which year a month is.
    """

    code: str
    small_names: bool
    bare_unit: bool
    bare_years: bool
    century_first: bool
    particles: Mapping[str, tuple[str, ...]]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, Unit]
    numbers: Mapping[str, float]
    vague_numbers: tuple[str, ...]
    ordinals: Mapping[str, int]
    seasons: Mapping[str, Season]
    season_alone: tuple[str, ...]
    which_before: Mapping[str, Which]
    which_after: Mapping[str, Which]
    days: Mapping[str, int]
    passage_days: Mapping[str, int]
    parts: Mapping[str, DayPart]
    edges: Mapping[str, Part]
    fixed: Mapping[str, Fixed]
    every_weekday: Mapping[str, int]
    every_unit: Mapping[str, Unit]
    decades: Mapping[str, int]
    day_words: Mapping[str, int]
    century_words: Mapping[str, int]
    lengths: Mapping[str, Length]
    year_adjectives: Mapping[str, int]
    half_hours: Mapping[str, int]
    minutes_before: Mapping[str, int]
    holidays: Mapping[str, str]
    minutes: Mapping[str, int]
    hours: Mapping[str, int]
    named_hours: Mapping[str, int]
    tenses: Tenses
    examples: Mapping[str, Mapping[str, tuple[str, ...]]]


def folded(text: str) -> str:
    """A form as the data writes it: small, one space for a gap, a straight apostrophe."""
    return re.sub(r"\s+", " ", re.sub("[’ʼ]", "'", text.lower())).strip()


@cache
def lexicon(code: str) -> Lexicon:
    """The words of a language that has a data file."""
    data = tomllib.loads((DATA / f"{code}.toml").read_text(encoding="utf-8"))
    return Lexicon(
        code=code,
        small_names=data["small_names"],
        bare_unit=data["bare_unit"],
        bare_years=data["bare_years"],
        century_first=data["century_first"],
        particles={
            key: tuple(forms)
            for key, forms in data.items()
            if isinstance(forms, list) and key not in ("fixed", "lengths")
        },
        months=counted(data["months"]),
        weekdays=counted(data["weekdays"]),
        units=turned(data["units"]),
        numbers={form: float(value) for value, forms in data["numbers"].items() for form in forms},
        vague_numbers=tuple(data["vague_numbers"]["words"]),
        ordinals=counted(data["ordinals"]),
        seasons=turned(data["seasons"]),
        season_alone=tuple(data.get("season_alone", {}).get("words", ())),
        which_before=turned(data["which_before"]),
        which_after=turned(data["which_after"]),
        days=counted(data["days"]),
        passage_days=counted(data["passage_days"]),
        parts=turned(data["parts"]),
        edges=turned(data["edges"]),
        fixed={form: fixed(one) for one in data["fixed"] for form in one["words"]},
        every_weekday=counted(data["every_weekday"]),
        every_unit=turned(data["every_unit"]),
        decades=counted(data["decades"]),
        day_words=counted(data["day_words"]),
        century_words=counted(data["century_words"]),
        lengths={
            form: Length(unit=one["unit"], count=one["count"]) for one in data["lengths"] for form in one["words"]
        },
        year_adjectives=counted(data.get("year_adjectives", {})),
        half_hours=counted(data.get("half_hours", {})),
        minutes_before=counted(data.get("minutes_before", {})),
        holidays=turned(data.get("holidays", {})),
        minutes=counted(data.get("minutes", {})),
        hours=counted(data.get("hours", {})) or hours_of(data["numbers"]),
        named_hours=counted(data["named_hours"]),
        tenses=tenses_of(data["tense"], tuple(data["deadline"]), tuple(data["since"]), opening=data["small_names"]),
        examples={
            name: {text: tuple(filter(None, found)) for text, *found in cases}
            for name, cases in data["examples"].items()
        },
    )


def hours_of(numbers: Mapping[str, list[str]]) -> dict[str, int]:
    """The hours of the clock in words, where they are told by plain numbers."""
    return {
        form: int(value)
        for value, forms in numbers.items()
        if value.isdigit() and 1 <= int(value) <= 12
        for form in forms
    }


def fixed(one: Mapping[str, Any]) -> Fixed:
    """What a fixed word means."""
    return Fixed(unit=one["unit"], count=one["count"], part=one.get("part"))


def turned(table: Mapping[str, list[str]]) -> dict[str, Any]:
    """A table of meanings with their forms as one of forms with their meaning."""
    return {form: meaning for meaning, forms in table.items() for form in forms}


def counted(table: Mapping[str, list[str]]) -> dict[str, int]:
    """Such a table where the meanings are numbers."""
    return {form: int(meaning) for form, meaning in turned(table).items()}
