"""News with dates of years ago in it: which partial dates go on from those, and which are of the publication."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.types import DatedExpression

Resolve = Callable[..., tuple[DatedExpression, ...]]

# Published on Wednesday, 12 March 2025.
FOUND_OUT = [
    ("The weaver, born in 1931, died on Friday.", ["1931", "2025-03-07"]),
    ("The guild was founded in 1905. Its members met on Thursday.", ["1905", "2025-03-06"]),
    ("The guild was founded in 1905. It opened a bank in May. It closed on Thursday.",
     ["1905", "2024-05", "2025-03-06"]),
    ("The guild was founded in 1905. It lost a vote in May. It meets today.", ["1905", "2024-05", "2025-03-12"]),
    ("The guild was founded in 1905. In March it opened a bank; in May it closed.", ["1905", "1905-03", "1905-05"]),
    ("The inn was built in 1345. It burned in 1571, in 1602 and in 1733. On Tuesday it burned again.",
     ["1345", "1571", "1602", "1733", "2025-03-11"]),
    ("The fort fell on 3 May 1810. On Friday the army left.", ["1810-05-03", "1810-05-04"]),
    ("In 1925, on 5 May, the mill burned.", ["1925", "1925-05-05"]),
    ("At dawn on 12 March 2015 the roof fell in. The mayor resigned on 15 March. An inquiry reported in November.",
     ["2015-03-12", "2015-03-15", "2015-11"]),
    ("A court fined him on Tuesday. He fled on 3 September 2022 and was caught on 5 November.",
     ["2025-03-11", "2022-09-03", "2022-11-05"]),
    ("A court fined him on Tuesday. He fled on 3 September 2022. His firm closed on 5 November.",
     ["2025-03-11", "2022-09-03", "2024-11-05"]),
    ("The siege began on 4 June 1645.\n\nRelief\n\nOn 21 June an army came.", ["1645-06-04", "1645-06-21"]),
    ("The siege began on 4 June 1645.\n\nA new film tells of it. It opened on 21 February.",
     ["1645-06-04", "2025-02-21"]),
    ("1905\n\nIn January weavers marched. On the 22nd they met.\n\n1906\n\nIn May they lost.",
     ["1905", "1905-01", "1905-01-22", "1906", "1906-05"]),
    ("1939\n\nSeptember 1: The army crosses the river.\nSeptember 17: It turns back.\n\n1940:\n\nApril 9: It rests.",
     ["1939", "1939-09-01", "1939-09-17", "1940", "1940-04-09"]),
    ("The vote was lost today.\n\n## 2022\n\nIn May the guild split.\n\nIt met again on Monday. In June it was one.",
     ["2025-03-12", "2022", "2022-05", "2025-03-10", "2024-06"]),
    ("It sold 1905\n\ncopies. In January the shop closed.", ["1905", "2025-01"]),
]  # fmt: skip
FROM_ANOTHER_DAY = [
    ("In November the guild said it would hold a vote in February.", ["2024-11", "2025-02"]),
    ("In November the guild said it will hold a vote in April.", ["2024-11", "2025-04"]),
    ("In June the mill said it expected to deliver in September.", ["2024-06", "2024-09"]),
    ("In June the mill closed. It expects to open in September.", ["2024-06", "2025-09"]),
    ("The mayor promised in 2022 that the road would open by the end of the year.", ["2022", "2022-09/2022-12"]),
    ("The mayor promised that the road would open by the end of the year.", ["2025-09/2025-12"]),
    ("A strike began in March 1871. By the end of the year it was over.", ["1871-03", "1871-09/1871-12"]),
    ("The mill was to have opened in September but the date slipped to May.", ["2024-09", "2025-05"]),
    ("LONDON, March 10 (Wire) - The bank cut its rate. Tomorrow it will tell why.", ["2025-03-10", "2025-03-11"]),
    ("KYIV, 1 March — The depot burned, its owner said on Saturday.", ["2025-03-01", "2025-03-01"]),
    ("KYIV, 1 March — The depot burned. It will open in May.", ["2025-03-01", "2025-05"]),
    ("LONDON, March 12 (Wire) - Tomorrow the bank will tell why.", ["2025-03-12", "2025-03-13"]),
    ("On March 10 the bank cut its rate. Tomorrow it will tell why.", ["2025-03-10", "2025-03-13"]),
    ("LONDON, January 10 (Wire) - Tomorrow the bank will tell why.", ["2025-01-10", "2025-03-13"]),
    (
        "Ten years ago today, on 12 March 2015, the roof fell in. The mayor resigned on 15 March.",
        ["2015-03-12", "2015-03-12", "2015-03-15"],
    ),
]
AS_NEWS = [
    ("The guild was founded in 1905. In March it opened a bank.", ["1905", "2025-03"]),
    ("The fort fell on 3 May 1810. On 5 June the army left.", ["1810-05-03", "2024-06-05"]),
    ("In 1925, on 5 May, the mill burned.", ["1925", "1925-05-05"]),
    ("1905\n\nIn January weavers marched.", ["1905", "2025-01"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND_OUT, ids=[text for text, _ in FOUND_OUT])
def test_news_tells_its_own_days_apart_from_those_of_years_ago(dated: Resolve, text, expected) -> None:
    assert [one.when.edtf if one.when else None for one in dated(text, "2025-03-12", style="auto")] == expected


@pytest.mark.parametrize(("text", "expected"), FROM_ANOTHER_DAY, ids=[text for text, _ in FROM_ANOTHER_DAY])
def test_a_dateline_and_a_word_given_are_days_to_count_from(dated: Resolve, text, expected) -> None:
    assert [one.when.edtf if one.when else None for one in dated(text, "2025-03-12", style="auto")] == expected


@pytest.mark.parametrize(("text", "expected"), AS_NEWS, ids=[text for text, _ in AS_NEWS])
def test_what_is_asked_to_be_read_as_news_looks_to_the_publication(dated: Resolve, text, expected) -> None:
    assert [one.when.edtf if one.when else None for one in dated(text, "2025-03-12", style="news")] == expected


def test_no_weekday_is_the_next_one_after_a_year(dated: Resolve) -> None:
    found = dated("The guild was founded in 1905. Its members met on Thursday.", "2025-03-12", style="narrative")
    assert [one.when.edtf if one.when else None for one in found] == ["1905", None]


def test_an_hour_later_is_counted_from_a_day_and_not_from_a_month(dated: Resolve) -> None:
    text = "She won on Sunday and promised to leave by the end of the month. He conceded an hour later."
    found = dated(text, "2025-03-12")
    assert [one.when.edtf if one.when else None for one in found][::2] == ["2025-03-09", "2025-03-09"]
