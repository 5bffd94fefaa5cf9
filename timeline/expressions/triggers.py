"""The words without one of which a kind of expression cannot stand, as data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from timeline.expressions import lexicon
from timeline.expressions.rule import Trigger

VAGUE = """
now currently nowadays present presently moment current recently recent lately former past future being term shortly
soon eve q
"""
SET = """
h hourly daily nightly weekly biweekly fortnightly monthly bimonthly quarterly semi annually semiannually yearly
biannual biennial biennially
everyday weekday weekdays fiscal financial fy half six twenties thirties forties fifties sixties
seventies eighties nineties fifteen sixteen seventeen eighteen nineteen thousand clock five ten twenty
"""
HOLIDAY = """
year years christmas xmas boxing easter good palm ash pentecost ascension thanksgiving labor memorial independence
fourth july halloween labour whit holy maundy shrove mardi corpus epiphany souls st stephen canada bonfire fawkes
hogmanay anzac australia juneteenth remembrance armistice midsummer father yom rosh passover chinese lunar eid
valentine valentines mother patrick veterans columbus king presidents may saints election april bastille groundhog
earth women d vesak diwali victory black cyber
"""
LONG = ("day", "week", "month", "year", "decade", "century", "hour")

TRIGGERS: Final[tuple[tuple[Trigger, Iterable[str]], ...]] = (
    ("month", tuple(lexicon.MONTHS)),
    ("weekday", tuple(lexicon.WEEKDAYS)),
    ("weekday", tuple(f"{day}s" for day in lexicon.WEEKDAYS if day.endswith("day"))),
    ("unit", tuple(lexicon.UNITS)),
    ("unit", tuple(f"{unit}s" for unit in lexicon.UNITS)),
    ("unit", ("centuries", "period", *(f"{unit}long" for unit in LONG))),
    ("today", tuple(key for key in lexicon.TODAY if " " not in key)),
    ("today", ("tonight", "2nite", "tonite")),
    ("part", (*lexicon.DAY_PARTS, *(f"{part}s" for part in lexicon.DAY_PARTS), "noon", "midnight", "midday")),
    ("season", tuple(lexicon.SEASONS)),
    ("vague", (VAGUE,)),
    ("set", (SET,)),
    ("era", ("bc", "bce", "b", "ad", "d", "ce", "christ", "era")),
    ("holiday", (HOLIDAY,)),
)
