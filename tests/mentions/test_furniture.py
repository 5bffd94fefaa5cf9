import pytest

from timeline.mentions.furniture import furniture


def pieces(text):
    return [text[start:end].strip() for start, end in furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "By Mara Ellison",
        "Written by Jonas Petrie",
        "Reporting by Ida Brandt; editing by Tom Wade",
        "Published: 4 March 2025, 10:15",
        "Last updated on March 4, 2025 at 10:15",
        "March 4, 2025",
        "Tuesday, March 4, 2025",
        "Photo: Ida Brandt / Northern Pictures",
        "The bridge at Korvale before the flood. Photo: Ida Brandt",
        "News · World",
        "Trending Now",
        "ADVERTISEMENT",
        "Sign up for our morning newsletter",
        "Subscribe to the Harbour Post",
        "Share this article",
        "Follow us on the usual networks",
        "© 2025 Harbour Post. All rights reserved",
        "This article was first published on 3 March",
        "Read more: The river that rose twice",
        "Mara Ellison is a reporter based in Korvale.",
        "Mara Ellison is a markets reporter in Korvale. She won a prize in 2016.",
        "Mara Ellison has covered ports for the Harbour Post since 2009.",
        "Born in Korvale, Jonas Petrie is an engineer known for his bridges.",
        "The ministry did not respond to a request for comment.",
        "The mayor could not immediately be reached on Sunday.",
        "The Coast Wire contributed to this report.",
        "Posted by Ann B. Lee , on June 1 , 2010 10:20 AM Posted by Jonas Petrie , on June 2 , 2010 1:16 PM",
        "The company has been contacted for comment.",
    ],
)
def test_what_is_about_the_page_is_furniture(line):
    assert pieces(f"{line}\nThe dam burst on Monday.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The dam burst on Monday.",
        "Dam bursts in Korvale",
        "Shares in the builder fell by a tenth.",
        "News of the flood reached the capital at noon.",
        "The flood contributed to this year's bad harvest.",
        "Like many villagers, she left her house at night.",
        "The photographer was arrested by police on Friday.",
        "The picture was painted by hand in 1890.",
        "The court published the verdict on Monday.",
        "The mayor responded to the request within a day.",
        "Officials read more than 300 letters.",
        "Born in the flood, the child was named River.",
    ],
)
def test_news_is_not_furniture(line):
    assert pieces(line) == []


def test_a_list_of_links_ends_with_the_next_sentence():
    text = (
        "The dam burst on Monday.\n\nRelated:\n- Minister visits dam\n- Villages flooded in 1987\n\n"
        "Two people are missing, the mayor said."
    )
    assert pieces(text) == ["Related:", "- Minister visits dam", "- Villages flooded in 1987"]


def test_a_bulleted_summary_at_the_top_is_no_list_of_links():
    assert pieces("- The dam burst on Monday\n- Two people are missing\nA dam burst above Korvale on Monday.") == []


def test_furniture_gives_no_mentions(tell):
    text = "The dam burst on Monday.\nRelated:\n- Mayor resigns after flood\n- Town rebuilt its bridge\n"
    assert [one.trigger for one in tell(text)] == ["burst"]


def test_a_paragraph_about_whoever_signed_the_article_is_furniture():
    text = "By Mara Ellison | Harbour Post\n\nThe dam burst on Monday.\n\nMara Ellison grew up by the sea."
    assert pieces(text) == ["By Mara Ellison | Harbour Post", "Mara Ellison grew up by the sea."]


def test_comments_of_readers_are_furniture_from_the_end_of_the_first():
    text = (
        "The dam burst on Monday.\nI knew it .\nPosted by : rose12 | May 5 , 2025 3:08 PM | Report abuse "
        "The mayor resigned on Tuesday .\nPosted by : oak | May 6 , 2025 9:10 AM | Report abuse\nThe end ."
    )
    assert any("The mayor resigned" in piece for piece in pieces(text))
    assert not any("The dam burst" in piece or "The end" in piece for piece in pieces(text))


def test_one_line_on_abuse_makes_no_comments():
    assert pieces("Police said on Monday that they would report abuse of the dam.\nIt burst on Tuesday.") == []


def test_a_row_of_other_outlets_headlines_is_furniture():
    row = "Harbour Post Robots race to the well - 9 hrs ago Coast Wire The dam burst - 14 hrs ago"
    assert pieces(f"The dam burst on Monday.\n{row}\nThe bridge at Korvale fell, too.") == [row]
