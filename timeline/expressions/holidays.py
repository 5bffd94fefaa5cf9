"""Holidays that are widely known by one name; the days themselves are computed when they are resolved."""

from __future__ import annotations

import re

from timeline.expressions.dates import which_of, year_shift
from timeline.expressions.rule import rule, words
from timeline.written import Calendar, Written

# What a text calls a holiday, and the key under which `timeline.resolve.holidays` computes it.
NAMES = {
    "new year's day": "new-year", "new year’s": "new-year", "new years day": "new-year",
    "new year's eve": "new-year-eve",
    "new year": "new-year", "christmas": "christmas", "christmas day": "christmas", "xmas": "christmas",
    "christmas eve": "christmas-eve",
    "boxing day": "boxing-day", "easter": "easter", "easter sunday": "easter", "easter monday": "easter-monday",
    "good friday": "good-friday", "palm sunday": "palm-sunday", "ash wednesday": "ash-wednesday",
    "pentecost": "pentecost", "ascension day": "ascension", "orthodox easter": "orthodox-easter",
    "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving", "labor day": "labor-day",
    "memorial day": "memorial-day", "independence day": "independence-day", "fourth of july": "independence-day",
    "july fourth": "independence-day",
    "halloween": "halloween", "valentine's day": "valentine", "valentines day": "valentine",
    "mother's day": "mothers-day",
    "st. patrick's day": "st-patrick", "st patrick's day": "st-patrick", "veterans day": "veterans-day",
    "columbus day": "columbus-day",
    "martin luther king day": "mlk-day", "presidents' day": "presidents-day", "may day": "may-day",
    "all saints' day": "all-saints",
    "election day": "election-day", "april fools' day": "april-fools", "bastille day": "bastille-day",
    "groundhog day": "groundhog-day",
    "earth day": "earth-day", "international women's day": "womens-day", "d-day": "d-day", "vesak day": "vesak",
    "diwali": "diwali",
    "labour day": "labour-day", "whit sunday": "pentecost", "whit monday": "whit-monday",
    "pentecost monday": "whit-monday", "holy saturday": "holy-saturday", "maundy thursday": "maundy-thursday",
    "shrove tuesday": "shrove-tuesday", "mardi gras": "shrove-tuesday", "corpus christi day": "corpus-christi",
    "epiphany": "epiphany", "all souls' day": "all-souls", "st. stephen's day": "boxing-day",
    "canada day": "canada-day",
    "st stephen's day": "boxing-day", "bonfire night": "bonfire-night", "guy fawkes night": "bonfire-night",
    "hogmanay": "new-year-eve", "anzac day": "anzac-day", "australia day": "australia-day", "juneteenth": "juneteenth",
    "remembrance day": "veterans-day", "armistice day": "veterans-day", "midsummer's day": "midsummer",
    "father's day": "fathers-day", "yom kippur": "yom-kippur", "rosh hashanah": "rosh-hashanah", "passover": "passover",
    "chinese new year": "lunar-new-year", "lunar new year": "lunar-new-year", "eid al-fitr": "eid-al-fitr",
    "eid al-adha": "eid-al-adha",
    "victory day": "victory-day", "black friday": "black-friday", "cyber monday": "cyber-monday",
}  # fmt: skip


def read_holiday(match: re.Match[str]) -> Written | None:
    """A holiday, with its year or without."""
    name = re.sub(r"\s+", " ", match["holiday"].lower()).replace("’", "'")
    key = {known.replace("’", "'"): value for known, value in NAMES.items()}[name]
    if match["holiday"][0].islower() and key not in (
        "christmas",
        "halloween",
        "thanksgiving",
        "easter",
        "christmas-eve",
    ):
        return None
    if (
        key == "new-year"
        and name == "new year"
        and not re.search(
            r"\b(?:the|and|until|before|after|since|over|by|at)\s$",
            match.string[max(0, match.start("holiday") - 7) : match.start("holiday")],
            re.IGNORECASE,
        )
    ):
        return None
    year = int(match["year"]) if match["year"] else None
    of = year_shift(match["whose"])
    return Written(says=Calendar(holiday=key, year=year, which=which_of(match["which"]), of=of))


RULES = (
    rule(
        "holiday",
        "holiday",
        rf"(?:(?:the@_)?(?P<which>last|next|this|the@_following)@_)?(?P<holiday>{words(NAMES)})(?:,?@_(?:of@_)?(?P<year>@year)|@_(?:of@_)?(?P<whose>(?:last|this|next)@_year))?(?!@_(?:card|tree|gift|present|shopping|season|party|Island|bonus|decoration|carol)s?\b)",
        read_holiday,
        {
            "closed on Christmas Day.": ("Christmas Day",),
            "last Thanksgiving": ("last Thanksgiving",),
            "on Boxing Day last year": ("Boxing Day last year",),
            "a christmas tree": (),
        },
    ),
)
