"""Why an event is what it is: by the same evidence, dates and voices that made it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.merge import Explanation, explain, merge
from timeline.steps import describe
from timeline.types import Event


@pytest.fixture
def pile(tell, write):
    """Two outlets on one landing, one of which is denied, and a concert that has nothing to do with it."""
    who = {"Ada Brandt": "agent", "Holm": "patient"}
    return (
        write(
            "a",
            "2024-05-03",
            tell("Ada Brandt [landed|land] on Holm on Thursday.", when="2024-05-02", who=who),
            source="Island Gazette",
        ),
        write(
            "b",
            "2024-05-03",
            tell("Ada Brandt has [landed|land] on Holm, she said.", when="2024-05", stance="denied", who=who),
            source="Sound Courier",
        ),
        write("c", "2024-05-03", tell("A choir [sang|sing] in Arvika.", when="2024-05-01"), source="Choir Monthly"),
    )


def of(pile, trigger: str) -> Explanation:
    event = next(one for one in merge(pile) if one.sources[0].trigger == trigger)
    told = explain(event, pile)
    assert told is not None
    assert (told.event, told.title, told.date) == (event.id, event.title, tuple(map(describe, event.steps)))
    return told


def test_every_telling_but_the_first_is_tied_to_one_before_it(pile):
    (tie,) = of(pile, "landed").together
    assert (tie.telling.source, tie.before.source) == ("Sound Courier", "Island Gazette")
    assert any(reason.startswith("same trigger: “landed” (+") for reason in tie.reasons)
    assert tie.reasons[-1].startswith("together +")


def test_each_voice_is_heard_before_the_status(pile):
    assert of(pile, "landed").status == (
        "Island Gazette says so itself",
        "Sound Courier denies it or passes on a denial",
        "disputed: some sources deny it, others do not",
    )


def test_what_is_told_once_is_tied_to_nothing(pile):
    told = of(pile, "sang")
    assert told.together == ()
    assert told.status[-1].startswith("asserted: ")


def test_an_event_keeps_its_id_and_is_known_by_its_tellings(pile):
    event = next(one for one in merge(pile) if one.sources[0].trigger == "sang")
    told = explain(replace(event, id="former"), pile)
    assert told is not None
    assert told.event == "former"


def test_an_event_of_other_articles_has_no_explanation(pile):
    event = next(one for one in merge(pile) if one.sources[0].trigger == "sang")
    assert explain(event, pile[:2]) is None


def test_it_says_what_makes_an_event_an_entry(tell, write):
    news = tell("Ada Brandt [landed|land] on Holm on Thursday.", when="2024-05-02", salience=1.25)
    event, told = explained(write("a", "2024-05-03", news, source="Island Gazette"))
    assert event.notable
    assert told.standing[0].startswith("Island Gazette tells of it ")
    assert told.standing[1] == "an entry: a source dates it, or has it as its news, and it is worth one"
    assert told.standing[2].startswith(f"salience {event.salience:g}: its share of what its day is worth")


def test_it_says_what_keeps_an_event_in_the_background(tell, write):
    passing = tell("A choir [sang|sing] in Arvika.", when="2024-05-01", salience=0.1)
    event, told = explained(write("a", "2024-05-03", passing, source="Choir Monthly"))
    assert not event.notable
    assert told.standing[1].startswith("background: no source that dates it, or has it as its news")
    undated, reasons = explained(write("a", "2024-05-03", tell("A choir [sang|sing].", when=None, salience=1.5)))
    assert undated.when is None
    assert reasons.standing[1] == "background: no source says when it was"


def explained(*pile) -> tuple[Event, Explanation]:
    (event,) = merge(pile)
    told = explain(event, pile)
    assert told is not None
    return event, told
