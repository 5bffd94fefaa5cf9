"""How many entries a story has: about as many as an editor would make of one article, where it tells so much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fixtures.story import event, source
from tests.merge.conftest import when_of
from timeline.merge.entries import FULL, LEAST, Weighed, as_entries
from timeline.types import Event, When

NEWS, OPEN = when_of("2021-05-02/2021-05-03"), when_of("../2021-05-03")


def told(key: str, when: When | None, *, notable: bool, dated: bool = False, title: str | None = None) -> Event:
    said = replace(source("Harbour Courier", "Words.", when), basis="expression" if dated else "publication")
    return event(key, title or f"The tug {key} sank", when, said, notable=notable)


def kept(weighed: list[tuple[Event, float]], *, articles: int = 1) -> list[str]:
    told = [Weighed(one, worth, is_news=False) for one, worth in weighed]
    return [one.id for one in as_entries(told, articles=articles) if one.notable]


def test_a_story_of_few_entries_is_filled_up_with_what_is_worth_most():
    news = (told("news", NEWS, notable=True), 1.4)
    rest = [(told(f"b{at:02}", NEWS, notable=False), 0.9 - at / 100) for at in range(FULL + 5)]
    assert kept([*reversed(rest), news]) == [f"b{at:02}" for at in reversed(range(FULL - 1))] + ["news"]


def test_a_story_of_many_entries_is_not_filled_up():
    news = [(told(f"n{at:02}", NEWS, notable=True), 1.4) for at in range(FULL)]
    assert kept([*news, (told("rest", NEWS, notable=False), 0.9)], articles=3) == [one.id for one, _ in news]


@pytest.mark.parametrize(
    ("other", "worth"),
    [
        (told("b", OPEN, notable=False), 0.9),
        (told("b", None, notable=False), 0.9),
        (replace(told("b", NEWS, notable=False), status="denied"), 0.9),
        (told("b", NEWS, notable=False), LEAST - 0.01),
        (told("b", NEWS, notable=False, title="The tug news sank"), 0.9),
    ],
    ids=["known only to lie before the publication", "undated", "denied", "hardly worth it", "told already"],
)
def test_what_fills_up_has_a_date_is_worth_it_and_is_not_told_already(other, worth):
    assert kept([(told("news", NEWS, notable=True), 1.4), (other, worth)]) == ["news"]


def test_what_is_told_with_the_news_may_fill_up_though_only_its_last_day_is_known():
    weighed = [
        Weighed(told("news", NEWS, notable=True), 1.4, is_news=True),
        Weighed(told("b", OPEN, notable=False), 0.9, is_news=True),
    ]
    assert [one.id for one in as_entries(weighed, articles=1) if one.notable] == ["news", "b"]


def test_one_article_gives_no_more_news_than_a_chronology_of_one_article_holds_but_all_that_it_dates():
    dated = [(told(f"d{at:02}", when_of(f"2021-04-{at + 1:02}"), notable=True, dated=True), 1.0) for at in range(20)]
    news = [(told(f"n{at:02}", NEWS, notable=True), 1.5 - at / 100) for at in range(20)]
    assert kept(dated) == [one.id for one, _ in dated]
    assert kept(news) == [one.id for one, _ in news[:FULL]]
    assert kept([*dated[:10], *news]) == [one.id for one, _ in (*dated[:10], *news[: FULL - 10])]
    assert kept(news, articles=2) == [one.id for one, _ in news]
