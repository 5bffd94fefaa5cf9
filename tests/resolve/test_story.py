"""How a story carries its dates on, and how news compares its quarters. Every case is a short text of one style."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.types import DatedExpression

Resolve = Callable[..., tuple[DatedExpression, ...]]

STORIES = [
    ("The fort fell on 3 May 1810. It was rebuilt the following spring.", ["1810-05-03", "1811-21"]),
    ("The fort fell on 3 May 1810. It had been built the previous autumn.", ["1810-05-03", "1809-23"]),
    ("The fort fell on 3 May 1810. On Friday the army left.", ["1810-05-03", "1810-05-04"]),
    ("The fort fell on 3 May 1810. On the 13th the army left.", ["1810-05-03", "1810-05-13"]),
    ("The fort fell on 3 May 1810. That night the army left.", ["1810-05-03", "1810-05-03"]),
    ("The fort fell on 3 May 1810. The next morning the army left.", ["1810-05-03", "1810-05-04"]),
    ("The fort fell on 3 May 1810. At 5 p.m. the army left.", ["1810-05-03", "1810-05-03T17:00"]),
    ("The fort fell on 3 May 1810. Two weeks later the army left.", ["1810-05-03", "1810-05-17"]),
    ("The fort fell on 3 May 1810. A few days later the army left.", ["1810-05-03", "1810-05-04/1810-05-13"]),
    ("The fort fell in late 1810. In summer it had been rich.", ["1810-09/1810-12", "1810-22"]),
    ("The fort fell in December 1810. In January the army left.", ["1810-12", "1811-01"]),
    (
        "The fort fell in 1810. It had been built two years earlier, and in May all was gone.",
        ["1810", "1808", "1810-05"],
    ),
    ("The fort fell in the 1810s. The following decade was quiet.", ["181X", "182X"]),
    ("The fort fell in 480 BC. The following year was quiet.", ["-0479", "-0478"]),
    ("From May to July 1810 the fort held. It fell in August.", ["1810-05/1810-07", "1810-05/1810-07", "1810-08"]),
    ("The class of '99 went to war in 1917.", ["1999", "1917"]),
    ("In 1917 the class of '99 went to war.", ["1917", "1899"]),
    ("The army left last April.", ["2009-04"]),
    ("It was founded in 1288. In May 1525 it was taken; in June it was free.", ["1288", "1525-05", "1525-06"]),
    (
        "It was founded in 1288. It burned in 1410. By 1530 it stood, and in May it was full.",
        ["1288", "1410", "1530", "1530-05"],
    ),
    ("They fought in 1914. By the law of 1614 nobody was spared. In May they lost.", ["1914", "1614", "1914-05"]),
    ("In June 1950 they met. In the past year, both sides had raided.", ["1950-06", "1949/1950"]),
]
REPORTS = [
    ("Net rose in the third quarter. In the year-ago period it fell.", ["2008-35", "2007-35"]),
    ("Net rose in the third quarter. In the 2006 period it fell.", ["2008-35", "2006-35"]),
    ("Net rose in the quarter.", ["2008-35"]),
    ("Net rose in the first nine months of 2008, from a year earlier.", ["2008-01/2008-09", "2008", "2007"]),
    ("Net will rise in the fiscal first quarter.", ["2008-33"]),
    ("Net rose from the same quarter last year.", ["2007-35"]),
    ("Net rose in the final quarter of 2007.", ["2007-36"]),
    ("Net rose in last year's third quarter.", ["2007-35"]),
]


def dates(found: tuple[DatedExpression, ...]) -> list[str | None]:
    """The EDTF of each expression."""
    return [one.when.edtf if one.when else None for one in found]


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text for text, _ in STORIES])
def test_a_story_goes_on_from_its_last_date(dated: Resolve, text: str, expected: list[str | None]) -> None:
    assert dates(dated(text, "2009-12-19", style="narrative")) == expected


@pytest.mark.parametrize(("text", "expected"), REPORTS, ids=[text for text, _ in REPORTS])
def test_a_report_compares_its_quarters(dated: Resolve, text: str, expected: list[str | None]) -> None:
    assert dates(dated(text, "2008-11-02")) == expected
