"""Extended Date/Time Format: parse, print, bounds, precision, order, intersection, and labels in English.

Level 0 and level 1 of the format (Library of Congress, 2019; ISO 8601-2:2019), and of level 2 the one-of sets, the
quarters and the halves. Beyond the letter of the format, clock times may end at the hour or the minute
(`2025-01-05T04`, `2025-01-05T04:00`), and months and days of years with more than four digits carry ISO 8601's sign
(`+17000-05`), so that every bound of every value can be read again.
"""

from timeline.edtf.bounds import Precision
from timeline.edtf.errors import EdtfError
from timeline.edtf.label import label
from timeline.edtf.makers import (
    century,
    day,
    decade,
    half,
    interval,
    moment,
    month,
    quarter,
    season,
    year,
)
from timeline.edtf.value import Edtf, one_of, parse

__all__ = [
    "Edtf",
    "EdtfError",
    "Precision",
    "century",
    "day",
    "decade",
    "half",
    "interval",
    "label",
    "moment",
    "month",
    "one_of",
    "parse",
    "quarter",
    "season",
    "year",
]
