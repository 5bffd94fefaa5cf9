"""One plain English sentence for each reason of a date."""

from __future__ import annotations

from typing import assert_never

from timeline import edtf
from timeline.steps.arithmetic import text_of
from timeline.steps.step import (
    AtClock,
    Carried,
    Containing,
    Counted,
    Edged,
    Either,
    Known,
    Met,
    Narrowed,
    Nearest,
    NoLaterThan,
    Ordinal,
    Preceded,
    Published,
    Spread,
    Stated,
    Step,
    Until,
    Voted,
)

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
PARTS = {"start": "early", "mid": "middle", "end": "late"}
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
FRACTIONS = {2: "half", 3: "third", 4: "quarter", 10: "decade"}
DAY_PARTS = {"MO": "morning", "MI": "middle", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
DIRECTIONS = {
    "past": "the latest one up to then",
    "future": "the first one from then on",
    "nearest": "the nearest one",
    "before": "the one before",
    "after": "the one after",
    "within": "the one in that time",
    "onward": "the next one of the story",
}


def name(text: str) -> str:
    """An EDTF text as a person would write it; the text itself where it cannot be read."""
    value = text_of(text)
    return edtf.label(value) if value else text


def units(count: float, unit: str) -> str:
    """A number of units, in words that fit it."""
    number = f"{abs(count):g}"
    return f"{number} {unit}" if number == "1" else f"{number} {'centurie' if unit == 'century' else unit}s"


def describe(step: Step) -> str:
    """What a step says or does, as one sentence."""
    match step:
        case Stated(text="", edtf=value):
            return f"The text gives {name(value)}."
        case Stated(text=text, edtf=value):
            return f"The text says “{text}”: {name(value)}."
        case Published(day=day):
            return f"The article was published on {name(day)}."
        case Carried(text=text, edtf=value):
            return f"The passage speaks of {name(value)} (“{text}”)."
        case Known(text=text, edtf=value, source="landmark"):
            return f"A landmark dates “{text}”: {name(value)}."
        case Known(text=text, edtf=value):
            return f"Another mention dates “{text}”: {name(value)}."
        case Counted(unit=unit, count=count):
            return f"Counted {units(count, unit)} {'back' if count < 0 else 'on'} from there."
        case Containing(unit=unit):
            return f"The whole {unit} is meant."
        case Nearest(direction=direction, because=because):
            return f"“{named(step)}” is {DIRECTIONS[direction]}: {because}."
        case Narrowed(part="turn"):
            return "The turn of a century is meant: the ten years before it and the ten behind it."
        case Narrowed(part=part) if "/" in part:
            return f"Only its {fraction(part)} is meant."
        case Narrowed(part=part):
            return f"Only the {PARTS[part]} part of it is meant."
        case AtClock(hour=None, part=part):
            return f"In the {DAY_PARTS[part or 'DT']} of that day."
        case AtClock(hour=hour, minute=minute):
            return f"At {hour:02d}:{minute or 0:02d} on that day."
        case Spread(unit=unit, low=low, high=high):
            side = "before" if high <= 0 and low < 0 else "after"
            return f"Between {units(low, unit)} and {units(high, unit)} {side} that."
        case Ordinal(unit=unit, numbers=numbers):
            return f"Its {unit} number {' or '.join(str(number) for number in numbers)}, counted from its first day."
        case Edged(unit=unit, count=count, edge=edge):
            return f"Its {edge} {units(count, unit)}."
        case Until(text="", edtf=value):
            return f"Up to {name(value)}."
        case Until(text=text, edtf=value):
            return f"Up to {name(value)} (“{text}”)."
        case Either(text="", edtf=value):
            return f"Or {name(value)}: the text does not say which."
        case Either(text=text, edtf=value):
            return f"Or {name(value)} (“{text}”): the text does not say which."
        case Met(edtf=value, source=source):
            return f"{source} has {name(value)}: what agrees with it remains."
        case Voted(edtf=value, votes=votes, of=of):
            return f"{votes} of {of} mentions give {name(value)}."
        case NoLaterThan(day=day, earliest=None):
            return f"The text gives no date: it had happened by {name(day)}, when the article was published."
        case NoLaterThan(day=day):
            return f"The text gives no date: it is the news of {name(day)}, or of the day before."
        case Preceded(text=text):
            return f"It had happened before that (“{text}”)."
        case _:
            assert_never(step)


def fraction(part: str) -> str:
    """The words for one of so many equal parts: "first half" for 1/2, "last third" for 3/3."""
    place, of = (int(figure) for figure in part.split("/"))
    return f"{'last' if place == of > 2 else PLACES[place - 1]} {FRACTIONS[of]}"


def named(step: Nearest) -> str:
    """The name a date was looked for by."""
    words = [
        WEEKDAYS[step.weekday - 1] if step.weekday else "",
        str(step.day) if step.day else "",
        MONTHS[step.month - 1] if step.month else "",
        SEASONS[step.season] if step.season else "",
        f"quarter {step.quarter}" if step.quarter else "",
        f"half {step.half}" if step.half else "",
        "weekend" if step.weekend else "",
        step.holiday.replace("-", " ") if step.holiday else "",
    ]
    return " ".join(word for word in words if word)
