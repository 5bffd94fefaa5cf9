"""The day of a widely known holiday in a year.

Those that move come from the `holidays` package (the country whose custom the name is); those that stand on one day
of the year are listed.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays

FIXED: dict[str, tuple[int, int]] = {
    "new-year": (1, 1), "new-year-eve": (12, 31), "christmas": (12, 25), "christmas-eve": (12, 24),
    "boxing-day": (12, 26),
    "independence-day": (7, 4), "halloween": (10, 31), "valentine": (2, 14), "st-patrick": (3, 17),
    "veterans-day": (11, 11),
    "may-day": (5, 1), "all-saints": (11, 1), "april-fools": (4, 1), "bastille-day": (7, 14), "groundhog-day": (2, 2),
    "earth-day": (4, 22), "womens-day": (3, 8), "d-day": (6, 6), "victory-day": (5, 9),
    "epiphany": (1, 6), "all-souls": (11, 2), "canada-day": (7, 1), "bonfire-night": (11, 5), "anzac-day": (4, 25),
    "australia-day": (1, 26), "juneteenth": (6, 19), "midsummer": (6, 24), "labour-day": (5, 1),
}  # fmt: skip
# The country and the name under which the package knows it.
MOVING: dict[str, tuple[str, str]] = {
    "thanksgiving": ("US", "Thanksgiving"),
    "labor-day": ("US", "Labor Day"),
    "memorial-day": ("US", "Memorial Day"),
    "columbus-day": ("US", "Columbus Day"),
    "mlk-day": ("US", "Martin Luther King"),
    "presidents-day": ("US", "Washington's Birthday"),
    "orthodox-easter": ("CY", "Easter Sunday"),
    "vesak": ("SG", "Vesak Day"),
    "diwali": ("IN", "Diwali"),
    "lunar-new-year": ("SG", "Chinese New Year"),
    "eid-al-fitr": ("SG", "Eid al-Fitr"),
    "eid-al-adha": ("SG", "Eid al-Adha"),
    "yom-kippur": ("IL", "Yom Kippur"),
    "rosh-hashanah": ("IL", "Rosh Hashanah"),
    "passover": ("IL", "Pesach"),
}
FROM_EASTER: dict[str, int] = {
    "easter": 0, "easter-monday": 1, "good-friday": -2, "palm-sunday": -7, "ash-wednesday": -46, "ascension": 39,
    "pentecost": 49, "whit-monday": 50, "holy-saturday": -1, "maundy-thursday": -3, "shrove-tuesday": -47,
    "corpus-christi": 60,
}  # fmt: skip


@lru_cache(maxsize=4096)
def holiday(key: str, year: int) -> date | None:
    """The day of a holiday in a year from 1 to 9999; None where it is not kept, or its day is not known."""
    if key in FIXED:
        return date(year, *FIXED[key])
    if key in FROM_EASTER:
        sunday = easter(year)
        return sunday + timedelta(days=FROM_EASTER[key])
    if key == "election-day":
        first = date(year, 11, 1)
        monday = first + timedelta(days=-first.weekday() % 7)
        return monday + timedelta(days=1)
    if key == "mothers-day":
        first = date(year, 5, 1)
        return first + timedelta(days=(6 - first.weekday()) % 7 + 7)
    if key == "fathers-day":
        first = date(year, 6, 1)
        return first + timedelta(days=(6 - first.weekday()) % 7 + 14)
    if key in ("black-friday", "cyber-monday"):
        thursday = holiday("thanksgiving", year)
        return None if thursday is None else thursday + timedelta(days=1 if key == "black-friday" else 4)
    return moving(key, year)


def moving(key: str, year: int) -> date | None:
    """A holiday whose day the package computes."""
    if key not in MOVING or not 1900 <= year <= 2100:
        return None
    country, name = MOVING[key]
    known = holidays.country_holidays(country, years=year, language="en_US")
    found = [
        day
        for day, names in known.items()
        if name.lower() in names.lower() and day.year == year and "observed" not in names.lower()
    ]
    return min(found) if found else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, after Meeus, Astronomical Algorithms (1991), chapter 8."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
