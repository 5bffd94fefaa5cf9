"""Calendar dates of a language: days, months, years, seasons, quarters, decades, centuries."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.expressions.dates import LONGEST, PART_OF_NUMBER, read_iso
from timeline.expressions.languages.lexicon import folded
from timeline.expressions.languages.patterns import Words, rule, stands_behind, when, which_of
from timeline.expressions.offsets import WHOLE_COUNT
from timeline.expressions.rule import GAP, Rule
from timeline.written import Calendar, Clock, Shift, Written

YEAR = r"(?:(?P<year>@year|\d{1,4}(?=@ys@_@bc))@ys(?:@_(?P<bc>@bc))?)"
ERA = r"(?:@_(?:(?P<bc>@bc)|@ad))?"
WEEKDAY = r"(?:(?P<weekday>@weekday),?@_(?:@datearticle@_)?)?"
NOUN = re.compile(rf"{GAP}(?-i:[A-ZÄÖÜ])")  # in German a noun behind a number is what it counts
# In the others a plural, or a genitive plural, is.
COUNTED = re.compile(rf"{GAP}(?:de{GAP})?[^\W\d_]{{3,}}(?:s|x|ов|ев|ей|ів|їв|осіб|человек)\b", re.IGNORECASE)
SCORED = re.compile(r"\s?[%€$]|[.,:]\d|[-‐]\w")
SHORT_FIGURES = r"(?<![\d./-])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?!\d)"
NUMERALS = {"I": 1, "V": 5, "X": 10}
CYRILLIC = str.maketrans("ХІ", "XI")


def rules(words: Words) -> tuple[Rule, ...]:
    """The rules for calendar dates."""
    lexicon = words.lexicon
    small = lexicon.particles

    def month_of(text: str) -> int:
        return lexicon.months[folded(text).rstrip(".")]

    def day_of(text: str) -> int:
        figures = re.match(r"\d+", text)
        return int(figures[0]) if figures else lexicon.day_words[folded(text)]

    def read_day(match: re.Match[str]) -> Written | None:
        groups = match.groupdict()
        day, month = day_of(groups["day"]), month_of(groups["month"])
        at = match.start("weekday") if groups.get("weekday") else match.start("day")
        if day > LONGEST[month - 1] or stands_behind(words, "not_before", match, at):
            return None
        if lexicon.small_names and groups["month"][0].isupper() and not groups["month"].isupper():
            return None
        year = int(groups["year"]) if groups.get("year") else None
        bc = bool(groups.get("bc"))
        weekday = lexicon.weekdays[folded(groups["weekday"])] if groups.get("weekday") else None
        part = groups.get("part")
        clock = Clock(part=lexicon.parts[folded(part)]) if part else None
        return Written(says=Calendar(year=year, month=month, day=day, weekday=weekday, bc=bc), clock=clock)

    def read_month_of_year(match: re.Match[str]) -> Written | None:
        which = which_of(words, match) if match["adjective"] is None else None
        if match["adjective"] is None and which not in ("last", "this", "next"):
            return None
        count = WHOLE_COUNT[which] if which else lexicon.year_adjectives[folded(match["adjective"])]
        day = day_of(match["day"]) if match["day"] else None
        return Written(says=Calendar(month=month_of(match["month"]), day=day, of=Shift(unit="year", count=count)))

    def read_short_figures(match: re.Match[str]) -> Written | None:
        day, month = int(match["day"]), int(match["month"])
        if not 1 <= month <= 12 or not 1 <= day <= LONGEST[month - 1]:
            return None
        return Written(says=Calendar(month=month, day=day)) if stands_behind(words, "figures_before", match) else None

    def read_figures(match: re.Match[str]) -> Written | None:
        day, month = int(match["day"]), int(match["month"])
        if not 1 <= month <= 12 or not 1 <= day <= LONGEST[month - 1]:
            return None
        return Written(says=Calendar(year=int(match["year"]), month=month, day=day))

    def read_month(match: re.Match[str]) -> Written | None:
        if match.groupdict().get("year"):
            return Written(says=Calendar(year=int(match["year"]), month=month_of(match["month"]), bc=bool(match["bc"])))
        which = which_of(words, match)
        led = stands_behind(words, "before_month", match) or stands_behind(words, "edge", match)
        if folded(match["month"]).rstrip(".") in lexicon.particles["not_alone"]:
            return None
        if not (which or led) or stands_behind(words, "not_before", match):
            return None
        if lexicon.small_names and match["month"][0].isupper():
            return None
        return Written(says=Calendar(month=month_of(match["month"]), which=which))

    def read_year(match: re.Match[str]) -> Written | None:
        text, end = match.string, match.end()
        year = int(match["year"])
        if SCORED.match(text, end) or not 1000 <= year <= 2100:
            return None
        if numbered.search(text, max(0, match.start() - 24), match.start()) or PART_OF_NUMBER.search(
            text, max(0, match.start() - 7), match.start()
        ):
            return None
        suffixed = not match[0][-1].isdigit()
        ranged = second_year.match(text, end) or stands_behind(words, "first_year", match)
        led = stands_behind(words, "before_year", match) or stands_behind(words, "edge", match)
        certain = suffixed or ranged or stands_behind(words, "year_word", match)
        free = (led or (lexicon.bare_years and 1800 <= year <= 2060)) and counted.match(text, end) is None
        return Written(says=Calendar(year=year)) if certain or free else None

    def read_holiday(match: re.Match[str]) -> Written | None:
        year = int(match["year"]) if match["year"] else None
        if stands_behind(words, "not_before", match):
            return None
        return Written(says=Calendar(holiday=lexicon.holidays[folded(match["holiday"])], year=year))

    def read_season(match: re.Match[str]) -> Written | None:
        season = lexicon.seasons[folded(match["season"])]
        which = which_of(words, match)
        if match["year"]:
            return Written(says=Calendar(season=season, year=int(match["year"])))
        led = stands_behind(words, "before_season", match) or stands_behind(words, "edge", match)
        alone = folded(match["season"]) in lexicon.season_alone or led
        return Written(says=Calendar(season=season, which=which)) if which or alone else None

    def read_division(match: re.Match[str]) -> Written | None:
        word = folded(match["ordinal"])
        number = int(word[0]) if word[0].isdigit() else lexicon.ordinals[word]
        year = int(match["year"]) if match["year"] else None
        if lexicon.units[folded(match["unit"])] == "half":
            return Written(says=Calendar(half=number, year=year)) if number <= 2 else None
        return Written(says=Calendar(quarter=number, year=year))

    def read_decade(match: re.Match[str]) -> Written | None:
        if match["words"]:
            return Written(says=Calendar(decade=lexicon.decades[folded(match["words"])]))
        figures = int(match["early"] or match["late"])
        if figures < 20:
            return None
        return Written(says=Calendar(decade=190 + figures // 10 if figures < 100 else figures // 10))

    def read_century(match: re.Match[str]) -> Written | None:
        told = folded(match["number"])
        number = lexicon.century_words.get(told) or numeral(match["number"])
        bc = bool(match.groupdict().get("bc"))
        return Written(says=Calendar(century=number - 1, bc=bc)) if 1 <= number <= (30 if bc else 21) else None

    def read_turn(match: re.Match[str]) -> Written | None:
        if "number" not in match.groupdict():
            return Written(says=Shift(unit="century", count=0, definite=True), part="turn")
        century = read_century(match)
        return replace(century, part="turn") if century else None

    def read_era(match: re.Match[str]) -> Written:
        return Written(says=Calendar(year=int(match["year"]), bc=bool(match["bc"])))

    def read_half_of_month(match: re.Match[str]) -> Written | None:
        number = lexicon.ordinals[folded(match["ordinal"])]
        says = Calendar(month=month_of(match["month"]), year=int(match["year"]) if match["year"] else None)
        return Written(says=says, part="1/2" if number == 1 else "2/2") if number < 3 else None

    def read_weekday_of_month(match: re.Match[str]) -> Written | None:
        year = int(match["year"]) if match["year"] else None
        place, weekday = lexicon.ordinals[folded(match["ordinal"])], lexicon.weekdays[folded(match["weekday"])]
        return Written(says=Calendar(year=year, month=month_of(match["month"]), weekday=weekday, place=place))

    second_year = re.compile(
        rf"(?:{GAP}(?:{words.macros['to']}|{words.macros['and']}){GAP}|[-–]){words.macros['year']}", re.IGNORECASE
    )
    numbered = re.compile(rf"(?<!\w){words.macros['numbered']}{GAP}(?:(?-i:[A-ZА-ЯІЇЄ]{{1,3}}){GAP})?$", re.IGNORECASE)
    counted = NOUN if lexicon.bare_years else COUNTED
    other = r"(?:@centuryword|\d{1,2}|[IVXХІ]{1,6})@centurysuffix?"
    number = r"(?P<number>@centuryword|\d{1,2}|[IVXХІ]{1,6})@centurysuffix?"
    joint = r"(?:@_(?:@and|@to|@or|@turnto)@_|@o[-–]@o)"
    if lexicon.century_first:
        century, turn = rf"@century@_{number}", rf"@century@_(?:{other}{joint})?{number}"
        listed = rf"@century@_{other}{joint}(?:@edge@eg)?(?:@datearticle@_)?(?P<span>{number})"
    else:
        century, turn = rf"{number}@_@century", rf"(?:{other}{joint})?{number}@_@century"
        listed = (
            rf"(?P<span>{number})(?=(?:,@_{other}){{0,2}}{joint}(?:@edge@eg)?(?:@datearticle@_)?{other}@_@century{ERA})"
        )
    return (
        rule(
            words,
            "day-month-year",
            "month",
            WEEKDAY + r"(?P<day>@day)@dg(?P<month>@month)@yg" + YEAR,
            read_day,
        ),
        rule(
            words,
            "month-of-year",
            "month",
            r"(?:(?P<day>@day)@dg)?(?:(?P<adjective>@adjective)@_)?(?P<month>@month)"
            r"(?(adjective)|@of(?:(?P<which>@wb)@_)?@yearunit(?:@_(?P<after>@wa))?)",
            read_month_of_year,
        ),
        rule(
            words,
            "part-of-day-month",
            "month",
            r"(?P<part>@part)@_(?:@partof@_)?(?:@datearticle@_)?(?P<day>@day)@dg(?P<month>@month)(?:@yg(?P<year>@year)@ys)?",
            read_day,
        ),
        rule(words, "day-month", "month", WEEKDAY + r"(?P<day>@day)@dg(?P<month>@month)", read_day),
        *when(
            lexicon.particles["figures_before"],
            rule(words, "short-figures", "digits", SHORT_FIGURES, read_short_figures),
        ),
        rule(
            words,
            "day-of-list",
            "month",
            r"(?P<day>@day)(?=(?:,@_@day){0,4}(?:@_(?:@to|@and|@or)@_(?:@datearticle@_)?|@o[-–]@o)@day@dg"
            r"(?P<month>@month)(?:@yg(?P<year>@year))?(?!\w))",
            read_day,
        ),
        rule(words, "iso-date", "year", r"(?P<year>@year)-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)", read_iso),
        rule(
            words,
            "date-in-figures",
            "digits",
            r"(?<![\d./-])(?P<day>\d{1,2})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d:/-]*\d)",
            read_figures,
        ),
        rule(words, "month-year", "month", r"(?P<month>@month)@yg" + YEAR, read_month),
        *when(
            small["month_half"],
            rule(
                words,
                "half-of-month",
                "month",
                r"(?P<ordinal>@ordinal)@_(?P<month>@month)@monthhalf(?:@yg(?P<year>@year)@ys)?",
                read_half_of_month,
            ),
        ),
        rule(
            words,
            "weekday-of-month",
            "weekday",
            r"(?P<ordinal>@ordinal)@_(?P<weekday>@weekday)@_(?:@ofmonth@_)?(?P<month>@month)(?:@yg(?P<year>@year)@ys)?",
            read_weekday_of_month,
        ),
        rule(words, "year-of-era", "digits", r"(?P<year>\d{1,4})@ys@_(?:(?P<bc>@bc)|@ad)", read_era),
        rule(
            words,
            "first-year-of-era",
            "digits",
            r"(?P<year>\d{1,4})(?=@ys(?:@_(?:@to|@and|@or)@_|@o[-–]@o)\d{1,4}@ys@_(?P<bc>@bc))",
            read_era,
        ),
        rule(words, "month", "month", r"(?:(?P<which>@wb)@_)?(?P<month>@month)(?:@_(?P<after>@wa))?", read_month),
        rule(words, "year", "year", r"(?P<year>@year)@ys", read_year),
        rule(
            words,
            "season",
            "season",
            r"(?:(?P<which>@wb)@_)?(?P<season>@season)(?:@_(?P<after>@wa))?(?:@yg(?P<year>@year)(?:[-–/](?:\d\d)?\d\d(?!\d))?@ys)?",
            read_season,
        ),
        *when(
            lexicon.holidays,
            rule(words, "holiday", "holiday", r"(?P<holiday>@holiday)(?:@yg(?P<year>@year)@ys)?", read_holiday),
        ),
        rule(
            words,
            "quarter-of-year",
            "unit",
            r"(?P<ordinal>@ordinal)@_(?P<unit>@division)(?:@yg(?P<year>@year)@ys)?",
            read_division,
        ),
        rule(
            words,
            "decade",
            "set digits",
            r"(?:@decadebefore@_(?P<early>(?:1[89]|20)\d0|[2-9]0)|(?P<late>(?:1[89]|20)\d0|[2-9]0)@decadeafter"
            r"|(?P<words>@decades))",
            read_decade,
        ),
        rule(words, "century", "unit", century + ERA, read_century),
        rule(words, "century-of-list", "unit", listed, read_century),
        rule(words, "turn-of-century", "unit", r"@turn", read_turn),
        rule(words, "turn-of-named-century", "unit", r"@turnof@_" + turn, read_turn),
    )


def numeral(text: str) -> int:
    """The number of Arabic or Roman figures; Cyrillic letters stand for Roman ones that look alike."""
    if text.isdigit():
        return int(text)
    values = [NUMERALS[letter] for letter in text.upper().translate(CYRILLIC)]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
