"""Lists of what happened on which day: where their lines stand, and of which year the days at their heads are."""

from __future__ import annotations

import pytest

from timeline.listed import lines

TOLD = "Below is what happened:\nApril 20{year} - The mill burns.\nApril 22 - It falls.\nDec. 15 - The city sues.\n"


def heads(text: str) -> list[str]:
    return [text[line.day : line.day_end] for line in lines(text)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (TOLD.format(year=""), ["April 20", "April 22", "Dec. 15"]),
        (TOLD.format(year=", 2010"), ["April 20, 2010", "April 22", "Dec. 15"]),
        ("2 May: Mill burns 3 May: Owner flees 4 May: City sues", ["2 May", "3 May", "4 May"]),
        ("* MAY 2 – Mill burns.\n* MAY 3 – Owner flees.\n* MAY 4 – City sues.", ["MAY 2", "MAY 3", "MAY 4"]),
        ("2 May: Mill burns 3 May: Owner flees", []),
        ("Korvale, May 2 - A mill burns.\nArnhem, May 3 - Its owner flees.\nYork, May 4 - The city sues.", []),
        ("He said on 2 May: no. He said on 3 May: no. He said on 4 May: no.", []),
        ("It fell 2 May 10 - 12 and on May 3 - 4, then 5 May 6 - 8.", []),
    ],
)
def test_three_days_that_head_their_lines_make_a_list(text, days):
    assert heads(text) == days


@pytest.mark.parametrize(
    ("year", "published", "days"),
    [
        ("", "2010-12-20", ["2010-04-20", "2010-04-22", "2010-12-15"]),
        ("", "2011-01-11", ["2010-04-20", "2010-04-22", "2010-12-15"]),
        (", 2010", "2012-01-11", ["2010-04-20", "2010-04-22", "2010-12-15"]),
        ("", "2011-04-18", ["2011-04-20", "2011-04-22", "2010-12-15"]),
    ],
)
def test_a_list_runs_up_to_its_publication_unless_it_tells_of_the_next_days(dated, year, published, days):
    found = [one.when.edtf for one in dated(TOLD.format(year=year), published) if one.when]
    assert found == days


@pytest.mark.parametrize("published", ["2021-01-11", "2021-03-12"])
@pytest.mark.parametrize(
    "text",
    [
        "The panel blamed the owner for the April 20 explosion that sank the ferry.",
        "The captain, on watch at the time of the fire, on 20 April, will not testify.",
        "The court is looking into the causes of the disaster on 20 April, which killed two sailors.",
    ],
)
def test_what_nobody_arranges_lies_behind(dated, text, published):
    assert dated(text, published)[0].when.edtf == "2020-04-20"


def test_what_can_be_arranged_may_lie_ahead(dated):
    assert dated("The captain will not testify at the hearing on 20 April.", "2021-03-12")[0].when.edtf == "2021-04-20"
