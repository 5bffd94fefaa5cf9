"""Lengths of time in a language, and what is counted by them from the publication or the passage."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from timeline.expressions.languages.lexicon import folded
from timeline.expressions.languages.patterns import Words, number_of, rule, stands_behind, unit_of, which_of
from timeline.expressions.offsets import WHOLE_COUNT, offset
from timeline.expressions.rule import Rule
from timeline.written import Amount, Origin, Shift, Span, Which, Window, Written

WINDOWS: dict[Which, Window] = {"last": "past", "next": "future", "previous": "preceding", "following": "following"}
DURATION = (
    r"(?<![/–-])(?P<count>@number)@_(?P<unit>@unit)(?:@_@and@_(?P<count2>@number)@_(?P<unit2>@unit)(?!@_(?:@laterafter|@earlierafter|@agoafter)\b))?"
    r"(?!@_@ageafter\b)"
)
AMOUNT = r"(?:(?P<length>@length)|(?:(?P<count>@number)@_)?(?P<unit>@unit))"


def rules(words: Words) -> tuple[Rule, ...]:
    """The rules for lengths of time and for units counted from a day."""
    plurals = frozenset(words.lexicon.particles["plurals"])

    def counting(direction: Literal[-1, 1], origin: Origin) -> Callable[[re.Match[str]], Written | None]:
        """The reader of an amount beside a word that says from where it is counted."""

        def read(match: re.Match[str]) -> Written | None:
            if not (match["before"] or match["behind"]):
                return None
            if match["length"]:
                one = words.lexicon.lengths[folded(match["length"])]
                return offset(one.unit, one.count, direction, origin, None)
            if match["count"] is None and not words.lexicon.bare_unit:
                return None
            count = number_of(words, match["count"]) if match["count"] else 1
            return offset(unit_of(words, match["unit"]), count, direction, origin, None)

        return read

    def marked(name: str, use: str, direction: Literal[-1, 1], origin: Origin) -> Rule:
        """A rule for an amount with a word for some use before or behind it."""
        macro = use.replace("_", "")
        before = f"@{macro}before" if f"{macro}before" in words.macros else "(?!)"
        behind = f"@{macro}after" if f"{macro}after" in words.macros else "(?!)"
        pattern = rf"(?:(?P<before>{before})@_(?:@about@_)?)?{AMOUNT}(?:@_(?P<behind>{behind}))?"
        return rule(words, name, "unit", pattern, counting(direction, origin))

    def is_plural(match: re.Match[str]) -> bool:
        """Whether several units are meant, by the form of the unit or of the word beside it."""
        told = " ".join(folded(match[group] or "") for group in ("which", "unit", "after"))
        return any(word in plurals for word in told.split())

    def read_whole(match: re.Match[str]) -> Written | None:
        which, unit = which_of(words, match), unit_of(words, match["unit"])
        if which is None or unit == "weekend":
            return None
        if not is_plural(match) and (unit in ("hour", "minute") or (unit == "day" and which == "last")):
            return None
        if is_plural(match):
            window = WINDOWS.get(which)
            return Written(says=Span(amounts=(Amount(count=None, unit=unit),), window=window)) if window else None
        passage = which in ("previous", "following", "same") or unit == "day"
        return Written(
            says=Shift(
                unit=unit,
                count=WHOLE_COUNT[which],
                origin="previous" if passage else "published",
                definite=unit == "day",
            )
        )

    def read_window(match: re.Match[str]) -> Written | None:
        which = which_of(words, match)
        if which not in ("last", "next"):
            return None
        count = number_of(words, match["count"] or match["inner"])
        amount = Amount(count=count, unit=unit_of(words, match["unit"]))
        return Written(says=Span(amounts=(amount,), window="past" if which == "last" else "future"))

    def read_duration(match: re.Match[str]) -> Written | None:
        if stands_behind(words, "age_before", match):
            return None
        amounts = [Amount(count=number_of(words, match["count"]), unit=unit_of(words, match["unit"]))]
        if match["count2"]:
            amounts.append(Amount(count=number_of(words, match["count2"]), unit=unit_of(words, match["unit2"])))
        return Written(says=Span(amounts=tuple(amounts)))

    def read_length(match: re.Match[str]) -> Written | None:
        one = words.lexicon.lengths[folded(match["length"])]
        return Written(says=Span(amounts=(Amount(count=one.count, unit=one.unit),)))

    def read_edge(match: re.Match[str]) -> Written | None:
        if folded(match["unit"]) in words.lexicon.particles["decade_before"]:
            return None
        part, which = words.lexicon.edges[folded(match["edge"])], which_of(words, match)
        count = WHOLE_COUNT[which] if which in ("last", "next") else 0
        return Written(says=Shift(unit=unit_of(words, match["unit"]), count=count), part=part)

    return (
        marked("ago", "ago_", -1, "published"),
        marked("in-time", "in_", 1, "published"),
        marked("later", "later_", 1, "previous"),
        marked("earlier", "earlier_", -1, "previous"),
        rule(
            words,
            "whole-unit",
            "unit",
            r"(?:(?P<which>@wb)@_)?(?P<unit>@unit)(?:@_(?P<after>@wa))?",
            read_whole,
        ),
        rule(
            words,
            "window",
            "unit",
            r"(?:(?P<count>@number)@_)?(?:(?P<which>@wb)@_)?(?:(?P<inner>@number)@_)?(?P<unit>@unit)(?:@_(?P<after>@wa))?",
            lambda match: read_window(match) if match["count"] or match["inner"] else None,
        ),
        rule(
            words,
            "end-of-unit",
            "unit",
            r"(?P<edge>@edge)@eg(?:(?P<which>@wb)@_)?(?P<unit>@period)(?!@_[IVXХІ]{1,6}(?!\w)|@_(?:de@_|d['’])?@month(?!\w))(?:@_(?P<after>@wa))?",
            read_edge,
        ),
        rule(words, "length", "unit", r"(?P<length>@length)", read_length),
        rule(words, "duration", "unit", DURATION, read_duration),
    )
