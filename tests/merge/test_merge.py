"""Mentions of one happening become one event, with every source, one date and the right status."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from timeline.merge import merge
from timeline.steps import replay
from timeline.types import Event, Landmark, Place, RelativeTo

HARBOUR = "The dredger Solveig blocked the channel of Port Anselm for two days, the harbour master Ines Calder said."
HEARING = "A court in Port Anselm will hear the owners of the Solveig about the blocked channel and its cost."


def with_trigger(events: tuple[Event, ...], trigger: str) -> list[Event]:
    return [one for one in events if trigger in {source.trigger for source in one.sources}]


def only(events: tuple[Event, ...], trigger: str) -> Event:
    (found,) = with_trigger(events, trigger)
    return found


@pytest.fixture
def refloated(tell, write):
    """Three outlets on one refloating, with other words, dates of other precision, and one planned hearing."""
    return (
        write(
            "a",
            "2021-03-29",
            tell(
                "The dredger Solveig was [refloated|refloat] in Port Anselm on Monday.",
                when="2021-03-29",
                main_news=True,
            ),
            tell("It had [blocked|block] the channel of Port Anselm since Friday.", when="2021-03-26"),
            source="Harbour Courier",
        ),
        write(
            "b",
            "2021-03-30",
            tell("Tugs have [refloated|refloat] the dredger Solveig in Port Anselm.", when="2021-03", main_news=True),
            tell(
                "A [hearing|hearing] about the blocked channel is due in May.",
                when="2021-05",
                stance="planned",
                kind="noun",
            ),
            source="Meridian Wire",
        ),
        write(
            "c",
            "2021-03-30",
            tell("The dredger Solveig, which [blocked|block] the channel of Port Anselm, is free."),
            tell(
                "After the [refloating|refloat] in Port Anselm the dredger Solveig was towed.",
                when="../2021-03-30",
                basis="publication",
                kind="noun",
            ),
            source="Ostwick Daily",
        ),
    )


def test_tellings_of_one_happening_are_one_event(refloated):
    event = only(merge(refloated), "refloated")
    assert [source.source for source in event.sources] == ["Harbour Courier", "Meridian Wire", "Ostwick Daily"]
    assert (event.source_count, event.independent_source_count) == (3, 3)


def test_bounds_narrow_each_other_and_the_steps_replay(refloated):
    event = only(merge(refloated), "refloated")
    assert event.when is not None
    assert event.when.edtf == "2021-03-29"
    assert event.dates_agree
    assert replay(event.steps) == event.when


def test_what_only_its_publication_dates_takes_the_date_of_its_event(refloated):
    event = only(merge(refloated), "refloated")
    assert [(source.basis, source.when and source.when.edtf) for source in event.sources] == [
        ("expression", "2021-03-29"),
        ("expression", "2021-03"),
        ("vote", "2021-03-29"),
    ]


def test_other_happenings_of_the_story_stay_apart(refloated):
    events = merge(refloated)
    assert len({only(events, one).id for one in ("refloated", "hearing")}) == 2
    assert len(with_trigger(events, "blocked")) == 1


def test_the_order_of_the_articles_changes_nothing(refloated):
    expected = merge(refloated)
    for seed in range(5):
        assert merge(random.Random(seed).sample(refloated, len(refloated))) == expected


def test_an_event_keeps_its_id_when_another_article_comes(refloated):
    before = only(merge(refloated[:2]), "refloated")
    assert only(merge(refloated), "refloated").id == before.id


def test_recurrences_are_two_events(tell, write):
    pile = (
        write("a", "2019-06-03", tell("Ostwick [elected|elect] Mira Holt mayor on Sunday.", when="2019-06-02")),
        write("b", "2023-06-05", tell("Ostwick [elected|elect] Mira Holt mayor on Sunday.", when="2023-06-04")),
    )
    assert len(merge(pile)) == 2


def test_dates_that_cannot_both_be_true_are_kept_and_shown(tell, write):
    sentence = "The ferry Lind [sank|sink] off Port Anselm with nine aboard, the coast guard said."
    days = {"a": "2021-05-02", "b": "2021-05-02", "c": "2021-05-03"}
    pile = [write(name, "2021-05-04", tell(sentence, when=day)) for name, day in days.items()]
    pile[1] = write(
        "b",
        "2021-05-04",
        tell(sentence.replace("said", "told reporters"), when="2021-05-02"),
        tell(HARBOUR.replace("blocked", "[blocked|block]")),
    )
    pile[2] = write(
        "c",
        "2021-05-04",
        tell(sentence.replace("off", "close to"), when="2021-05-03"),
        tell(HEARING.replace("hear ", "[hear|hear] ")),
    )
    event = only(merge(pile), "sank")
    assert event.when is not None
    assert event.when.edtf == "2021-05-02"
    assert not event.dates_agree
    assert {source.when.edtf for source in event.sources if source.when} == {"2021-05-02", "2021-05-03"}
    assert replay(event.steps) == event.when


def test_copies_add_sources_but_no_independent_ones(tell, write):
    sentences = [
        tell("The ferry Lind [sank|sink] off Port Anselm on Sunday with nine people aboard.", when="2021-05-02"),
        tell("Divers [searched|search] the wreck of the ferry until nightfall without finding anyone."),
    ]
    pile = [write(name, "2021-05-03", *sentences) for name in ("a", "b")]
    event = only(merge(pile), "sank")
    assert (event.source_count, event.independent_source_count) == (2, 1)


STATUSES = [
    (["asserted", "asserted"], "asserted"),
    (["claimed", "claimed", "asserted"], "claimed"),
    (["reported", "asserted"], "reported"),
    (["claimed", "denied"], "disputed"),
    (["denied", "denied"], "denied"),
    (["planned", "planned"], "planned"),
    (["planned", "asserted", "asserted"], "asserted"),
]


@pytest.mark.parametrize(("stances", "status"), STATUSES)
def test_the_status_comes_from_the_stances(stances, status, tell, write):
    outlets = ("first", "second", "third")
    pile = [
        write(
            str(at),
            "2021-05-03",
            tell(f"The {outlets[at]} outlet has it that Ines Calder [resigned|resign].", stance=stance),
        )
        for at, stance in enumerate(stances)
    ]
    (event,) = merge(pile)
    assert event.status == status


def test_a_denial_is_an_event_that_leads_to_what_it_denies(tell, write):
    sentence = "A spokesman denied that Ines Calder had taken money from the port."
    extraction = write(
        "a",
        "2021-05-03",
        tell(sentence.replace("denied", "[denied|deny]"), main_news=True),
        tell("Ines Calder has [resigned|resign]."),
    )
    taking = write("a", "2021-05-03", tell(sentence.replace("taken", "[taken|take]"), stance="denied")).mentions
    events = merge(
        [type(extraction)(article=extraction.article, expressions=(), mentions=(*extraction.mentions, *taking))]
    )
    denial, denied = only(events, "denied"), only(events, "taken")
    assert [(link.type, link.event) for link in denial.links] == [("denies", denied.id)]
    assert denied.status == "denied"


def test_a_date_that_hangs_on_an_event_of_another_article_is_settled(tell, write):
    pile = (
        write(
            "a",
            "2021-03-27",
            tell("The dredger Solveig [grounded|ground] at Port Anselm on 26 March.", when="2021-03-26"),
        ),
        write(
            "b",
            "2021-04-10",
            tell(
                "The harbour master of Port Anselm [quit|quit] after the grounding of the dredger Solveig.",
                relative=RelativeTo(text="the grounding of the dredger Solveig", relation="after"),
            ),
        ),
    )
    event = only(merge(pile), "quit")
    assert event.when is not None
    assert event.sources[0].basis == "event"
    assert replay(event.steps) == event.when


LANDMARK = Landmark(name="the grounding of the Solveig", date="2021-03-26", phrases=("the grounding",))


def test_a_landmark_dates_what_hangs_on_it_and_its_own_mention(tell, write):
    pile = [
        write(
            "a",
            "2021-04-10",
            tell(
                "Ines Calder [quit|quit] after the grounding.",
                relative=RelativeTo(text="the first days of the grounding", relation="during"),
            ),
            tell("The [grounding|grounding] cost the port nine million.", kind="noun"),
        )
    ]
    undated, dated = merge(pile), merge(pile, landmarks=[LANDMARK])
    assert only(undated, "quit").when is None
    assert only(dated, "quit").when is not None
    grounding = only(dated, "grounding")
    assert grounding.when is not None
    assert (grounding.when.edtf, grounding.sources[0].basis) == ("2021-03-26", "landmark")


NOTABLE = [
    ("its own date", {"when": "2021-05-02"}, True),
    ("main news", {"main_news": True, "when": "2021-05-02/2021-05-03", "basis": "publication"}, True),
    ("background", {"when": "../2021-05-03", "basis": "publication"}, False),
    ("no date", {}, False),
    ("only thought of", {"when": "2021-05-02", "stance": "hypothetical"}, False),
    ("hardly worth telling", {"when": "2021-05-02", "salience": 0.1}, False),
]


@pytest.mark.parametrize(("name", "fields", "notable"), NOTABLE, ids=[case[0] for case in NOTABLE])
def test_the_default_chronology_holds_what_an_editor_would_keep(name, fields, notable, tell, write):
    fields = {"when": None, **fields}
    (event,) = merge([write("a", "2021-05-03", tell("The ferry Lind [sank|sink] off Port Anselm.", **fields))])
    assert event.notable == notable


def test_two_triggers_of_one_sentence_and_day_are_one_entry(tell, write):
    sentence = "Ostwick held an election on Sunday."
    first = write("a", "2021-05-03", tell(sentence.replace("held", "[held|hold]"), when="2021-05-02", salience=1.1))
    second = write(
        "a",
        "2021-05-03",
        tell(sentence.replace("election", "[election|election]"), when="2021-05-02", kind="noun", salience=1.5),
    )
    events = merge([type(first)(article=first.article, expressions=(), mentions=(*first.mentions, *second.mentions))])
    assert {source.trigger: one.notable for one in events for source in one.sources} == {
        "held": False,
        "election": True,
    }


def test_variants_of_a_name_are_one_participant(tell, write):
    pile = [
        write(
            "a",
            "2021-05-03",
            tell("Olena Petrenko [resigned|resign] as head of the port.", who={"Olena Petrenko": "agent"}),
        ),
        write("b", "2021-05-03", tell("Petrenko [resigned|resign] as head of the port.", who={"Petrenko": "agent"})),
    ]
    (event,) = merge(pile)
    assert [(one.name, one.aliases) for one in event.participants] == [("Olena Petrenko", ("Petrenko",))]


def test_where_something_happened_does_not_take_part(tell, write):
    who = {"Olena Petrenko": "agent", "Baltic Sea": "other", "Poland": "other"}
    extraction = write("a", "2021-05-03", tell("Olena Petrenko [left|leave] Poland by the Baltic Sea.", who=who))
    (mention,) = extraction.mentions
    ground = {"Baltic Sea": "LOC", "Poland": "GPE"}
    people = tuple(replace(one, label=ground.get(one.name, "PERSON")) for one in mention.participants)

    def participants(*places: str) -> list[str]:
        at = tuple(Place(name=place, start=0, end=1) for place in places)
        (event,) = merge([replace(extraction, mentions=(replace(mention, participants=people, places=at),))])
        return [one.name for one in event.participants]

    assert participants() == ["Olena Petrenko", "Poland"]
    assert participants("Poland") == ["Olena Petrenko"]
