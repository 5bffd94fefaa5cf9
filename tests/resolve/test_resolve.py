"""When an expression is, given the publication, the passage and the tense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.expressions import find_expressions
from timeline.resolve import resolve
from timeline.steps import describe, replay
from timeline.types import Article, DatedExpression, Published, When

Resolve = Callable[..., tuple[DatedExpression, ...]]

# Published on Monday, 6 January 2025 unless a day is given.
NEWS = [
    ("The ministry denied the report on Monday.", "Monday", "2025-01-06"),
    ("An interview was published on Sunday.", "Sunday", "2025-01-05"),
    ("The court will rule on Friday.", "Friday", "2025-01-10"),
    ("The polls open on the first Tuesday of November.", "the first Tuesday of November", "2025-11-04"),
    ("They met on the last Friday in May 2024.", "the last Friday in May 2024", "2024-05-31"),
    ("The board will meet on the second Monday of next month.", "the second Monday of next month", "2025-02-10"),
    ("The trial begins a week from Monday.", "a week from Monday", "2025-01-20"),
    ("The trial begins two weeks from tomorrow.", "two weeks from tomorrow", "2025-01-21"),
    ("She met him the other day.", "the other day", "2024-12-27/2025-01-05"),
    ("He left on the last day of last month.", "the last day of last month", "2024-12-31"),
    ("He rested in the last three months of 2023.", "the last three months", "2023-36"),
    ("The union plans to strike on Thursday.", "Thursday", "2025-01-09"),
    ("The strike that began last Thursday goes on.", "last Thursday", "2025-01-02"),
    ("The vote is due next Tuesday.", "next Tuesday", "2025-01-07"),
    ("The minister asked for help on Dec. 6.", "Dec. 6", "2024-12-06"),
    ("The country will hold its election on Jan. 26.", "Jan. 26", "2025-01-26"),
    ("She would consider talks after the inauguration on 20 January, she said.", "20 January", "2025-01-20"),
    ("The company must file its answer by 3 March.", "3 March", "2025-03-03"),
    ("In April, two years after the call, he warned of war.", "April", "2024-04"),
    ("The bridge collapsed in December.", "December", "2024-12"),
    ("He left two days ago.", "two days ago", "2025-01-04"),
    ("He left two months ago.", "two months ago", "2024-11"),
    ("He left three years ago.", "three years ago", "2022"),
    ("Prices rose last week.", "last week", "2024-12-30/2025-01-05"),
    ("Prices rose last year.", "last year", "2024"),
    ("Work starts next month.", "next month", "2025-02"),
    ("They met yesterday.", "yesterday", "2025-01-05"),
    ("They met on Tuesday, 24 December.", "Tuesday, 24 December", "2024-12-24"),
    ("They met in early 2022.", "early 2022", "2022-01/2022-04"),
    ("They met in mid-2022.", "mid-2022", "2022-05/2022-08"),
    ("They met in late March 2022.", "late March 2022", "2022-03-21/2022-03-31"),
    ("They met in the late 1990s.", "the late 1990s", "1997/1999"),
    ("They met on 25 or 26 February 2022.", "25", "[2022-02-25,2022-02-26]"),
    ("They met between 3 and 7 March 2022.", "3", "2022-03-03/2022-03-07"),
    ("They met between 3 and 7 March 2022.", "7 March 2022", "2022-03-03/2022-03-07"),
    ("Profit fell in the third quarter of 2024.", "the third quarter of 2024", "2024-35"),
    ("Profit fell in the third quarter.", "the third quarter", "2024-35"),
    ("Shops closed on Christmas Day.", "Christmas Day", "2024-12-25"),
    ("They left at noon on 5 May 2024.", "noon on 5 May 2024", "2024-05-05T12:00"),
    ("The guns fell silent at 4 a.m. GMT on 5 May 2024.", "4 a.m. GMT on 5 May 2024", "2024-05-05T04:00Z"),
    ("The storm hit on Sunday night.", "Sunday night", "2025-01-05"),
    ("In the 19th century trade grew.", "the 19th century", "18XX"),
    ("Athens fell in 404 BC.", "404 BC", "-0403"),
    ("It happened on 5/1/2025.", "5/1/2025", "2025-05-01"),
    ("It happened on 29 February 2024.", "29 February 2024", "2024-02-29"),
    ("It happened on Jan.06 - 2025.", "Jan.06 - 2025", "2025-01-06"),
    ("It opened on 5 May 2020. Two days later it closed.", "Two days later", "2020-05-07"),
    ("It opened on 5 May 2020. That day it rained.", "That day", "2020-05-05"),
    ("It opened on 5 May 2020. The following year it burnt down.", "The following year", "2021"),
    ("The crowd left a week after 5 May 2020.", "a week", "2020-05-12"),
    ("Two days after Christmas the ice broke.", "Two days", "2024-12-27"),
    ("The summit opens on Thursday.", "Thursday", "2025-01-09"),
    ("Quake kills forty on Thursday", "Thursday", "2025-01-02"),
    ("On Thursday, he says, the house was empty.", "Thursday", "2025-01-02"),
    ("The shop is open Monday through Friday.", "Monday", "2025-01-06/2025-01-10"),
    ("Profit rose in the three months to November.", "the three months", "2024-09/2024-11"),
    ("Sales fell in the six months ended Sept. 30.", "the six months", "2024-04/2024-09"),
    ("On 2 January she said: “Yesterday we lost the house.”", "Yesterday", "2025-01-01"),
    ("He fled in the early hours of Sunday.", "the early hours of Sunday", "2025-01-05"),
    ("He fled in the week of March 3, 2024.", "the week of March 3, 2024", "2024-02-26/2024-03-03"),
    ("Two days earlier, on 3 March 2022, he had called.", "Two days earlier", "2022-03-03"),
    ("Three days before the vote on 26 January, he quit.", "Three days", "2025-01-23"),
    ("The court is expected to rule in two days.", "two days", "2025-01-08"),
    ("Since the start of the year 400 people have died.", "the start of the year", "2025-01/2025-04"),
    ("The owners hoped to refloat the barge by Thursday night.", "Thursday night", "2025-01-09"),
    ("The pact will be signed on Wednesday, and the crew will be freed the same day.", "the same day", "2025-01-08"),
    ("A year ago today the roof fell.", "A year ago today", "2024-01-06"),
    ("She left two weeks ago.", "two weeks ago", "2024-12-23"),
    ("She left about two weeks ago.", "about two weeks ago", "2024-12-23/2024-12-29"),
    ("A month ago today the roof fell.", "A month ago today", "2024-12-06"),
    ("The hut burnt down on 8 August 2023. The same week the owners sued.", "The same week", "2023-08-07/2023-08-13"),
    ("The hut burnt down on 8 August 2023. The night before, a light was seen.", "The night before", "2023-08-07"),
    ("The strike began on 3 December and ended on the 13th.", "the 13th", "2024-12-13"),
    ("The strike began on 30 December and will end on the 13th.", "the 13th", "2025-01-13"),
    ("The ferry sank on the 3rd or the 4th of May 2024.", "the 4th of May 2024", "[2024-05-03,2024-05-04]"),
    ("The bear was seen two or three days ago.", "two or three days ago", "[2025-01-03,2025-01-04]"),
    ("The lock broke on 29 February.", "29 February", "2024-02-29"),
    ("The choir sings in the week beginning 20 January.", "the week beginning 20 January", "2025-01-20/2025-01-26"),
    ("The choir will sing this April.", "this April", "2025-04"),
    ("The choir sang under a July contract and hopes to go on.", "July", "2024-07"),
    ("The course is on May 2-3, 9-10 and 16-17.", "9", "2025-05-09/2025-05-10"),
    ("The course is on March 5, 12 and 19.", "19", "2025-03-19"),
    ("The course is on 5 May (Monday).", "Monday", "2025-05-05"),
    ("The course is on May 6-7 (Tue-Wed 9:00am).", "Wed 9:00am", "2025-05-07T09:00"),
    ("The doors close at noon on Saturday.", "noon on Saturday", "2025-01-11T12:00"),
    ("On 6 December she wrote to the tenants: “All our lifts resume on Monday.”", "Monday", "2024-12-09"),
    ("In an interview in 2015 she said: “Last year we lost the house.”", "Last year", "2014"),
    ("The concert is in two weeks.", "two weeks", "2025-01-20"),
    ("A record set on Aug. 6 was broken.", "Aug. 6", "2024-08-06"),
    ("The siege began in November 1848. By the spring the king was gone.", "the spring", "1849-21"),
    ("Between Christmas and New Year the harbour froze.", "New Year", "2024-12-25/2025-01-01"),
    ("Sales fell in the year ended March 31.", "the year", "2023-04/2024-03"),
    ("The parcel was sent on 3 December, a Tuesday.", "Tuesday", "2024-12-03"),
    ("The vote was on 3 May 2021. That weekend he fell ill.", "That weekend", "2021-05-08/2021-05-09"),
    ("The vote was on 3 May 2021. The Sunday before, he fell ill.", "The Sunday before", "2021-05-02"),
    ("The bill was paid in the first days of May 2024.", "the first days of May 2024", "2024-05-01/2024-05-07"),
    ("Snow fell in the winter of 1962-63.", "the winter of 1962-63", "1962-24"),
    ("The lake dried out in midsummer.", "midsummer", "2024-22"),
    ("A whale was seen on Yom Kippur 2022.", "Yom Kippur 2022", "2022-10-05"),
    ("A whale was seen on Whit Monday 2022.", "Whit Monday 2022", "2022-06-06"),
    ("The mill closed earlier this month.", "earlier this month", "2025-01-01/2025-01-06"),
    ("The mill will close later this month.", "later this month", "2025-01-06/2025-01-31"),
    ("They met in the mid-1990s.", "the mid-1990s", "1994/1996"),
    ("They met in the mid-sixties.", "the mid-sixties", "1964/1966"),
    ("The choir won a prize in the second week of May 2024.", "the second week of May 2024", "2024-05-08/2024-05-14"),
    ("The choir won a prize in the first week of the year.", "the first week of the year", "2025-01-01/2025-01-07"),
    ("The choir won a prize in February.", "February", "2024-02"),
    ("The harbour silted up in 1848. It was dredged in May.", "May", "1848-05"),
    ("On 3 March 1848 the harbour froze. By Christmas it was empty.", "Christmas", "1848-12-25"),
    ("She left the week before last.", "the week before last", "2024-12-23/2024-12-29"),
    ("The show is open 29 May to 2 June 2024.", "29 May", "2024-05-29/2024-06-02"),
    ("The census will be held in March or April.", "March", "[2025-03,2025-04]"),
    ("“I saw her yesterday,” the cook said on 2 January.", "yesterday", "2025-01-01"),
    ("The tram strike began on 10 September 1956. By October it was over.", "October", "1956-10"),
    ("The dam burst on 3 May 2021. Two days after the dam burst, the army came.", "Two days", "2021-05-05"),
    ("One form came on 25/04/2024, one on 03/05/2024.", "03/05/2024", "2024-05-03"),
    ("The alarm rang at half past seven on Friday.", "half past seven on Friday", "2025-01-03T07:30"),
    ("It rained in August of that year, as it had in 2019.", "2019", "2019"),
]
NEW_YEAR = [
    ("It burnt on New Year's Eve.", "2024-01-01", "New Year's Eve", "2023-12-31"),
    ("It burnt yesterday.", "2024-01-01", "yesterday", "2023-12-31"),
    ("It burnt last month.", "2024-01-15", "last month", "2023-12"),
    ("It burnt yesterday.", "2024-03-01", "yesterday", "2024-02-29"),
    ("It burnt a month ago.", "2024-03-31", "a month ago", "2024-02"),
    ("It burnt on 29 February.", "2025-06-01", "29 February", "2024-02-29"),
    ("It burnt on December 30.", "2024-01-02", "December 30", "2023-12-30"),
    ("It reopens on January 3.", "2023-12-30", "January 3", "2024-01-03"),
]
STORY = (
    "The siege began on 3 May 1810. In June the walls were hit. On 14 November the gate fell, and the next day the "
    "garrison gave up. In January the king returned. Two years later he died."
)


def edtf_of(found: tuple[DatedExpression, ...], text: str) -> str | None:
    """The date of the expression with these words."""
    (one,) = [one for one in found if one.expression.text == text][:1]
    return one.when.edtf if one.when else None


@pytest.mark.parametrize(("text", "words", "expected"), NEWS, ids=[f"{text} [{words}]" for text, words, _ in NEWS])
def test_news_looks_to_its_publication_and_its_tense(dated: Resolve, text: str, words: str, expected: str) -> None:
    assert edtf_of(dated(text), words) == expected


@pytest.mark.parametrize(("text", "published", "words", "expected"), NEW_YEAR)
def test_years_turn_and_leap(dated: Resolve, text: str, published: str, words: str, expected: str) -> None:
    assert edtf_of(dated(text, published), words) == expected


def test_a_story_carries_its_year_on(dated: Resolve) -> None:
    found = dated(STORY, "2009-12-19", style="narrative")
    assert [(one.expression.text, one.when.edtf if one.when else None) for one in found] == [
        ("3 May 1810", "1810-05-03"),
        ("June", "1810-06"),
        ("14 November", "1810-11-14"),
        ("the next day", "1810-11-15"),
        ("January", "1811-01"),
        ("Two years later", "1813"),
    ]


def test_the_style_is_read_from_the_text(dated: Resolve) -> None:
    years = " ".join(f"In {year} the town grew, and in June it was walled." for year in range(1801, 1809))
    assert [one.when.edtf for one in dated(years, "2009-12-19") if one.when and one.expression.text == "June"][:2] == [
        "1801-06",
        "1802-06",
    ]


def test_a_clock_time_of_another_clause_claims_no_day(dated: Resolve) -> None:
    found = dated("In an interview published on Sunday, he said that he was woken up at 4 a.m. by shelling.")
    assert edtf_of(found, "4 a.m.") is None


@pytest.mark.parametrize(
    ("text", "event", "relation", "distance"),
    [
        ("A few days after the first missile strikes, they spoke.", "the first missile strikes", "after", "PXD"),
        ("They spoke days after the war began.", "the war began", "after", "PXD"),
        ("They spoke shortly after the war began.", "the war began", "after", "PXD"),
        ("A few days into the war, they spoke.", "the war", "after", "PXD"),
        ("They spoke in the week following the invasion.", "the invasion", "after", "P1W"),
        ("They spoke in the first days of the war.", "the war", "during", "PXD"),
        ("They spoke on the second or third day of the war.", "the war", "during", "P2D"),
        ("They spoke two days after the grounding of the ferry.", "the grounding of the ferry", "after", "P2D"),
    ],
)
def test_a_date_that_hangs_on_an_event_stays_symbolic(
    dated: Resolve, text: str, event: str, relation: str, distance: str
) -> None:
    (one,) = [one for one in dated(text) if one.relative_to]
    assert one.when is None
    assert one.anchor == "event"
    assert one.relative_to is not None
    assert (one.relative_to.text, one.relative_to.relation, one.relative_to.distance) == (event, relation, distance)


def test_the_words_for_an_event_end_with_their_clause_and_say_where_they_stand(dated: Resolve) -> None:
    text = "Two days after the ferry hit the reef the crew left."
    (one,) = [one for one in dated(text) if one.relative_to]
    relative = one.relative_to
    assert relative is not None
    assert (relative.text, text[relative.start : relative.end]) == ("the ferry hit the reef", "the ferry hit the reef")


def test_a_date_in_the_words_for_the_event_bounds_it(dated: Resolve) -> None:
    one = dated("They spoke in the week following the invasion of the island in 2022.")[0]
    assert one.when is not None
    assert (one.when.edtf, one.when.precision) == ("2022", "range")
    assert one.relative_to is not None


def test_every_date_replays_from_its_steps_and_every_step_is_told(dated: Resolve) -> None:
    for text, _, _ in NEWS:
        for one in dated(text):
            assert replay(one.steps) == one.when
            assert all(describe(step).endswith(".") for step in one.steps)
            assert bool(one.steps) == (one.when is not None)


def test_without_a_publication_absolute_dates_are_read_and_others_are_not(dated: Resolve) -> None:
    found = dated("It closed on 5 May 2020. They met yesterday.", None)
    assert [one.when.edtf if one.when else None for one in found] == ["2020-05-05", None]


def test_a_part_of_a_period_is_never_padded_to_a_date(dated: Resolve) -> None:
    (one,) = dated("They met in early 2022.")
    assert one.when == When(
        edtf="2022-01/2022-04",
        earliest="2022-01-01",
        latest="2022-04-30",
        precision="range",
        best=None,
        label="early 2022",
    )


WORDS = st.sampled_from(
    [
        "yesterday",
        "next year",
        "two weeks ago",
        "9999 years ago",
        "In May",
        "on Friday",
        "will meet on Sunday",
        "the third quarter",
        "last winter",
        "480 BC",
        "three days later",
        "5 May 0001",
        "31 December 9999",
        "the following century",
        "every Monday",
        "a few years later",
        "at noon",
        "Christmas",
        "the first days of the war",
        "the 1990s",
        "early next week",
        "between 3 and 7 March",
        "200,000 years later",
        "tomorrow",
        "the turn of the century",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(WORDS | st.text(max_size=40), max_size=8).map(" ".join), st.dates(), st.sampled_from(["en", "de", "uk"])
)
def test_no_text_and_no_publication_day_break_a_language(text: str, day: date, language: str) -> None:
    article = Article(id="1", text=text, published=Published(raw=str(day), day=day))
    for one in resolve(find_expressions(text, language=language), article, None, language=language):
        assert text[one.expression.start : one.expression.end] == one.expression.text
        assert replay(one.steps) == one.when


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(WORDS, min_size=1, max_size=8).map(". ".join), st.dates(), st.sampled_from(["news", "narrative", "auto"])
)
def test_no_publication_day_breaks_any_expression(text: str, day: date, style: str) -> None:
    article = Article(id="1", text=text, published=Published(raw=str(day), day=day))
    for one in resolve(find_expressions(text), article, None, style=style):  # type: ignore[arg-type]
        assert replay(one.steps) == one.when


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("It opens tomorrow.", "9999-12-31", None),  # EDTF has no day of the year 10000
        ("It opened yesterday.", "9999-12-31", "9999-12-30"),
        ("It opened yesterday.", "0001-01-01", "0000-12-31"),
        ("They left at the turn of the century.", "9999-06-01", None),
        ("They left at the turn of the century.", "0004-06-01", "-0010/0009"),
        ("They left at the turn of the century.", "2004-06-01", "1990/2009"),
    ],
)
def test_the_ends_of_the_calendar_are_ordinary_days(text: str, day: str, expected: str | None) -> None:
    article = Article(id="1", text=text, published=Published(raw=day, day=date.fromisoformat(day)))
    (one,) = resolve(find_expressions(text), article, None)
    assert (one.when.edtf if one.when else None) == expected
