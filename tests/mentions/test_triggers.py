import pytest

from timeline.mentions.lexicon import noun_weight, verb_of, verb_weight


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The dam burst on Monday.", ["burst"]),
        ("Police arrested two men after the robbery.", ["arrested", "robbery"]),
        ("The election will be held in May.", ["election", "held"]),
        ("The town has a bridge.", []),
        ("The bridge is old and seems weak.", []),
        ("According to the mayor, the bridge collapsed.", ["collapsed"]),
        ("An explosion at the plant killed three workers.", ["explosion", "killed"]),
        ("The prime minister resigned following a vote.", ["resigned", "vote"]),
        ("The union represents dockers, including crane drivers.", ["represents"]),
        ("Ida Brandt, leader since 2004, is popular.", ["leader"]),
    ],
)
def test_verbs_and_nouns_of_happenings_are_triggers(tell, text, triggers):
    assert [one.trigger for one in tell(text)] == triggers


@pytest.mark.parametrize("noun", ["attack", "election", "earthquake", "resignation", "apology", "verdict", "invasion"])
def test_nouns_that_name_happenings_weigh_more_than_half(noun):
    assert noun_weight(noun) >= 0.5


@pytest.mark.parametrize("noun", ["table", "woman", "police", "year", "bridge", "city", "president"])
def test_nouns_for_things_and_people_weigh_less_than_half(noun):
    assert noun_weight(noun) < 0.5


@pytest.mark.parametrize(("noun", "verb"), [("invasion", "invade"), ("apology", "apologize"), ("arrest", "arrest")])
def test_a_noun_of_action_leads_to_its_verb(noun, verb):
    assert verb_of(noun) == verb


def test_an_unknown_verb_weighs_what_verbs_weigh():
    assert verb_weight("frobnicate") > verb_weight("include")


def test_given_triggers_are_taken_exactly_as_given(tell):
    text = "The old bridge stood for years. The dam burst on Monday and took it away."
    spans = [(4, 14), (text.index("took"), text.index("took") + len("took it away"))]
    found = tell(text, triggers=spans)
    assert [(one.start, one.end) for one in found] == spans
    assert found[1].trigger == "took it away"


def test_no_triggers_given_means_no_mentions(tell):
    assert tell("The dam burst on Monday.", triggers=[]) == ()


@pytest.mark.parametrize("text", ["", "\n", "Korvale", "…", "“”"])
def test_texts_without_a_sentence_give_no_mentions(tell, text):
    assert tell(text) == ()
