"""What an entry's salience is: its share in what its day is worth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fixtures.story import event, source
from tests.merge.conftest import when_of
from timeline.merge import merge
from timeline.merge.prominence import middle_of, prominent
from timeline.types import Article, Event

DAY, OTHER = when_of("2021-05-02"), when_of("2021-05-03")
FERRY = "The ferry Astrid sank off Korvale. Divers searched the ferry Astrid. The Astrid carried 40 people to Korvale."
MIDDLE = middle_of([Article(id="a", published=None, text=FERRY)])


def told(key: str, title: str, salience: float = 1.0, when=DAY, *, notable: bool = True) -> Event:
    made = event(key, title, when, source("Harbour Courier", "Words.", when), notable=notable)
    return replace(made, salience=salience)


def saliences(*events: Event) -> dict[str, float]:
    return {one.id: one.salience for one in prominent(events, MIDDLE)}


def test_of_one_day_what_the_story_is_about_stands_out():
    found = saliences(told("ferry", "The ferry Astrid sank off Korvale"), told("shares", "Shares of a bank fell"))
    assert found["ferry"] > 10 * found["shares"]


def test_an_entry_that_is_alone_on_its_day_is_worth_its_tellings():
    found = saliences(told("a", "The ferry sank", 3.0), told("b", "Shares of a bank fell", 2.0, OTHER))
    assert found == {"a": 3.0, "b": 2.0}


def test_one_thing_told_often_makes_a_day_weightier_than_many_things_told_once():
    often = [told("often", "The ferry Astrid sank", 6.0)]
    once = [told(f"once{at}", f"A thing called {word} fell", when=OTHER) for at, word in enumerate("abcdefgh")]
    found = saliences(*often, *once)
    assert found["often"] > sum(found[one.id] for one in once)


def test_what_a_weightier_entry_of_the_day_says_already_hardly_stands_out():
    first, again = told("first", "The ferry Astrid sank", 2.0), told("again", "The ferry Astrid sank off")
    found = saliences(first, again, told("search", "Divers searched Korvale", 0.5))
    assert found["first"] > found["search"] > found["again"]
    assert saliences(told("first", "The ferry Astrid sank", 2.0), replace(again, when=OTHER))["again"] == 1.0


def test_background_keeps_the_weight_of_its_tellings_and_takes_nothing():
    found = saliences(told("news", "The ferry sank"), told("rest", "The ferry Astrid sank", 0.7, notable=False))
    assert found == {"news": 1.0, "rest": 0.7}


@pytest.mark.parametrize("title", ["…", "2010", "the of and"])
def test_a_title_without_words_has_a_share_too(title):
    found = saliences(told("empty", title), told("ferry", "The ferry Astrid sank"))
    assert 0 < found["empty"] < found["ferry"]


def test_the_order_of_articles_does_not_matter(write, tell):
    days = ("2021-05-02", "2021-05-03")
    pile = [
        write("a", days[0], tell("The ferry Astrid [sank|sink] off Korvale.", when=days[0], main_news=True)),
        write("b", days[1], tell("Divers [searched|search] the ferry Astrid at Korvale.", when=days[0])),
        write("c", days[1], tell("The mayor of Korvale [visited|visit] the Astrid.", when=days[1], main_news=True)),
    ]
    assert merge(pile) == merge(pile[::-1]) == merge([pile[1], pile[2], pile[0]])
