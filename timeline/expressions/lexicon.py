"""The English words for times, as data; the rules build their patterns from the keys."""

from __future__ import annotations

from typing import Final

from timeline.written import DayPart, Modifier, Part, Reference, Season, Unit, Which

MONTHS: Final[dict[str, int]] = {
    **dict(zip(["january", "february", "march", "april", "may", "june", "july"], range(1, 8), strict=True)),
    **dict(zip(["august", "september", "october", "november", "december"], range(8, 13), strict=True)),
    **dict(zip(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"], (1, 2, 3, 4, 6,
    7, 8, 9, 9, 10, 11, 12), strict=True)),
}  # fmt: skip

WEEKDAYS: Final[dict[str, int]] = {
    **dict(zip(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], range(1, 8),
    strict=True)),
    **dict(zip(["mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"], (1, 2, 2, 3, 3, 4,
    4, 4, 5, 6, 7), strict=True)),
}  # fmt: skip

UNITS: Final[dict[str, Unit]] = {
    "second": "second",
    "sec": "second",
    "minute": "minute",
    "min": "minute",
    "hour": "hour",
    "hr": "hour",
    "day": "day",
    "night": "day",
    "weekend": "weekend",
    "week": "week",
    "wk": "week",
    "fortnight": "week",
    "month": "month",
    "mos": "month",
    "quarter": "quarter",
    "year": "year",
    "yr": "year",
    "decade": "decade",
    "century": "century",
    "centurie": "century",
    "millennium": "millennium",
    "millennia": "millennium",
}

# "period" is a unit only in "the year-earlier period": it takes the length of what it is compared with.
SEASONS: Final[dict[str, Season]] = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU",
"autumn": "FA", "fall": "FA", "winter": "WI", "wintertime": "WI", "midsummer": "SU", "midwinter": "WI"}  # fmt: skip

DAY_PARTS: Final[dict[str, DayPart]] = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "midday": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
    "nite": "NI",
    "night-time": "NI",
    "nighttime": "NI",
    "overnight": "NI",
    "daytime": "DT",
}

SMALL: Final = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
NUMBERS: Final[dict[str, int]] = {word: number for number, word in enumerate(SMALL)} | TENS
ORDINALS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30, "twenty-first": 21, "thirty-first": 31}

# Numbers that are not told, and those nearly told.
VAGUE_NUMBERS: Final = (
    "a few", "few", "several", "some", "many", "a number of", "a handful of", "various", "countless", "numerous",
    "a good many", "tens of", "scores of", "dozens of", "hundreds of", "thousands of",
)  # fmt: skip
LOOSE_NUMBERS: Final[dict[str, float]] = {
    "a couple of": 2,
    "a couple": 2,
    "couple of": 2,
    "a pair of": 2,
    "a dozen": 12,
    "half a dozen": 6,
    "two dozen": 24,
}

PARTS: Final[dict[str, Part]] = {
    "early": "start",
    "late": "end",
    "mid": "mid",
    "beginning": "start",
    "start": "start",
    "outset": "start",
    "end": "end",
    "close": "end",
    "middle": "mid",
    "later": "end",
    "earlier": "start",
}

MODIFIERS: Final[dict[str, Modifier]] = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "circa": "APPROX",
    "c.": "APPROX",
    "ca.": "APPROX",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN",
    "more than": "MORE_THAN",
    "over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "not more than": "EQUAL_OR_LESS",
    "no less than": "EQUAL_OR_MORE",
    "up to": "EQUAL_OR_LESS",
    "as many as": "EQUAL_OR_LESS",
}

WHICH: Final[dict[str, Which]] = {
    "last": "last",
    "past": "last",
    "this past": "last",
    "next": "next",
    "the next": "following",
    "nxt": "next",
    "this coming": "coming",
    "coming": "coming",
    "this": "this",
    "current": "this",
    "previous": "previous",
    "preceding": "previous",
    "prior": "previous",
    "following": "following",
    "subsequent": "following",
    "ensuing": "following",
    "same": "same",
    "that same": "same",
    "that": "same",
}

TODAY: Final[dict[str, int]] = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "2day": 0,
    "tmr": 1,
    "tmrw": 1,
    "tmw": 1,
    "tomo": 1,
    "tomoro": 1,
    "tomorow": 1,
    "tommorow": 1,
    "2moro": 1,
    "2morrow": 1,
    "ystd": -1,
}

VAGUE: Final[dict[str, Reference]] = {
    "now": "PRESENT_REF",
    "right now": "PRESENT_REF",
    "just now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "at the moment": "PRESENT_REF",
    "present-day": "PRESENT_REF",
    "the present": "PRESENT_REF",
    "the time being": "PRESENT_REF",
    "current": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "the past": "PAST_REF",
    "the recent past": "PAST_REF",
    "the distant past": "PAST_REF",
    "the future": "FUTURE_REF",
    "future": "FUTURE_REF",
    "the near future": "FUTURE_REF",
    "the foreseeable future": "FUTURE_REF",
    "the near term": "FUTURE_REF",
    "soon": "FUTURE_REF",
}

# Minutes east of UTC. Names that mean several offsets (CST, IST, BST) take the one news in English means most.
ZONES: Final[dict[str, int]] = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "wet": 0, "west": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "jst": 540, "ist": 330, "aest": 600, "aedt": 660, "hkt": 480, "sgt": 480,
}  # fmt: skip

SEASON_NAMES: Final[dict[Season, str]] = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
