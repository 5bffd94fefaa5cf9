from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.steps import replay


@pytest.mark.parametrize(
    ("text", "trigger", "edtf", "basis"),
    [
        ("The dam burst on 3 March 2025.", "burst", "2025-03-03", "expression"),
        ("The dam burst on Monday.", "burst", "2025-03-10", "expression"),
        ("On Monday the dam burst and flooded the town.", "flooded", "2025-03-10", "expression"),
        ("The board resigned on Monday after the dam burst in 2023.", "resigned", "2025-03-10", "expression"),
        ("The board resigned on Monday after the dam burst in 2023.", "burst", "2023", "expression"),
        ("Monday's explosion killed three workers.", "killed", "2025-03-10", "expression"),
        ("An interview with Mara Ellison published on Sunday caused a stir.", "interview", "2025-03-09", "expression"),
        ("The trial began in 2021.", "trial", "2021", "expression"),
        ("Ellison recalls the flood of 1987.", "flood", "1987", "expression"),
        ("Ellison said on Monday that the dam had burst.", "said", "2025-03-10", "expression"),
    ],
)
def test_an_expression_dates_what_it_hangs_on(tell_of, text, trigger, edtf, basis):
    found = tell_of(text, trigger)
    assert (found.when.edtf, found.basis) == (edtf, basis)


def test_a_date_of_saying_is_not_the_date_of_what_is_said_but_its_bound(tell_of):
    text = (
        "The town mourns.\n\nNobody slept.\n\nAll is quiet.\n\nEllison said on Monday that thieves had opened the gate."
    )
    found = tell_of(text, "opened")
    assert (found.when.edtf, found.basis) == ("../2025-03-10", "event")


def test_a_name_with_a_year_in_it_dates_nothing(tell_of):
    found = tell_of("The firm presented its Atlas 2019 software.", "presented")
    assert found.basis == "publication"


def test_the_main_news_without_a_date_is_of_the_publication_day_or_the_day_before(tell_of):
    found = tell_of("Mara Ellison resigned as head of the board.", "resigned", title="Ellison resigns")
    assert (found.basis, found.when.earliest, found.when.latest, found.when.best) == (
        "publication",
        "2025-03-11",
        "2025-03-12",
        "2025-03-12",
    )


def test_what_lies_ahead_without_a_date_has_none(tell_of):
    found = tell_of("The council plans to rebuild the dam.", "rebuild")
    assert (found.when, found.steps) == (None, ())


def test_without_a_publication_date_an_undated_mention_has_no_date(tell_of):
    assert tell_of("The dam collapsed.", "collapsed", published=None).when is None


def test_a_date_on_another_event_stays_symbolic(tell_of):
    found = tell_of("Two days after the flood, Mara Ellison resigned.", "resigned")
    assert (found.basis, found.when) == ("event", None)
    assert (found.relative_to.relation, found.relative_to.text) == ("after", "the flood")


def test_the_event_that_a_date_hangs_on_is_not_dated_by_it(tell_of):
    text = "Two days after the ship was freed, investigators questioned the crew."
    assert tell_of(text, "questioned").relative_to.text == "the ship was freed"
    assert tell_of(text, "freed").relative_to is None


def test_what_is_said_before_saying_another_thing_is_of_the_same_occasion(tell_of):
    text = "Shortly before speaking about the dam, Mara Ellison dismissed the plan."
    assert tell_of(text, "dismissed").relative_to is None
    assert tell_of("Shortly before speaking about the dam, Mara Ellison left.", "left").relative_to is not None


def test_a_day_behind_the_last_noun_is_that_of_the_verb_in_the_past(tell_of):
    text = "The court rejected the owner's complaint about the detention of the ship on Monday."
    assert tell_of(text, "rejected").when.edtf == "2025-03-10"


def test_background_goes_on_in_the_clause_that_is_joined_to_it(tell_of):
    text = "In 2017 a flood closed the road, but engineers opened it within hours."
    assert tell_of(text, "opened").when.edtf == "2017"


def test_what_happened_when_something_dated_did_is_of_its_day(tell_of):
    text = "Two dockers were hurt when the roof of the hall fell in on 3 January."
    assert tell_of(text, "hurt").when.edtf == "2025-01-03"
    assert tell_of("Two dockers had left when the roof of the hall fell in on 3 January.", "left").basis != "expression"


def test_a_verb_that_is_part_of_a_name_takes_no_date(tell_of):
    assert tell_of("The tugs refloated the Ever Given on 3 March.", "refloated").when.edtf == "2025-03-03"


FRAMED = (
    "Ellison quits the harbour board\n"
    "Mara Ellison resigned on Monday as head of the harbour board.\n"
    "The resignation came as a surprise.\n"
    "Ellison thanked the dockers in a letter."
)


def test_what_anyone_says_in_such_an_article_is_said_on_its_day(tell_of):
    text = FRAMED + "\nThe dockers said that they would miss her."
    found = tell_of(text, "said", title="Ellison quits the harbour board")
    assert (found.basis, found.when.edtf) == ("frame", "2025-03-10")


@pytest.mark.parametrize(
    ("more", "trigger", "date"),
    [
        ("Ellison had founded a shipyard.", "founded", "../2025-03-10"),
        ("Her company once owned the railway station.", "owned", "../2025-03-10"),
        ("The town has grown since the shipyard opened.", "grown", "../2025-03-12"),
        ("The officials are searching for a successor.", "searching", "../2025-03-12"),
        ("They meet in a town where a strike is underway.", "strike", "../2025-03-10"),
    ],
)
def test_what_led_to_the_news_had_happened_by_its_day_and_what_goes_on_by_the_publication(tell_of, more, trigger, date):
    found = tell_of(FRAMED + "\n" + more, trigger, title="Ellison quits the harbour board")
    assert found.when.edtf == date
    assert found.basis == ("event" if date == "../2025-03-10" else "publication")


def test_what_a_dated_happening_did_is_of_its_day(tell_of):
    found = tell_of("The judge cleared the owners of the 2009 collision, which killed three dockers.", "killed")
    assert found.when.edtf == "2009"


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Nine dockers died when fire swept through the hold on 1 September 2023.", "died", "2023-09-01"),
        ("Nine dockers died on 1 September 2023 when fire swept through the hold.", "swept", "2023-09-01"),
        ("When fire swept through the hold on 1 September 2023, nine dockers died.", "died", "2023-09-01"),
        ("It was the worst accident here since 1987, when the trawler Ternen sank.", "sank", "1987"),
        ("The bank cut its rate in 2009, when the crisis peaked.", "peaked", "2009"),
    ],
)
def test_what_happened_when_something_else_did_is_of_its_day(tell_of, text, trigger, edtf):
    assert tell_of(text, trigger).when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Fire broke out shortly after midnight on 3 March 2025.", "2025-03-03"),
        ("Fire broke out just before 3 p.m. on 3 March 2025.", "2025-03-03"),
        ("Fire broke out at 3 p.m. on 3 March 2025.", "2025-03-03T15:00"),
    ],
)
def test_before_an_hour_is_not_at_that_hour(tell_of, text, edtf):
    found = tell_of(text, "broke")
    assert (found.when.edtf, replay(found.steps)) == (edtf, found.when)


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("On Monday Ellison called an election for 14 July.", "election", "2025-07-14"),
        ("On Monday Ellison called an election for 14 July.", "called", "2025-03-10"),
        ("The vote was called in February.", "called", "2025-02"),
    ],
)
def test_what_is_arranged_is_of_another_day_than_its_arranging(tell_of, text, trigger, edtf):
    assert tell_of(text, trigger).when.edtf == edtf


def test_what_was_arranged_is_not_of_the_day_of_its_arranging(tell_of):
    assert tell_of("The vote was called in February.", "vote").basis == "publication"


@pytest.mark.parametrize("text", ["It was the worst accident since 1987.", "It was the third accident since 1987."])
def test_since_when_a_thing_had_no_equal_is_not_when_it_was(tell_of, text):
    assert tell_of(text, "accident").basis == "publication"


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("Petrie was arrested on Tuesday, two days after police searched his home.", "searched", "2025-03-09"),
        ("The yard shut on 5 March 2024, three weeks before the vote failed.", "failed", "2024-03-26"),
        ("Petrie resigned on Monday, a day after the raid.", "raid", "2025-03-09"),
        ("Petrie left in 2010, two days after the raid.", "raid", None),
        ("Petrie left on Monday, a few days after police searched his home.", "searched", None),
    ],
)
def test_a_date_that_is_counted_from_an_event_dates_the_event(tell_of, text, trigger, edtf):
    found = tell_of(text, trigger)
    assert replay(found.steps) == found.when
    if edtf is None:
        assert found.when.earliest is None
    else:
        assert (found.when.edtf, found.basis) == (edtf, "event")


def test_what_the_lead_tells_in_passing_is_no_younger_than_its_day(tell_of):
    text = "On Monday the port sent a letter accusing the shipyard, which dumped oil in the harbour.\nNobody replied."
    found = tell_of(text, "dumped")
    assert (found.basis, found.when.edtf, found.main_news) == ("event", "../2025-03-10", True)


def test_what_is_said_of_the_past_after_the_news_is_no_younger_than_the_news(tell_of):
    text = "A fire burned the customs house on Monday.\nNobody was hurt.\nThe mayor thanked the fire brigade."
    text += "\nThe caretaker told police on Tuesday that he left a stove on."
    assert tell_of(text, "left").when.edtf == "../2025-03-10"


def test_what_is_news_of_its_own_may_be_of_the_days_since(tell_of):
    text = "A fire burned the customs house on 4 March.\nThe police said on 7 March that they arrested a former guard."
    assert tell_of(text, "arrested").when.edtf == "../2025-03-07"


def test_the_news_of_an_article_that_tells_of_today_is_of_today(tell_of):
    text = "A crane fell on the quay today.\nThe port has closed the terminal."
    found = tell_of(text, "closed")
    assert (found.basis, found.when.edtf) == ("frame", "2025-03-12")


@pytest.mark.parametrize("trigger", ["quits", "thanked"])
def test_the_day_of_the_lead_frames_what_is_told_after_it(tell_of, trigger):
    found = tell_of(FRAMED, trigger, title="Ellison quits the harbour board")
    assert (found.basis, found.when.edtf) == ("frame", "2025-03-10")


PASSAGE = "\nOn 28 February a crane fell on the quay. It killed a docker. The port closed a terminal."


@pytest.mark.parametrize(
    ("more", "trigger", "day"),
    [
        ("\nThe dockers stopped work.", "stopped", "2025-03-10"),
        ("\nThe dockers stopped work and went home, singing.", "went", "2025-03-10"),
        ("\nThe dockers stopped work, saying that the quay was unsafe.", "saying", "2025-03-10"),
        (PASSAGE, "killed", "2025-02-28"),
        (PASSAGE, "closed", "2025-02-28"),
        ("\nIn 2017 a flood closed the port. The dockers said they were ready.", "said", "2025-03-10"),
        (PASSAGE + "\nIt is a large one. Ellison visited the families.", "visited", "2025-03-10"),
    ],
)
def test_a_passage_goes_on_with_the_day_told_last_and_returns_to_that_of_the_article(tell_of, more, trigger, day):
    found = tell_of(FRAMED + more, trigger, title="Ellison quits the harbour board")
    assert (found.basis, found.when.edtf) == ("frame", day)


@pytest.mark.parametrize(
    ("more", "trigger"),
    [
        ("\nThe dockers have stopped work.", "stopped"),
        ("\nThe dockers stop work.", "stop"),
        ("\nIn February a crane fell on the quay, and it will be closed.", "closed"),
        ("\nThe dockers want the board to close the terminal.", "close"),
        ("\nIn 2017 a flood closed the port. The board built a wall.", "built"),
        ("\nThe board grew poorer after the flood of 2017. The town called it careless.", "called"),
    ],
)
def test_what_is_not_told_in_the_simple_past_is_not_of_the_passages_day(tell_of, more, trigger):
    assert tell_of(FRAMED + more, trigger, title="Ellison quits the harbour board").basis != "frame"


def test_a_day_to_come_frames_nothing(tell_of):
    text = "The board meets on 30 March. The chairman resigned. The dockers cheered."
    assert tell_of(text, "cheered").basis == "publication"


@pytest.mark.parametrize(
    "text",
    [
        FRAMED,
        FRAMED + PASSAGE,
        "The dam burst on Monday. Two days after the flood, Mara Ellison resigned. The vote is on 30 March.",
        "Ellison has led the board since 2004. She said the dam was built in the late 1990s.",
    ],
)
def test_the_reasons_of_every_date_give_the_date(tell, text):
    for one in tell(text):
        assert replay(one.steps) == one.when


def test_what_has_gone_on_since_a_day_lasts_up_to_the_publication(tell_of):
    found = tell_of("The council has held seven hearings on the dam since 3 March.", "hearings")
    assert (found.when.edtf, found.basis, replay(found.steps)) == ("2025-03-03/2025-03-12", "expression", found.when)
    assert tell_of("The council held a hearing on the dam on 3 March.", "hearing").when.edtf == "2025-03-03"


def test_the_day_until_which_something_is_meant_to_last_is_not_its_own(tell_of):
    assert tell_of("The council closed the harbour until 3 April.", "closed").basis == "publication"
    assert tell_of("The strike lasted until 3 March.", "lasted").when.edtf == "2025-03-03"


def test_what_is_said_to_have_come_true_is_of_the_day_of_saying(tell_of):
    found = tell_of("Mara Ellison said on Monday that the council has opened the gate.", "opened")
    assert (found.when.edtf, found.basis) == ("2025-03-10", "frame")
    assert tell_of("Mara Ellison said that the council has opened the gate.", "opened").basis == "publication"


def test_news_told_the_day_before_the_publication_is_no_later_than_that(tell_of):
    found = tell_of("Mara Ellison said on Tuesday that thieves opened the gate.", "opened")
    assert (found.when.edtf, found.main_news) == ("2025-03-10/2025-03-11", True)


def test_a_date_in_a_quotation_does_not_date_its_saying(tell_of):
    text = "Mara Ellison praised the dam by saying that, “just one year after buying the mill, we are building a road.”"
    assert tell_of(text, "saying").basis == "publication"


SAID = (
    "The dam burst on Monday.",
    "Ellison said on Friday that it had closed the gate.",
    "The town was founded in 1905. It flourished.",
    "Ellison resigned yesterday.",
    "The gate opens tomorrow.",
    "The firm has held talks since May.",
    "The mill closed at the turn of the century.",
    "Thieves had opened the gate.",
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=4).map(" ".join), st.dates())
@example(" ".join(SAID), date.min)
@example(" ".join(SAID), date(1, 2, 28))
@example(" ".join(SAID), date.max)
def test_no_publication_day_breaks_a_mention(tell, text, day):
    for one in tell(text, title="Ellison resigns", published=day.isoformat()):
        assert replay(one.steps) == one.when
