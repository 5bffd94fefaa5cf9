"""Which expressions a text holds, after all rules and refiners."""

from pathlib import Path

import pytest

from timeline.expressions import find_expressions
from timeline.written import Choice, Clock, Relative, Stretch

NEGATIVES = [
    line
    for line in (Path(__file__).parent / "hard_negatives.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]
FOUND = [
    ("He resigned on 5 January 2025 in Oslo.", ["5 January 2025"]),
    ("The talks ended Saturday, June 24, 1950.", ["Saturday, June 24, 1950"]),
    ("Elected in early 2022, he left in mid-March.", ["early 2022", "mid-March"]),
    ("By the end of the month the bridge was open.", ["the end of the month"]),
    ("They met at noon Saturday and again at 10 p.m. Wednesday.", ["noon Saturday", "10 p.m. Wednesday"]),
    ("He called late Friday night.", ["late Friday night"]),
    ("She arrived on the morning of April 19.", ["the morning of April 19"]),
    ("It takes about two weeks.", ["about two weeks"]),
    ("almost three years ago", ["almost three years ago"]),
    ("open from 3 to 7 March 2022", ["3", "7 March 2022"]),
    ("the third quarter of 1990 and fiscal 1991", ["the third quarter of 1990", "fiscal 1991"]),
    ("in the first half of 2023", ["the first half of 2023"]),
    ("It fell in the late 1990s, not in the 19th century.", ["the late 1990s", "the 19th century"]),
    ("every other week, twice a month, on Sundays", ["every other week", "twice a month", "Sundays"]),
    ("“A few days after the first missile strikes, I called.”", ["A few days"]),
    ("That day nobody slept; two days later all was quiet.", ["That day", "two days later"]),
    ("closed on Christmas Day and New Year's Eve", ["Christmas Day", "New Year's Eve"]),
    ("now, recently, in the near future", ["now", "recently", "the near future"]),
    ("two full years and half an hour", ["two full years", "half an hour"]),
    ("in 480 BC", ["480 BC"]),
    ("Sales fell in the first half, the firm said.", ["the first half"]),
    ("Profits rose in the third quarter as a team of analysts had forecast.", ["the third quarter"]),
    ("The flight in 2024 was late; the train on Monday was not.", ["2024", "Monday"]),
    ("Police saw Mark Smith Friday.", ["Friday"]),
    ("In Paris Tuesday and in Summer 2019 he sang.", ["Tuesday", "Summer 2019"]),
    ("The act of 1987, section 4, and the season of 2023/2024", ["1987", "2023"]),
    ("opened fire at 0700, left at 0430 and returned at 1615", ["0700", "0430", "1615"]),
    ("They met at ten to five and left at quarter to nine.", ["ten to five", "quarter to nine"]),
    ("It landed at 8:09 p.m. local time (UTC-03:00) on Monday.", ["8:09 p.m. local time (UTC-03:00) on Monday"]),
    ("In the late 19th and early 20th centuries it grew.", ["the late 19th", "early 20th centuries"]),
    ("On 3, 4 or 5 March, or on the 7th, 8th and 9th of May", ["3", "4", "5 March", "the 7th", "8th", "9th of May"]),
    ("every Monday and Thursday but not on Friday", ["every Monday", "Thursday", "Friday"]),
    ("In two thousand and eight the bank failed.", ["two thousand and eight"]),
    ("the third of May nineteen forty-five", ["the third of May nineteen forty-five"]),
    ("A 24-hour strike; in 2001 passengers waited; the May vote", ["24-hour", "2001", "May"]),
    ("Friday's hearing, in January and June Carter, Autumn 2019", ["Friday", "January", "June", "Autumn 2019"]),
    ("Its FY2023 results, the 2025/26 season", ["FY2023", "2025", "26"]),
    ("In seventeen eighty-three and every 29 February", ["seventeen eighty-three", "every 29 February"]),
    ("In June the first bridge was finished.", ["June"]),
    ("In October the twentieth victim was named.", ["October"]),
    ("On Tuesday the first snow fell.", ["Tuesday"]),
    ("On Monday the third ship left port.", ["Monday"]),
    ("She came June the first.", ["June the first"]),
    ("On Monday the third he left.", ["Monday the third"]),
    ("They met Tuesday the third of June.", ["Tuesday the third of June"]),
    ("On May the second the mill burned.", ["May the second"]),
    ("In May the second, as in the first, he won.", ["May"]),
    ("It was put off to the 18th, then moved to the 4th round.", ["the 18th"]),
    ("the fifties and sixties", ["the fifties", "sixties"]),
    ("the summer of 1778, last winter, this fall", ["the summer of 1778", "last winter", "this fall"]),
]


@pytest.mark.parametrize("text", NEGATIVES)
def test_what_is_no_time_yields_nothing(text: str) -> None:
    assert [(one.text, one.rule) for one in find_expressions(text)] == []


def test_there_are_hard_negatives_to_test() -> None:
    assert len(NEGATIVES) >= 85


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_a_text_yields_its_expressions(text: str, expected: list[str]) -> None:
    assert [one.text for one in find_expressions(text)] == expected


def test_an_expression_is_its_own_letters_at_its_own_place() -> None:
    text = "Café 5 mai — on 5 May 2024 “two weeks ago” 🙂 next Monday"
    found = find_expressions(text)
    assert [one.text for one in found] == ["5 May 2024", "two weeks ago", "next Monday"]
    assert all(text[one.start : one.end] == one.text for one in found)


def test_both_ends_of_a_range_say_the_whole_range() -> None:
    first, last = find_expressions("between 3 and 7 March 2022")
    assert isinstance(first.written.says, Stretch)
    assert isinstance(last.written.says, Stretch)
    assert (first.written.says.shown, last.written.says.shown) == (0, 1)


def test_or_between_days_is_a_choice_and_no_range() -> None:
    assert [type(one.written.says) for one in find_expressions("on 25 or 26 February")] == [Choice, Choice]


def test_an_event_is_quoted_up_to_the_end_of_its_clause() -> None:
    found = find_expressions("in the week following the long siege of the port, when all was over, he left")
    assert [(one.text, one.written.says.event) for one in found if isinstance(one.written.says, Relative)] == [
        ("the week", "the long siege of the port")
    ]


def test_a_clock_time_keeps_its_zone() -> None:
    (found,) = find_expressions("at 4 a.m. GMT the guns fell silent")
    assert found.written.clock == Clock(hour=4, minute=0, zone="GMT", offset=0)
