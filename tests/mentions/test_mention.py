import pytest

TEXT = (
    "Dam bursts above Korvale\n\n"
    "- Two people are missing after the dam burst.\n"
    "The old dam above Korvale burst on Monday, the fire chief said. “We heard it at night,” said Mara Ellison.\n\n"
    "The company denied that it had opened the gate. The council will meet on 30 March."
)


@pytest.fixture(scope="module")
def mentions(tell):
    return tell(TEXT, title="Dam bursts above Korvale")


def test_quotes_are_the_letters_of_the_text_around_the_trigger(mentions):
    assert mentions
    for one in mentions:
        assert TEXT[one.quote.start : one.quote.end] == one.quote.text
        assert one.quote.start <= one.start < one.end <= one.quote.end
        assert TEXT[one.start : one.end] == one.trigger


def test_quotes_leave_bullets_out(mentions):
    missing = next(one for one in mentions if "missing" in one.quote.text)
    assert missing.quote.text == "Two people are missing after the dam burst."


def test_title_and_lead_are_headlines_and_the_rest_is_not(mentions):
    headlines = {one.quote.text for one in mentions if one.headline}
    assert "Dam bursts above Korvale" in headlines
    assert not any("council" in quote for quote in headlines)


def test_what_was_said_outranks_the_saying(mentions):
    salience = {one.trigger: one.salience for one in mentions if "fire chief" in one.quote.text}
    assert salience["burst"] > 1.0 > salience["said"]


def test_a_hypothetical_is_never_main_news(tell):
    assert not any(one.main_news for one in tell("The dam may burst.", title="Dam may burst"))


@pytest.mark.parametrize("text", ["Why did the dam collapse on Monday?", "Cleaning up the valley"])
def test_questions_and_headings_without_a_subject_are_no_entries(tell, text):
    found = tell(f"{text}\nMara Ellison resigned on Monday.")
    assert found
    assert all(one.salience < 1.0 for one in found if one.quote.text == text)
    assert any(one.salience >= 1.0 for one in found if one.trigger == "resigned")


def test_sentences_are_counted_from_the_first(mentions):
    assert mentions[0].sentence == 0
    assert [one.sentence for one in mentions] == sorted(one.sentence for one in mentions)
