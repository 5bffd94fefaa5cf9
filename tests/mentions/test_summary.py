import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        ("The dam burst on Monday.", "burst", "The dam burst"),
        ("Mara Ellison said that the dam burst on Monday.", "burst", "The dam burst"),
        ("- The dam burst on Monday.", "burst", "The dam burst"),
        ("Mara Ellison chaired the board. She resigned in May.", "resigned", "Mara Ellison resigned"),
        (
            "Mara Ellison spoke on Monday. “I resigned in May,” Ellison said.",
            "resigned",
            "Mara Ellison resigned",
        ),
        (
            "The mayor fled after the dam burst on Monday.",
            "burst",
            "The dam burst",
        ),
        (
            "The gate, which thieves had opened in May, was repaired on Monday.",
            "repaired",
            "The gate, which thieves had opened in May, was repaired",
        ),
        (
            "Mara Ellison spoke on Monday. “I am not in charge of the gate they broke,” Ellison said.",
            "broke",
            "Mara Ellison is not in charge of the gate they broke",
        ),
        ("KORVALE, Norland (Coast Wire) - The dam burst on Monday.", "burst", "The dam burst"),
        ("However, Mara Ellison resigned on Monday.", "resigned", "Mara Ellison resigned"),
        ("Jonas Petrie said Mara Ellison met him in May.", "met", "Jonas Petrie said Mara Ellison met him"),
        (
            "Speaking on Monday, Mara Ellison blamed the builders.",
            "Speaking",
            "Speaking on Monday, Mara Ellison blamed the builders",
        ),
        ("Mara Ellison helped the town rebuild the dam.", "rebuild", "Mara Ellison helped the town rebuild the dam"),
    ],
)
def test_a_summary_is_the_clause_with_its_names(tell_of, text, trigger, summary):
    assert tell_of(text, trigger).summary == summary


LONG = (
    "Mara Ellison, who had led the harbour board of the northern city for more than eleven years and was known to all "
    "dockers, resigned on Monday because the builders whom she had trusted with the repair of the old dam above the "
    "valley had stolen the gate, which engineers had warned her about many times."
)


def test_a_long_sentence_is_pruned_to_what_is_told(tell_of):
    summary = tell_of(LONG, "resigned").summary
    assert len(summary) <= 160
    assert summary.startswith("Mara Ellison")
    assert "resigned" in summary


def test_summaries_are_never_longer_than_a_line(tell):
    assert all(len(one.summary) <= 160 for one in tell(LONG * 2))


def test_summaries_carry_no_quotation_marks(tell_of):
    assert tell_of("Ellison called the flood “a warning” on Monday.", "called").summary == (
        "Ellison called the flood a warning"
    )


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        ("On Monday, the mayor resigned.", "resigned", "The mayor resigned"),
        ("Two boats sank on Monday, drowning thirty people.", "sank", "Two boats sank, drowning thirty people"),
        (
            "Two boats sank on Monday, drowning thirty people, police said.",
            "drowning",
            "Two boats sank, drowning thirty people, police said",
        ),
        (
            "A strong earthquake struck the upper Dorvan valley in the early hours of Tuesday, killing at least thirty "
            "people and destroying hundreds of homes and many roads, officials of the province said.",
            "killing",
            "A strong earthquake struck the upper Dorvan valley, killing at least thirty people, officials of the "
            "province said",
        ),
        ("The siege began back in May 2022.", "began", "The siege began"),
        ("In 2017 another dam flooded the valley.", "flooded", "Another dam flooded the valley"),
        ("Ten days ago the dam flooded the valley.", "flooded", "The dam flooded the valley"),
        (
            "The owner made the town an offer yesterday to settle the case.",
            "made",
            "The owner made the town an offer to settle the case",
        ),
    ],
)
def test_the_adverbial_that_dates_a_mention_stands_beside_its_summary(tell_of, text, trigger, summary):
    assert tell_of(text, trigger).summary == summary


@pytest.mark.parametrize(
    ("text", "trigger", "kept"),
    [
        ("Korvale's 2020 election divided the town.", "election", "2020 election"),
        ("Monday's explosion killed three workers.", "killed", "Monday's explosion"),
        ("The dam has served the town since 1901.", "served", "since 1901"),
        ("The road will be closed until 11 July.", "closed", "until 11 July"),
        ("Two days after the flood, Mara Ellison left Korvale.", "left", "Two days after the flood"),
    ],
)
def test_a_time_that_says_more_than_the_date_stays(tell_of, text, trigger, kept):
    assert kept in tell_of(text, trigger).summary


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        (
            "The insurer paid. It called the claim excessive on Monday.",
            "called",
            "The insurer called the claim excessive",
        ),
        ("The old dam stood for years. Two barges struck it on Monday.", "struck", "Two barges struck the old dam"),
        ("The dam was sold. Workers opened its gate on Monday.", "opened", "Workers opened the dam’s gate"),
        (
            "The owner and its insurers settled the case on Monday.",
            "settled",
            "The owner and its insurers settled the case",
        ),
        (
            "Divers reached the barge on 3 March, and two days later it was raised.",
            "raised",
            "Divers reached the barge on 3 March, and it was raised",
        ),
        (
            "The council denied on Monday that it had sold the dam.",
            "denied",
            "The council denied that it had sold the dam",
        ),
    ],
)
def test_what_it_means_is_named_where_nothing_else_can_be_meant(tell_of, text, trigger, summary):
    assert tell_of(text, trigger).summary == summary


def test_a_summary_with_a_pronoun_that_nobody_explains_is_no_entry(tell_of):
    text = "Divers found two barges and a raft. It was raised on Monday."
    assert tell_of(text, "raised").salience < 0.6


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        (
            "The town and the owner reached a settlement on Monday, ending a dispute.",
            "ending",
            "The town and the owner reached a settlement, ending a dispute",
        ),
        (
            "The town began to widen the canal in May and is due to end the work in July, Mara Ellison said in March.",
            "widen",
            "The town began to widen the canal and is due to end the work in July",
        ),
        ("The court read a letter sent on 3 March.", "sent", "A letter was sent on 3 March"),
        ("The mayor told reporters that the gate was being opened.", "opened", "The gate was being opened"),
        ("The mayor denied the story on Monday, however.", "denied", "The mayor denied the story"),
    ],
)
def test_what_is_pruned_keeps_its_grammar(tell_of, text, trigger, summary):
    assert tell_of(text, trigger).summary == summary


def test_a_participle_told_without_its_clause_gets_a_tense(tell_of):
    walk = "Mara Ellison crossed the old wooden bridge and the new iron bridge and the northern bank of the river"
    text = f"{walk} and the southern bank of the canal, warning that the gate of the old dam would break at night."
    assert tell_of(text, "warning").summary.startswith("Mara Ellison was warning that the gate of the old dam")


def test_he_in_a_question_is_who_answers_it(tell_of):
    text = "When asked by Jonas Petrie whether he would leave Korvale in May, David Moore said he would stay."
    assert tell_of(text, "leave").summary.startswith("David Moore would leave Korvale")


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        (
            "“The gate is rotten and must be replaced,” Mara Ellison said.",
            "replaced",
            "The gate is rotten and must be replaced, Mara Ellison said",
        ),
        (
            "Mara Ellison claimed that thieves opened the gate.",
            "opened",
            "Mara Ellison claimed that thieves opened the gate",
        ),
        # An event that is only told by somebody, and not claimed, is told by itself.
        ("Mara Ellison said that thieves opened the gate.", "opened", "Thieves opened the gate"),
        ("“I opened the gate,” Mara Ellison said.", "opened", "Mara Ellison opened the gate"),
    ],
)
def test_what_is_only_said_keeps_who_says_it(tell_of, text, trigger, summary):
    assert tell_of(text, trigger).summary == summary


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        ("Norvik Corp. built the dam. The company paid for the repair.", "paid", "Norvik Corp. paid for the repair"),
        (
            "Atlas Corp. is old. Atlas Corp. is rich. Norvik Corp. built the dam. The company paid for the repair.",
            "paid",
            "The company paid for the repair",
        ),
        ("The company paid for the repair.", "paid", "The company paid for the repair"),
        ("Norvik Corp. sued Atlas Corp. Another company paid for it.", "paid", "Another company paid for it"),
    ],
)
def test_the_company_is_named_where_one_can_be_meant(tell_of, text, trigger, summary):
    assert tell_of(text, trigger).summary == summary


def test_what_we_do_stands_not_alone(tell_of):
    alone = "The council opened the gate."
    assert tell_of("We opened the gate on Monday.", "opened").salience < tell_of(alone, "opened").salience / 2


def test_it_is_what_was_said_and_not_who_said_so(tell_of):
    text = "The website said that the pump was too small. It was loaded onto a barge on Monday."
    assert tell_of(text, "loaded").summary == "The pump was loaded onto a barge"


def test_who_told_somebody_said_so_at_the_end_of_a_line(tell_of):
    text = "“The pump broke. The town was dark for days,” Mara Ellison told the council of Korvale."
    assert tell_of(text, "broke").summary == "The pump broke, Mara Ellison said"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Reuters - The port closed the terminal.", "The port closed the terminal"),
        ("KORVALE, -- The port closed the terminal.", "The port closed the terminal"),
        ("June 1 - The port closed the terminal.", "The port closed the terminal"),
        ("Reuters closed the terminal.", "Reuters closed the terminal"),
        ("Marines 5 - The port closed the terminal.", "Marines 5 - The port closed the terminal"),
    ],
)
def test_a_title_is_without_the_agency_the_place_and_the_day_before_the_report(tell_of, line, title):
    assert tell_of(line, "closed").summary == title


def test_a_dateline_is_nobody(tell_of):
    text = "KORVALE, Norland -- Norvik said that it broke the gate on Monday."
    assert "KORVALE" not in tell_of(text, "broke").summary


def test_a_time_that_is_the_subject_stays(tell_of):
    assert "years" in tell_of("The past few years have brought hardship to the town.", "brought").summary


def test_a_participle_keeps_its_day_at_the_end_of_a_line(tell_of):
    text = "The mayors prepared for hearings starting on Tuesday."
    assert not tell_of(text, "hearings").summary.endswith("starting")


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        (
            "Mara Ellison left the board and sold her shares on Monday.",
            "left",
            "Mara Ellison left the board and sold her shares on Monday",
        ),
        (
            "The dam burst on Monday and the lower town was flooded.",
            "burst",
            "The dam burst and the lower town was flooded",
        ),
        (
            "The builders are to blame for the flood, the council has said.",
            "said",
            "The builders are to blame for the flood, the council has said",
        ),
        (
            "Mara Ellison left the board on Monday and will sell her shares in May 2026.",
            "sell",
            "Mara Ellison will sell her shares",
        ),
    ],
)
def test_what_is_joined_is_told_whole_where_a_line_holds_it(tell_of, text, trigger, summary):
    assert tell_of(text, trigger).summary == summary


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Some opened the gate on Monday.", "opened"),
        ("All three opened the gate on Monday.", "opened"),
        ("These guards opened the gate on Monday.", "opened"),
        ("The tool broke the gate on Monday.", "broke"),
    ],
)
def test_what_points_elsewhere_is_not_readable(tell_of, text, trigger):
    before = "Mara Ellison visited the port of Korvale on Sunday. It is an old port of the kingdom. Ships come there. "
    assert tell_of(before + "Mara Ellison broke and opened the gate on Monday.", trigger).readable
    assert not tell_of(before + text, trigger).readable


@pytest.mark.parametrize(
    ("before", "summary"),
    [
        ("A tool was lowered to the gate of the port of Korvale.", "The tool broke the gate"),
        ("The Harbour Authority spoke of the tool in Korvale.", "The tool broke the gate"),
        ("Mara Ellison’s tool was lowered to the gate of the port.", "Mara Ellison’s tool broke the gate"),
    ],
)
def test_a_thing_is_told_as_the_article_has_named_it(tell_of, before, summary):
    told = tell_of(f"{before} The tool broke the gate on Monday.", "broke")
    assert (told.summary, told.readable) == (summary, True)


def test_the_authority_is_told_by_its_name(tell_of):
    text = "The Korvale Harbour Authority met on Sunday. The authority opened the gate on Monday."
    assert tell_of(text, "opened").summary == "The Korvale Harbour Authority opened the gate"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("That would mean that Mara Ellison opened the gate on Monday.", "opened"),
        ("Within a day of the flood, Mara Ellison opened it with them.", "opened"),
        ("Mara Ellison opened it on Monday.", "opened"),
        ("Mara Ellison denied the story on Monday.", "denied"),
        ("Mara Ellison revealed in an interview with Jonas Petrie on Monday.", "revealed"),
        ("“Was the gate opened?” Mara Ellison asked on Monday.", "asked"),
        ("Mara Ellison was fired in the wake of reports that the gate ...", "fired"),
        ("Mara Ellison hoped until tomorrow and opened the gate, which Jonas Petrie saw last night.", "opened"),
    ],
)
def test_what_was_only_asked_or_counts_from_elsewhere_is_not_readable(tell_of, text, trigger):
    assert not tell_of(text, trigger).readable


def test_a_question_is_told_with_who_asks_it(tell_of):
    summary = tell_of("A panel asked whether the company had opened the gate on Monday.", "opened").summary
    assert summary == "A panel asked whether the company had opened the gate"


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        ("The yard was founded in 1994 and bought the Halvard in 2016.", "founded", "The yard was founded"),
        ("The yard was founded in 1994 and bought the Halvard in 2016.", "bought", "The yard bought the Halvard"),
        ("The yard closed on 3 May and sold the Halvard.", "closed", "The yard closed and sold the Halvard"),
    ],
)
def test_what_a_clause_goes_on_to_tell_of_another_time_is_left_out(tell_of, text, trigger, summary):
    assert tell_of(text, trigger).summary == summary


def test_what_i_do_is_what_he_does(tell_of):
    text = "Mara Ellison spoke on Monday. “I carry the blame for the flood,” Ellison said."
    assert tell_of(text, "carry").summary == "Mara Ellison carries the blame for the flood"


def test_it_is_never_a_person(tell_of):
    text = "The queen’s president ordered ladders. It did not come to that: divers freed the ship on Monday."
    assert "president" not in tell_of(text, "freed").summary
