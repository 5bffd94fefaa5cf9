"""Texts beside what they mean: bounds, precision, intersections, labels, makers, errors."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from timeline import edtf

MEANINGS = """
2022                      | 2022-01-01           | 2022-12-31           | year
2022-02                   | 2022-02-01           | 2022-02-28           | month
2024-02                   | 2024-02-01           | 2024-02-29           | month
2022-02-24                | 2022-02-24           | 2022-02-24           | day
199X                      | 1990-01-01           | 1999-12-31           | decade
18XX                      | 1800-01-01           | 1899-12-31           | century
-00XX                     | -0099-01-01          | 0000-12-31           | century
-004X                     | -0049-01-01          | -0040-12-31          | decade
2004-XX                   | 2004-01-01           | 2004-12-31           | year
2004-XX-XX                | 2004-01-01           | 2004-12-31           | year
2004-06-XX                | 2004-06-01           | 2004-06-30           | month
1850~                     | 1850-01-01           | 1850-12-31           | year
2022-21                   | 2022-03-01           | 2022-05-31           | season
2022-22                   | 2022-06-01           | 2022-08-31           | season
2022-23                   | 2022-09-01           | 2022-11-30           | season
2023-24                   | 2023-12-01           | 2024-02-29           | season
2024-33                   | 2024-01-01           | 2024-03-31           | quarter
2024-36                   | 2024-10-01           | 2024-12-31           | quarter
2024-40                   | 2024-01-01           | 2024-06-30           | range
2024-41                   | 2024-07-01           | 2024-12-31           | range
2025-01-05T04             | 2025-01-05T04:00     | 2025-01-05T04:59     | hour
2025-01-05T04:00          | 2025-01-05T04:00     | 2025-01-05T04:00     | minute
2025-01-05T00:00          | 2025-01-05T00:00     | 2025-01-05T00:00     | minute
2025-01-05T04:00:59Z      | 2025-01-05T04:00:59Z | 2025-01-05T04:00:59Z | second
2025-01-05T04:00-05:30    | 2025-01-05T04:00-05:30 | 2025-01-05T04:00-05:30 | minute
2022-02-24/2022-03-07     | 2022-02-24           | 2022-03-07           | range
2022-02/2022-24           | 2022-02-01           | 2023-02-28           | range
2025-01-05T04:00/2025-01-05 | 2025-01-05T04:00   | 2025-01-05T23:59     | range
2025-01-05T04:00Z/2025-01-06 | 2025-01-05T04:00Z | 2025-01-06T23:59Z    | range
2025-01-05/2025-01-06T04Z | 2025-01-05T00:00Z    | 2025-01-06T04:59Z    | range
../2020                   | None                 | 2020-12-31           | range
/2020                     | None                 | 2020-12-31           | range
2020/..                   | 2020-01-01           | None                 | range
2020/                     | 2020-01-01           | None                 | range
[2022-02-25,2022-02-26]   | 2022-02-25           | 2022-02-26           | range
[2022-02-25..2022-02-27]  | 2022-02-25           | 2022-02-27           | range
[..1984]                  | None                 | 1984-12-31           | range
[1667,1668-12,1760..]     | 1667-01-01           | None                 | range
-0043-03-15               | -0043-03-15          | -0043-03-15          | day
0000                      | 0000-01-01           | 0000-12-31           | year
Y17000                    | +17000-01-01         | +17000-12-31         | year
Y-17000                   | -17000-01-01         | -17000-12-31         | year
+16000-02-29              | +16000-02-29         | +16000-02-29         | day
9999-24                   | 9999-12-01           | +10000-02-29         | season
"""

INTERSECTIONS = """
2022                     | 2022-02                  | 2022-02
2022                     | 2023                     | None
2022-02-20/2022-03-07    | 2022-02                  | 2022-02-20/2022-02-28
2022-01-15/2022-02       | 2022-02/2022-03-15       | 2022-02
2023-12/2024-03          | 2024-01/2024-05          | 2024-33
2023-05/2024-06          | 2024-01/2024-09          | 2024-40
2021-05/2022             | 2022/2023-03             | 2022
1985/1999                | 1990/2005                | 199X
1750/1899                | 1800/1950                | 18XX
1985/1998                | 1990/2005                | 1990/1998
2022-01/2022-05          | 2022-03/2022-08          | 2022-03/2022-05
2022-01/2022-05          | 2022-21                  | 2022-21
2022-21                  | 2022-03/2022-05          | 2022-21
2022-21                  | 2022-05-15/2022-07       | 2022-05-15/2022-05-31
199X                     | 1995                     | 1995
2004                     | 2004-XX                  | 2004
2022                     | 2022~                    | 2022
2022                     | 2022-02~                 | 2022-02~
2022~/2023               | 2022/2023                | 2022/2023
../2020                  | 2019/..                  | 2019/2020
/2020                    | 2019/                    | 2019/2020
../2020                  | ../2019                  | ../2019
../2020                  | 2021/..                  | None
2025-01-05T04:00         | 2025-01-05               | 2025-01-05T04:00
2025-01-05T04            | 2025-01-05T04:30/..      | 2025-01-05T04:30/2025-01-05T04:59
2025-01-05T04/2025-01-06 | 2025-01-05/2025-01-05T04 | 2025-01-05T04
2025-01-05T04:00:30/..   | ../2025-01-05T04:01      | 2025-01-05T04:00:30/2025-01-05T04:01:59
2025-01-05T04:00         | 2025-01-05T04:01         | None
2025-01-05T04:00Z        | 2025-01-05T06:00+02:00   | 2025-01-05T04:00Z
2025-01-05T04:00Z        | 2025-01-05T04:00+02:00   | None
2025-01-05T23:30-05:00/.. | 2025-01-06T04:00Z/2025-01-06T05:00Z | 2025-01-06T04:30Z/2025-01-06T05:00Z
2025-01-05T04:00Z/2025-01-06 | 2025-01-05T23:30-01:00/.. | 2025-01-06T00:30Z/2025-01-06T23:59Z
2025-01-05T04:00Z/..     | ../2025-01-05T05:00      | 2025-01-05T04:00Z/2025-01-05T05:00Z
2025-01-05T04:00:30      | 2025-01-05T04:00:30Z     | 2025-01-05T04:00:30Z
[2022-02-25,2022-02-26]  | 2022-02-26               | 2022-02-26
[2022-02-25,2022-02-26]  | 2022-02                  | [2022-02-25,2022-02-26]
[2022-02-25,2022-03-01]  | 2022-02-26/2022-02-28    | None
[2022-02-25,2022-02-26]  | [2022-02-26,2022-02-27]  | 2022-02-26
[2022-02-25..2022-02-27] | 2022-02-26/2022-03       | [2022-02-26..2022-02-27]
[2022-02-25..2022-02-27] | 2022-02-27/2022-03       | 2022-02-27
[2021,2022]              | 2021-11/2022-02          | [2021-11..2021-12,2022-01..2022-02]
Y17000/Y17010            | Y17005/Y17020            | Y17005/Y17010
2020-05/Y20000           | 2019/Y10000              | 2020-05/+10000-12
9999-24                  | Y10000                   | +10000-01/+10000-02
9999-12-31T23:30-05:00   | +10000-01-01T04:30Z      | +10000-01-01T04:30Z
1800                     | 1750/1899                | 1800
1805/1910                | 1750/1904                | 1805/1904
1810/1910                | 1750/1909                | 1810/1909
0000/Y10000              | 0000-01-01T01/Y10001     | 0000-01-01T01:00/+10000-12-31T23:59
-0044                    | -0050/-0040              | -0044
"""

LABELS = """
2025-01-05               | 5 January 2025
2022-02                  | February 2022
2022                     | 2022
199X                     | 1990s
180X                     | 1800s
000X                     | AD 1–9
18XX                     | 19th century
20XX                     | 21st century
12XX                     | 13th century
00XX                     | 1st century
-00XX                    | 1st century BC
-004X                    | 50–41 BC
2024-33                  | first quarter of 2024
2024-35                  | third quarter of 2024
2024-40                  | first half of 2024
2022-21                  | spring 2022
2022-24                  | winter 2022–23
1999-24                  | winter 1999–2000
0500-24                  | winter AD 500
2004-XX                  | a month in 2004
2004-XX-XX               | a day in 2004
2004-06-XX               | a day in June 2004
1850~                    | about 1850
2022-02?                 | perhaps February 2022
199X~                    | about 1990s
2022%                    | perhaps about 2022
2025-01-05T04:00         | 5 January 2025, 04:00
2025-01-05T04:00:30      | 5 January 2025, 04:00:30
2025-01-05T04            | 5 January 2025, 4 am
2025-01-05T16            | 5 January 2025, 4 pm
2025-01-05T12            | 5 January 2025, noon
2025-01-05T00            | 5 January 2025, midnight
2025-01-05T04:00Z        | 5 January 2025, 04:00 UTC
2025-01-05T04:00+02:00   | 5 January 2025, 04:00 UTC+2
2025-01-05T04:00-03:30   | 5 January 2025, 04:00 UTC−3:30
2022-02-24/2022-03-07    | 24 February – 7 March 2022
2022-02-24/2022-02-26    | 24–26 February 2022
2021-12-30/2022-01-02    | 30 December 2021 – 2 January 2022
2022-02/2022-03          | February–March 2022
2021-12/2022-02          | December 2021 – February 2022
1990/1995                | 1990–1995
1850~/1860               | about 1850 – 1860
2024-33/2024-34          | first–second quarter of 2024
2022-21/2022-23          | spring–autumn 2022
17XX/18XX                | 18th–19th century
-0049/-0043              | 50–44 BC
-0043/0014               | 44 BC – AD 14
2022-02/2022             | February 2022 – 2022
2025-01-05T04:00/2025-01-05T06:30 | 5 January 2025, 04:00–06:30
2025-01-05T23:00/2025-01-06T01:00 | 5 January 2025, 23:00 – 6 January 2025, 01:00
../2019                  | before 2020
../2022-02               | before March 2022
../2022-12               | before January 2023
../199X                  | before 2000
../2025-01-06            | by 6 January 2025
../2025-01-06T04:00      | by 6 January 2025, 04:00
../2022-21               | by the end of spring 2022
../2020~                 | by the end of about 2020
/2020                    | until 2020
1994/..                  | from 1994
2022-02-24/              | from 24 February 2022
[2022-02-25,2022-02-26]  | 25 or 26 February 2022
[2022-02-25,2022-02-26,2022-02-28] | 25, 26 or 28 February 2022
[2022-02-25,2022-03-02]  | 25 February or 2 March 2022
[2022-02-25~,2022-02-26] | about 25 February 2022 or 26 February 2022
[2022-02,2022-03]        | February or March 2022
[2022,2022-03]           | 2022 or March 2022
[2022-02-25..2022-02-27] | between 25 and 27 February 2022
[2024-33,2024-34]        | first or second quarter of 2024
[1667,1668,1670..1672]   | 1667, 1668 or 1670–1672
[..1984]                 | before 1985
-0043                    | 44 BC
-0043-03-15              | 15 March 44 BC
0000                     | 1 BC
0079                     | AD 79
Y17000                   | AD 17000
Y-17000                  | 17001 BC
+17000-02-05             | 5 February AD 17000
"""

CANONICAL = """
2025-01-05T04:00+00:00                | 2025-01-05T04:00Z
2025-01-05T04:00-00:00                | 2025-01-05T04:00Z
2025-01-05T04:00+02                   | 2025-01-05T04:00+02:00
[2022-02-26, 2022-02-25,2022-02-26]   | [2022-02-25,2022-02-26]
[2022-02-25]                          | 2022-02-25
[2022-02-25..2022-02-25]              | 2022-02-25
[1668..,1667]                         | [1667,1668..]
"""

ERRORS = """
                    | write a date
yesterday           | write a date
2022T04:00          | write a date
[2022               | write a date
 2022               | remove the spaces
2022-2-4            | two digits
2022-02-4           | two digits
79                  | four digits
17000               | put Y in front
Y1700               | write a date
2022-13             | no such month
2022-37             | no such month
2022-00             | no such month
2022-13-XX          | no such month
2022-02-30          | has the days 01 to 28
2022-02-00          | has the days 01 to 28
1900-02-29          | has the days 01 to 28
-0000               | is 0000
+17000              | put Y in front
+2022-02            | write a date
2025-01-05 04:00    | write T
2025-01-05T24:00    | 00:00:00 to 23:59:59
2025-01-05T04:60    | 00:00:00 to 23:59:59
2025-01-05T04:00+24:00 | UTC offset
2025-01-05T04:00~   | qualifies a clock time
2004?-06            | one qualifier at the end
156X-12             | X stands for the last
199u                | write X for u
y17000              | write X for u, Y for y
open/2022           | .. for open
2022/unknown        | nothing for unknown
2022/2020           | swap its ends
[2022..2020]        | swap its ends
12/05/2024          | a day is written
[2020..2021..2022]  | more than one '..'
../..               | no date at either end
/                   | no date at either end
[..]                | no date at either end
2025-01-05T04:00Z/2025-01-05T05:00 | two UTC offsets
[2022,]             | empty member
[]                  | empty member
{2022,2023}         | all-of sets
٢٠٢٢                | write a date
"""


def rows(table: str) -> list[list[str]]:
    """The cells of a table; leading spaces count, since one text has them on purpose."""
    return [
        [cells[0].rstrip(), *(cell.strip() for cell in cells[1:])]
        for line in table.strip("\n").splitlines()
        if (cells := line.split("|"))
    ]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), rows(MEANINGS))
def test_a_text_has_these_bounds_and_this_precision(text: str, earliest: str, latest: str, precision: str) -> None:
    value = edtf.parse(text)
    assert (str(value.earliest), str(value.latest), value.precision) == (earliest, latest, precision)
    assert str(value) == text


@pytest.mark.parametrize(("one", "other", "both"), rows(INTERSECTIONS))
def test_two_values_intersect_in_this(one: str, other: str, both: str) -> None:
    left, right = edtf.parse(one), edtf.parse(other)
    assert str(left.intersect(right)) == str(right.intersect(left)) == both
    assert left.overlaps(right) == (both != "None")


@pytest.mark.parametrize(("text", "written"), rows(LABELS))
def test_a_person_would_write_it_so(text: str, written: str) -> None:
    assert edtf.label(edtf.parse(text)) == written


@pytest.mark.parametrize(("text", "canonical"), rows(CANONICAL))
def test_other_spellings_become_canonical(text: str, canonical: str) -> None:
    assert str(edtf.parse(text)) == canonical
    assert edtf.parse(text) == edtf.parse(canonical)


@pytest.mark.parametrize(("text", "advice"), rows(ERRORS))
def test_what_is_no_edtf_is_refused_with_advice(text: str, advice: str) -> None:
    with pytest.raises(edtf.EdtfError, match=advice.replace(".", r"\.")):
        edtf.parse(text)


def test_days_outside_what_a_date_can_hold_are_none_and_still_sort() -> None:
    texts = ["Y17000", "2022", "-0043-03-15", "Y-17000", "9999", "0000", "../0001", "0001"]
    values = sorted((edtf.parse(text) for text in texts), key=lambda value: value.sort_key)
    assert [str(value) for value in values] == [
        *("Y-17000", "-0043-03-15", "0000", "0001", "../0001", "2022", "9999", "Y17000")
    ]
    assert [(value.first_day, value.last_day) for value in values if str(value) in ("Y17000", "0000", "../0001")] == [
        *((None, None), (None, date(1, 12, 31)), (None, None))
    ]


def test_what_begins_together_sorts_the_finest_first() -> None:
    texts = ["202X", "2020/2021", "2020", "2020-01", "2020-33", "2020-01-01T00:00", "2020-01-01"]
    values = sorted((edtf.parse(text) for text in texts), key=lambda value: value.sort_key)
    assert [value.precision for value in values] == ["minute", "day", "month", "quarter", "year", "decade", "range"]


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (edtf.day(date(2025, 1, 5)), "2025-01-05"),
        (edtf.day(date(79, 8, 24)), "0079-08-24"),
        (edtf.month(2022, 2), "2022-02"),
        (edtf.year(2022), "2022"),
        (edtf.year(-43), "-0043"),
        (edtf.year(17000), "Y17000"),
        (edtf.decade(1990), "199X"),
        (edtf.decade(1994), "199X"),
        (edtf.decade(-44), "-004X"),
        (edtf.century(1800), "18XX"),
        (edtf.century(1899), "18XX"),
        (edtf.century(0), "00XX"),
        (edtf.century(-1), "-00XX"),
        (edtf.century(-100), "-01XX"),
        (edtf.season(2022, "spring"), "2022-21"),
        (edtf.season(2022, "fall"), "2022-23"),
        (edtf.quarter(2024, 4), "2024-36"),
        (edtf.half(2024, 2), "2024-41"),
        (edtf.interval(edtf.year(2020), None), "2020/.."),
        (edtf.interval(None, edtf.year(2020)), "../2020"),
        (edtf.interval(edtf.year(2020), edtf.year(2020)), "2020"),
        (edtf.interval(edtf.parse("2020/2021"), edtf.parse("[2022,2023..2024]")), "2020/2024"),
        (edtf.interval(edtf.parse("[2022,2021-12]"), edtf.parse("2022/..")), "2021-12/.."),
        (edtf.one_of([edtf.year(2022)]), "2022"),
        (edtf.one_of([edtf.year(2022), edtf.year(2021)]), "[2021,2022]"),
        (edtf.one_of([edtf.parse("[2022,2023]"), edtf.year(2021)]), "[2021,2022,2023]"),
        (edtf.one_of([edtf.parse("2020/2021")]), "[2020..2021]"),
        (edtf.one_of([edtf.parse("../2020"), edtf.parse("2022/")]), "[..2020,2022..]"),
        (edtf.moment(datetime(2025, 1, 5, 4, 0, 30)), "2025-01-05T04:00"),
        (edtf.moment(datetime(2025, 1, 5, 4, 0, 30), precision="second"), "2025-01-05T04:00:30"),
        (edtf.moment(datetime(2025, 1, 5, 4, 30), precision="hour"), "2025-01-05T04"),
        (edtf.moment(datetime(2025, 1, 5, 4, 0, tzinfo=UTC)), "2025-01-05T04:00Z"),
        (
            edtf.moment(datetime(2025, 1, 5, 4, 0, tzinfo=timezone(-timedelta(hours=3, minutes=30)))),
            "2025-01-05T04:00-03:30",
        ),
    ],
)
def test_makers_make_canonical_values(made: edtf.Edtf, text: str) -> None:
    assert str(made) == text


@pytest.mark.parametrize(
    "make",
    [
        lambda: edtf.month(2022, 0),
        lambda: edtf.season(2022, "monsoon"),
        lambda: edtf.quarter(2022, 5),
        lambda: edtf.half(2022, 0),
        lambda: edtf.interval(None, None),
        lambda: edtf.interval(edtf.year(2022), edtf.year(2021)),
        lambda: edtf.one_of([]),
        lambda: edtf.moment(datetime(2025, 1, 5, tzinfo=timezone(timedelta(seconds=30)))),
    ],
)
def test_makers_refuse_what_edtf_cannot_hold(make) -> None:
    with pytest.raises(edtf.EdtfError):
        make()


def test_values_are_frozen_and_count_once_in_a_set() -> None:
    value = edtf.parse("2022-02")
    with pytest.raises(AttributeError):
        value.text = "2023"
    assert {value, edtf.month(2022, 2), edtf.year(2022)} == {value, edtf.year(2022)}
