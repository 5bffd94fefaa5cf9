"""Weekdays, weekends, relative days and clock times of a language."""

from __future__ import annotations

import re

from timeline.expressions.languages.lexicon import folded
from timeline.expressions.languages.patterns import Words, is_small, number_of, rule, stands_behind, when, which_of
from timeline.expressions.offsets import WHOLE_COUNT
from timeline.expressions.rule import GAP, Rule
from timeline.written import Amount, Calendar, Clock, Repeat, Shift, Unsaid, Written

HALF = r"@halfbefore@_(?P<hour>@halfhour)(?:@o(?:@partglue@_)?(?P<part>@part))?"
WEEK_AND_WEEKDAY = r"(?:(?P<which>@wb)@_)?@week(?:@_(?P<after>@wa))?,?@_(?:@weekglue@_)?(?P<weekday>@weekday)"
PART = r"(?:@o(?:@partglue@_)?(?P<part>@part))?"


def in_part(hour: int, clock: Clock | None) -> int:
    """The hour of the day out of one of twelve, where the part of the day is told: "a las ocho de la tarde"."""
    part = clock.part if clock else None
    late = part in ("AF", "EV") or (part == "NI" and hour > 5)
    return hour + 12 if late and hour < 12 else hour


def at_minutes(hour: int, minutes: int) -> Written:
    """So many minutes past an hour, or before it."""
    total = (hour * 60 + minutes) % (24 * 60)
    return Written(says=Unsaid(), clock=Clock(hour=total // 60, minute=total % 60))


def rules(words: Words) -> tuple[Rule, ...]:
    """The rules for single days and what is counted in them."""
    lexicon = words.lexicon

    def clock_of(text: str | None) -> Clock | None:
        return Clock(part=lexicon.parts[folded(text)]) if text else None

    def is_name(match: re.Match[str], group: str) -> bool:
        """Whether a word that the language writes small is a name here."""
        return lexicon.small_names and not is_small(match, group)

    def read_weekday(match: re.Match[str]) -> Written | None:
        if is_name(match, "weekday") or stands_behind(words, "not_before", match):
            return None
        says = Calendar(weekday=lexicon.weekdays[folded(match["weekday"])], which=which_of(words, match))
        return Written(says=says, clock=clock_of(match["part"]))

    def read_part_of_weekday(match: re.Match[str]) -> Written | None:
        weekday = lexicon.weekdays[folded(match["weekday"])]
        return (
            None
            if is_name(match, "weekday")
            else Written(says=Calendar(weekday=weekday), clock=clock_of(match["part"]))
        )

    def read_today(match: re.Match[str]) -> Written | None:
        if not is_small(match, "day") or stands_behind(words, "not_before_day", match):
            return None
        return Written(says=Shift(unit="day", count=lexicon.days[folded(match["day"])]), clock=clock_of(match["part"]))

    def read_fixed(match: re.Match[str]) -> Written:
        one = lexicon.fixed[folded(match["fixed"])]
        return Written(says=Shift(unit=one.unit, count=one.count), clock=Clock(part=one.part) if one.part else None)

    def read_passage_day(match: re.Match[str]) -> Written:
        count = lexicon.passage_days[folded(match["day"])]
        return Written(says=Shift(unit="day", count=count, origin="previous", definite=True))

    def read_weekend(match: re.Match[str]) -> Written:
        return Written(says=Calendar(weekend=True, which=which_of(words, match)))

    def read_every_date(match: re.Match[str]) -> Written | None:
        if match["adverb"]:
            if stands_behind(words, "part_of", match):
                return None
            return Written(says=Repeat(every=Calendar(weekday=lexicon.every_weekday[folded(match["adverb"])])))
        return Written(says=Repeat(every=Calendar(weekday=lexicon.weekdays[folded(match["weekday"])])))

    def read_every_unit(match: re.Match[str]) -> Written:
        if match["adverb"]:
            return Written(says=Repeat(every=Amount(count=1, unit=lexicon.every_unit[folded(match["adverb"])])))
        count = number_of(words, match["count"]) if match["count"] else 1.0
        return Written(says=Repeat(every=Amount(count=count, unit=lexicon.units[folded(match["unit"])])))

    def read_per_unit(match: re.Match[str]) -> Written:
        times = number_of(words, match["count"]) if match["count"] else None
        unit = lexicon.units[folded(match["unit"])]
        return Written(says=Repeat(every=Amount(count=1, unit=unit), times=int(times) if times else None))

    def read_place_in_month(_: re.Match[str]) -> Written:
        return Written(says=Repeat(every=Amount(count=1, unit="month"), times=1))

    def read_weekday_of_week(match: re.Match[str]) -> Written | None:
        which = which_of(words, match)
        if which not in ("last", "this", "next") or is_name(match, "weekday"):
            return None
        of = Shift(unit="week", count=WHOLE_COUNT[which])
        return Written(says=Calendar(weekday=lexicon.weekdays[folded(match["weekday"])], of=of))

    def read_clock_in_words(match: re.Match[str]) -> Written | None:
        if not stands_behind(words, "clock_before", match) or not (match["word"] or match["part"] or match["minutes"]):
            return None
        hour = in_part(lexicon.hours[folded(match["hour"])], clock_of(match["part"]))
        return at_minutes(hour, lexicon.minutes[folded(match["minutes"])] if match["minutes"] else 0)

    def read_half_hour(match: re.Match[str]) -> Written | None:
        hour = in_part(lexicon.half_hours[folded(match["hour"])], clock_of(match["part"]))
        return at_minutes(hour, -30)

    def read_minutes_before(match: re.Match[str]) -> Written:
        hour = in_part(lexicon.hours[folded(match["hour"])], clock_of(match["part"]))
        return at_minutes(hour, lexicon.minutes_before[folded(match["minutes"])])

    def read_named_hour(match: re.Match[str]) -> Written:
        return Written(says=Unsaid(), clock=Clock(hour=lexicon.named_hours[folded(match["name"])], minute=0))

    not_clock = re.compile(rf"{GAP}{words.macros['notclock']}(?!\w)", re.IGNORECASE)

    def read_clock(match: re.Match[str]) -> Written | None:
        hour, minute = in_part(int(match["hour"]), clock_of(match["part"])), int(match["minute"] or 0)
        behind = folded(match["word"] or match["part"] or "")
        counts = behind in lexicon.units  # "18 heures" can be a length of time
        led = stands_behind(words, "clock_before", match)
        told = led if (counts or not behind) else True
        letter = match["mark"] is not None and match["mark"].strip().isalpha()
        if not told and not (letter and match["minute"]):
            return None
        certain = stands_behind(words, "clock_certain", match) and not_clock.match(match.string, match.end()) is None
        if not behind and (match["minute"] is None or (match["mark"] == "." and not certain)):
            return None
        return Written(says=Unsaid(), clock=Clock(hour=hour, minute=minute))

    return (
        rule(
            words,
            "weekday",
            "weekday",
            r"(?:(?P<which>@wb)@_)?(?P<weekday>@weekday)(?:@_(?P<after>@wa))?" + PART,
            read_weekday,
        ),
        rule(
            words,
            "part-of-weekday",
            "weekday",
            r"(?P<part>@part)@_(?:@partof@_)?(?P<weekday>@weekday)",
            read_part_of_weekday,
        ),
        rule(words, "today", "today", r"(?P<day>@days)" + PART, read_today),
        rule(words, "fixed", "today", r"(?P<fixed>@fixed)", read_fixed),
        rule(words, "day-of-passage", "today", r"(?P<day>@passagedays)", read_passage_day),
        rule(words, "weekends", "unit", r"@weekends", lambda _: Written(says=Repeat(every=Calendar(weekend=True)))),
        rule(words, "weekend", "unit", r"(?:(?P<which>@wb)@_)?@weekend(?:@_(?P<after>@wa))?", read_weekend),
        rule(
            words,
            "every-date",
            "weekday set",
            r"(?:@every@_(?:@ordinal@_)?(?P<weekday>@weekday)|(?P<adverb>@everyweekday))",
            read_every_date,
        ),
        rule(
            words,
            "every-unit",
            "unit set",
            r"(?:@every@_(?:(?P<count>@number)@_)?(?P<unit>@unit)|(?P<adverb>@everyunit))",
            read_every_unit,
        ),
        rule(
            words,
            "per-unit",
            "unit",
            r"(?:@often|(?P<count>@number)@_@times)@_@per@_(?P<unit>@unit)",
            read_per_unit,
        ),
        rule(
            words,
            "place-in-every-month",
            "weekday",
            r"(?:@every@_@ordinal@_@weekday@_(?:@ofmonth@_)?|@ordinal@_@weekday@_(?:@ofmonth@_)?@every@_)@monthunit",
            read_place_in_month,
        ),
        rule(
            words,
            "weekday-of-week",
            "weekday",
            r"(?P<weekday>@weekday),?@_(?:@ofweek@_)?(?:(?P<which>@wb)@_)?@week(?:@_(?P<after>@wa))?",
            read_weekday_of_week,
        ),
        *when(
            lexicon.particles["week_glue"],
            rule(words, "week-and-weekday", "weekday", WEEK_AND_WEEKDAY, read_weekday_of_week),
        ),
        rule(
            words,
            "clock-in-words",
            "unit today",
            r"(?P<hour>@hourword)(?:@_(?P<word>@clockafter))?(?:@_(?P<minutes>@minutes))?" + PART,
            read_clock_in_words,
        ),
        *when(
            lexicon.minutes_before,
            rule(
                words,
                "minutes-before-hour",
                "today",
                r"(?P<minutes>@minutesbefore)@_(?P<hour>@hourword)" + PART,
                read_minutes_before,
            ),
        ),
        *when(lexicon.half_hours, rule(words, "half-hour", "today", HALF, read_half_hour)),
        rule(words, "named-hour", "today", r"(?P<name>@namedhour)", read_named_hour),
        rule(
            words,
            "clock",
            "digits",
            r"(?<![\d:.,-])(?P<hour>2[0-4]|[01]?\d)(?:(?P<mark>@clockmarks)(?P<minute>[0-5]\d))?(?:@hoursuffix)?(?![\d:%-])"
            r"(?:@o(?P<word>@clockafter))?" + PART,
            read_clock,
        ),
    )
