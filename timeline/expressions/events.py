"""Times that hang on an event the text names: "a few days after the verdict", "the second day of the war"."""

from __future__ import annotations

import re
from typing import Literal

from timeline.expressions.durations import WINDOWS, amount
from timeline.expressions.numbers import number, ordinal
from timeline.expressions.offsets import COUNT, unit_of
from timeline.expressions.rule import rule
from timeline.written import Amount, Relation, Relative, Span, Written

# An event phrase ends with its clause: at punctuation, or where another clause begins.
PHRASE = re.compile(r"(?:[^\s.,;:!?()\[\]\"“”…—–]|[.](?=\w)|[^\S\n]){1,110}")
STOP = re.compile(
    r"\s(?:and|but|while|when|who|which|whom|where|because|although|though|as|if|whether|until|unless|so|he|she|they|we|I|it|then|that)\s"
    r"|\s(?:said|says|told|according|has|have|had|is|are|was|were|will|would|can|could|may|might)\s(?:that|to|by|not|been)?",
)
NO_EVENT = re.compile(
    r"(?:that|this|which|it|them|him|her|us|me|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the\s(?:month|year|week|day|decade|century|quarter|fact|latter|former)|this|last|next|each|every|all|\d+"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|(?:my|your|his|her|our|their)\s(?:life|lives|careers?))\b(?!['’])"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.?\s\d|$)",
    re.IGNORECASE,
)
MONTH_NAME = re.compile(
    r"^(?:\d{1,2}\s)?(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)(?=\s\d|,|$|\s[A-Z\d])",
    re.IGNORECASE,
)
RELATIONS: dict[str, Relation] = {
    "after": "after", "following": "after", "into": "after", "since": "after", "from": "after",
    "before": "before", "prior to": "before", "ahead of": "before", "preceding": "before", "leading up to": "before",
    "of": "same", "beginning": "same", "starting": "same", "commencing": "same", "ending": "same",
}  # fmt: skip


def event_after(text: str, start: int) -> str | None:
    """The phrase that names an event, from an offset on; None where none begins there."""
    match = PHRASE.match(text, start)
    if match is None:
        return None
    phrase = match[0]
    if stop := STOP.search(phrase, 3):
        phrase = phrase[: stop.start()]
    phrase = phrase.strip()
    if len(phrase) < 3 or not re.search(r"[A-Za-z]{3}", phrase):
        return None
    return phrase


def relation_of(text: str) -> Relation:
    """Which side of the event a preposition means."""
    return RELATIONS[re.sub(r"\s+", " ", text.lower())]


def read_distance(match: re.Match[str]) -> Written | None:
    """So long after or before an event."""
    event = event_after(match.string, match.end())
    if event is None or re.match(r"(?:that|this|which|it)\b(?!\s\w+)", event, re.IGNORECASE):
        return None
    groups = match.groupdict()
    length, modifier = (
        amount(groups["count"], match["unit"], groups.get("half"))
        if groups.get("count")
        else (Amount(count=None, unit=unit_of(match["unit"])), None)
    )
    return Written(
        says=Relative(
            relation=relation_of(match["relation"]), event=event, span=Span(amounts=(length,)), unit=length.unit
        ),
        modifier=modifier,
    )


def read_either_distance(match: re.Match[str]) -> Written | None:
    """So many days after an event, or one more: the event's own first day is its day number 1."""
    event = event_after(match.string, match.end())
    numbers = [number(match[name]) for name in ("low", "high")]
    if event is None or NO_EVENT.match(event):
        return None
    unit = unit_of(match["unit"])
    days = tuple(int(one) + 1 for one in numbers if one is not None and one == int(one))
    return Written(
        says=Relative(
            relation="after",
            event=event,
            span=Span(amounts=(Amount(count=None, unit=unit),)),
            unit=unit,
            ordinals=days if len(days) == 2 else (),
        ),
        modifier="APPROX",
    )


def read_within(match: re.Match[str]) -> Written | None:
    """No longer than so much after an event."""
    event = event_after(match.string, match.end())
    if event is None or NO_EVENT.match(event):
        return None
    length, modifier = (
        amount(match["count"], match["unit"], None)
        if match["count"]
        else (Amount(count=None, unit=unit_of(match["unit"])), None)
    )
    span = Span(amounts=(length,), window="following")
    return Written(says=Relative(relation="after", event=event, span=span, unit=length.unit), modifier=modifier)


def read_soon(match: re.Match[str]) -> Written | None:
    """A short while after or before an event."""
    event = event_after(match.string, match.end())
    if event is None or re.match(r"(?:that|this|which|it|[A-Z]?\d)\b", event, re.IGNORECASE):
        return None
    return Written(
        says=Relative(
            relation=relation_of(match["relation"]), event=event, span=Span(amounts=(Amount(count=None, unit="day"),))
        ),
        modifier="LESS_THAN",
    )


def read_unit_beside(match: re.Match[str]) -> Written | None:
    """The week after an event, the day of an event, the weeks before it."""
    event = event_after(match.string, match.end())
    if event is None or NO_EVENT.match(MONTH_NAME.sub("the date", event)):
        return None
    word = match["unit"].lower()
    plural = word.endswith("s")
    unit = unit_of(word)
    relation = relation_of(match["relation"])
    if relation == "same" and unit != "week" and MONTH_NAME.match(event):
        return None
    if relation == "same":
        return None if plural else Written(says=Relative(relation="same", event=event, unit=unit))
    length = Amount(count=None if plural else 1, unit=unit)
    return Written(
        says=Relative(
            relation=relation,
            event=event,
            span=Span(amounts=(length,), window="following" if relation == "after" else "preceding"),
            unit=unit,
        )
    )


def read_edge(match: re.Match[str]) -> Written | None:
    """The first days of an event, its final week."""
    event = event_after(match.string, match.end())
    if event is None or NO_EVENT.match(event):
        return None
    word = match["window"].lower().split()[-1]
    edge: Literal["first", "last"] = "first" if WINDOWS[word] == "first" else "last"
    word_unit = match["unit"].lower()
    if word_unit == "quarter":  # of a match it is no time, of a century a refiner's
        return None
    if match["count"]:
        length, modifier = amount(match["count"], word_unit, None)
    else:
        length, modifier = Amount(count=None if word_unit.endswith("s") else 1, unit=unit_of(word_unit)), None
    if not word_unit.endswith("s") and not match["count"]:
        ordinals = (1,) if edge == "first" else ()
        return Written(
            says=Relative(
                relation="during", event=event, unit=length.unit, ordinals=ordinals, edge=None if ordinals else edge
            )
        )
    return Written(
        says=Relative(relation="during", event=event, span=Span(amounts=(length,)), unit=length.unit, edge=edge),
        modifier=modifier,
    )


def read_ordinal(match: re.Match[str]) -> Written | None:
    """The second, or the second or third, day of an event."""
    event = event_after(match.string, match.end())
    if event is None or NO_EVENT.match(event):
        return None
    numbers = tuple(number for text in (match["first"], match["second"]) if text and (number := ordinal(text)))
    return (
        Written(says=Relative(relation="during", event=event, unit=unit_of(match["unit"]), ordinals=numbers))
        if numbers
        else None
    )


def read_eve(match: re.Match[str]) -> Written | None:
    """The day before an event."""
    event = event_after(match.string, match.end())
    if event is None or NO_EVENT.match(event):
        return None
    return Written(
        says=Relative(relation="before", event=event, span=Span(amounts=(Amount(count=1, unit="day"),)), unit="day")
    )


SIDE = r"@_(?P<relation>after|following|into|before|prior@_to|ahead@_of)(?=@_(?!(?:that|this)\b\W)\w)"

RULES = (
    rule(
        "units-from-event",
        "unit",
        r"(?P<span>"
        + COUNT
        + r"@hyphen(?:full@_)?(?P<unit>@unit)(?P<half>@_and@_a@_half)?)(?:@_after,(?=@_after))?"
        + SIDE,
        read_distance,
        {
            "“A few days after the first missile strikes, I”": ("A few days",),
            "two years after his diagnosis": ("two years",),
            "A few days into the war, he": ("A few days",),
        },
    ),
    rule(
        "either-days-from-event",
        "unit",
        r"(?P<span>(?P<low>@number|an?)@_or@_(?P<high>@number)@_(?P<unit>days))@_(?P<relation>after)(?=@_(?!(?:that|this)\b\W)\w)",
        read_either_distance,
        {"two or three days after the fire": ("two or three days",)},
    ),
    rule(
        "vague-units-from-event",
        "unit",
        r"(?P<span>(?P<unit>@units))" + SIDE,
        read_distance,
        {"took place days after the war began.": ("days",)},
    ),
    rule(
        "within-event",
        "unit",
        r"within@_(?P<span>(?:" + COUNT + r"@_)?(?P<unit>@unit))@_of(?=@_\w)",
        read_within,
        {"within days of the invasion, all fled": ("days",), "within two weeks of his arrest": ("two weeks",)},
    ),
    rule(
        "soon-from-event",
        "vague unit",
        r"(?P<span>(?:very@_)?(?:shortly|soon)@_(?P<relation>after|before))(?=@_(?:(?:the|an?|his|her|its|their|our|my|this|he|she|it|they|we|I)\b|(?-i:[A-Z])|\w+ing\b))",
        read_soon,
        {"in a call shortly after the war began, and": ("shortly after",)},
    ),
    rule(
        "unit-beside-event",
        "unit part",
        r"(?P<span>the@_(?:very@_)?(?P<unit>days?|weeks?|months?|years?|nights?|weekend|hours|minutes|decades?))@_(?:immediately@_|just@_|right@_)?(?P<relation>after|following|before|preceding|prior@_to|leading@_up@_to|of|beginning|starting|commencing|ending)(?:@_on)?(?=@_(?:(?:the|an?|his|her|their|its|our|this)\b|(?-i:[A-Z])|\d{1,2}@_@month))",
        read_unit_beside,
        {
            "in the week following the invasion, he": ("the week",),
            "the day of the attack": ("the day",),
            "the week of the vote": ("the week",),
        },
    ),
    rule(
        "edge-of-event",
        "unit",
        r"(?P<span>the@_(?P<window>(?:very@_)?first|opening|early|final|closing|last)@_(?:(?P<count>@loose|@vague|@number)@hyphen)?(?P<unit>@unit))@_of(?=@_)",
        read_edge,
        {
            "in the first days of the war": ("the first days",),
            "the first days of May": (),
            "in the final week of the campaign": ("the final week",),
        },
    ),
    rule(
        "ordinal-of-event",
        "unit",
        r"(?P<span>the@_(?P<first>@ordinal)(?:(?:@_(?:or|and|to)@_|@dash)(?:the@_)?(?P<second>@ordinal))?@_(?P<unit>day|week|month|year|hour|night|minute|decade))@_of(?=@_)",
        read_ordinal,
        {"on the second or third day of the war, he": ("the second or third day",), "the first day of May": ()},
    ),
    rule(
        "eve-of-event",
        "vague unit",
        r"(?P<span>the@_eve)@_of(?=@_)",
        read_eve,
        {"on the eve of the summit, they": ("the eve",)},
    ),
)
