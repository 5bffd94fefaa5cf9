"""What an article tells of other times, in sums or in its writer's own person is not the news of its day."""

import pytest

NEWS = "The council met.\n\nIt was a long evening.\n\n"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Mara Ellison recently sold the gate.", "sold"),
        ("For five months Mara Ellison ran the harbour.", "ran"),
        ("The town has so far paid half of the sum.", "paid"),
        ("The town has paid half of the sum since the dam burst.", "paid"),
        ("The town has paid half of the sum since the dam burst and flooded the harbour.", "burst"),
        ("The town has paid half of the sum since the dam burst and flooded the harbour.", "flooded"),
        ("The council banned lorries after the bridge cracked on 3 January.", "banned"),
        ("In 2009 Mara Ellison left Korvale. She bought a ship.", "bought"),
        ("I opened the gate.", "opened"),
        ("We opened the gate.", "opened"),
    ],
)
def test_what_is_not_of_the_day_is_bounded_by_it_and_no_more(tell_of, text, trigger):
    one = tell_of(NEWS + text, trigger)
    assert (one.main_news, one.when.earliest, one.when.latest) == (False, None, "2025-03-12")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Mara Ellison sold the gate.", "sold"),
        ("For the council Mara Ellison ran the harbour.", "ran"),
        ("The town has paid half of the sum.", "paid"),
        ("The council banned lorries after the bridge cracked on 10 March.", "banned"),
        ("The board resigned on Monday. Mara Ellison bought a ship.", "bought"),
        ("“I opened the gate,” Mara Ellison said.", "opened"),
    ],
)
def test_what_the_article_tells_without_that_is_news(tell_of, text, trigger):
    assert tell_of(NEWS + text, trigger).main_news


def test_the_perfect_deep_in_an_article_tells_how_things_stand(tell_of):
    said = "The road is long. " * 20
    assert not tell_of(f"{NEWS}{said}The town has bought the harbour.", "bought").main_news
    assert tell_of(f"{NEWS}{said}The town bought the harbour.", "bought").main_news


def test_an_article_in_the_first_person_gives_no_news_of_the_day(tell_of):
    text = "I like this town. The council opened the gate. We all saw it. My house was flooded."
    assert not tell_of(NEWS + text, "opened").main_news
