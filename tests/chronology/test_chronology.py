"""Events stand in order of time, and anyone can ask for a part of them."""

from __future__ import annotations

import pytest

from timeline import edtf
from timeline.chronology import Wanted, chronology, selected
from timeline.edtf import EdtfError
from timeline.types import Event, Person, Quote, SourceQuote, When


def when(text: str | None) -> When | None:
    if text is None:
        return None
    value = edtf.parse(text)
    return When(
        edtf=text,
        earliest=value.earliest,
        latest=value.latest,
        precision=value.precision,
        best=value.latest if value.earliest is None else None,
        label=edtf.label(value),
    )


def event(name: str, date: str | None = None, **fields: object) -> Event:
    plain: dict[str, object] = {
        "title": name,
        "when": when(date),
        "steps": (),
        "status": "asserted",
        "salience": 1.0,
        "source_count": 1,
        "independent_source_count": 1,
        "dates_agree": True,
        "notable": True,
    }
    return Event(id=name, **(plain | fields))  # type: ignore[arg-type]


def source(outlet: str, quote: str) -> SourceQuote:
    return SourceQuote(
        article="1",
        url=None,
        source=outlet,
        title=None,
        published=None,
        start=0,
        end=1,
        trigger=quote[:1],
        quote=Quote(start=0, end=len(quote), text=quote),
        summary=quote,
        when=None,
        basis="publication",
        steps=(),
        speaker=None,
        stance="asserted",
    )


ORDERS = [
    ("by the earliest day", ["2021-03-05", "2021-03-04", "2020"], ["2020", "2021-03-04", "2021-03-05"]),
    ("far years at the end", ["-0299/-0200", "Y12000", "2020", None], ["2020", "Y12000", "-0299/-0200", None]),
    ("the finer first where both start together", ["2021", "2021-01", "2021-01-01"], ["2021-01-01", "2021-01", "2021"]),
    ("by the likeliest day where the start is open", ["2021-03-05", "../2021-03-04"], ["../2021-03-04", "2021-03-05"]),
    ("undated ones last", [None, "9998"], ["9998", None]),
]


@pytest.mark.parametrize(("name", "dates", "ordered"), ORDERS, ids=[case[0] for case in ORDERS])
def test_events_stand_in_order_of_time(name, dates, ordered):
    events = [event(str(date), date) for date in dates]
    assert [one.when and one.when.edtf for one in chronology(events).events] == ordered


def test_equal_dates_are_in_order_of_id():
    events = [event("b", "2021"), event("a", "2021")]
    assert [one.id for one in chronology(events).events] == ["a", "b"]


def test_what_is_not_notable_is_shown_only_on_demand():
    events = [event("a", "2021"), event("b", "2020", notable=False)]
    assert [one.id for one in chronology(events).events] == ["a"]
    assert [one.id for one in chronology(events, everything=True).events] == ["b", "a"]


def test_a_limit_keeps_the_most_salient_in_order_of_time():
    events = [
        event("low", "2020", salience=0.1),
        event("late", "2022", salience=2.0),
        event("early", "2021", salience=3.0),
    ]
    assert [one.id for one in chronology(events, limit=2).events] == ["early", "late"]


FERRY = event(
    "ferry",
    "2021-05-02",
    title="The ferry sank",
    status="disputed",
    participants=(Person(name="Olena Petrenko", label="PERSON", aliases=("Petrenko",)),),
    places=("Odesa",),
    sources=(source("Harbour Courier", "The ferry went down off Odesa."),),
)
SPRING = event("spring", "2021-03/2021-05", sources=(source("Meridian Wire", "Repairs took all spring."),))
UNDATED = event("undated")
SELECTIONS = [
    ("everything", Wanted(), ["ferry", "spring", "undated"]),
    ("a word of a title, in any case", Wanted(text="FERRY"), ["ferry"]),
    ("a word of a quote", Wanted(text="repairs"), ["spring"]),
    ("a participant", Wanted(name="Petrenko"), ["ferry"]),
    ("a place in another spelling", Wanted(name="Odessa"), ["ferry"]),
    ("nobody of that name", Wanted(name="Kovalenko"), []),
    ("what can have been since a month", Wanted(since="2021-05"), ["ferry", "spring"]),
    ("what can have been up to a day", Wanted(until="2021-05-01"), ["spring"]),
    ("both ends included", Wanted(since="2021-05-02", until="2021-05-02"), ["ferry", "spring"]),
    ("an outlet", Wanted(source="meridian wire"), ["spring"]),
    ("a status", Wanted(status="disputed"), ["ferry"]),
    ("all of it together", Wanted(text="ferry", since="2022"), []),
]


@pytest.mark.parametrize(("name", "wanted", "found"), SELECTIONS, ids=[case[0] for case in SELECTIONS])
def test_events_are_selected_by_what_is_wanted(name, wanted, found):
    assert [one.id for one in selected((FERRY, SPRING, UNDATED), wanted)] == found


def test_a_date_that_is_none_is_refused():
    with pytest.raises(EdtfError):
        list(selected((FERRY,), Wanted(since="last Monday")))
