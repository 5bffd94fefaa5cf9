"""Readers that are not ours understand every format, and none of them ever sees a day that no source gives."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from pyld import jsonld

from timeline import edtf
from timeline.exports import WRITERS, atom, jsonfeed
from timeline.exports.syndication import Entry, Feed
from timeline.types import Chronology, Event, Person, Precision, Quote, SourceQuote, When

HOSTILE = "<script>alert(1)</script> & \x0b\x1b[31m ]]> =2+3\nBEGIN:VEVENT\r\nline two"
SCHEMA_ORG = {"@context": {"@vocab": "https://schema.org/"}}  # what of schema.org's own context is needed here

days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 30))
years = st.integers(-12000, 12000)
spans = st.tuples(days, days).map(sorted).map(lambda pair: f"{pair[0].isoformat()}/{pair[1].isoformat()}")
dates = st.one_of(
    days.map(date.isoformat),
    days.map(lambda day: day.isoformat() + "?"),
    days.map(lambda day: day.isoformat() + "~"),
    days.map(lambda day: day.isoformat()[:7]),
    days.map(lambda day: day.isoformat()[:4]),
    days.map(lambda day: day.isoformat()[:3] + "X"),
    days.map(lambda day: f"[{day.isoformat()},{(day + timedelta(days=1)).isoformat()}]"),
    days.map(lambda day: f"../{day.isoformat()}"),
    days.map(lambda day: f"{day.isoformat()}/.."),
    st.tuples(days, st.sampled_from(["T15", "T15:07", "T15:07:09", "T23:59+05:00", "T00:30Z"])).map(
        lambda pair: pair[0].isoformat() + pair[1]
    ),
    st.tuples(days, st.sampled_from(["-21", "-24", "-33", "-40"])).map(lambda pair: pair[0].isoformat()[:4] + pair[1]),
    years.map(lambda year: str(edtf.year(year).text)),
    years.map(lambda year: f"{edtf.parse(edtf.year(year).earliest or '').text}"),
    spans,
)
words = st.text(max_size=60) | st.just(HOSTILE)


def when(text: str, *, part_of_day: bool = False) -> When:
    value = edtf.parse(text)
    precision: Precision = "daypart" if part_of_day and value.precision == "day" else value.precision
    return When(
        edtf=value.text,
        earliest=value.earliest,
        latest=value.latest,
        precision=precision,
        best=None,
        label=edtf.label(value),
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any event: any date, anybody's words."""
    dated = draw(st.none() | st.builds(when, dates, part_of_day=st.booleans()))
    title, quoted = draw(words), draw(words)
    source = SourceQuote(
        article="a1",
        url=draw(st.sampled_from([None, "https://example.org/a", "javascript:alert(1)"])),
        source=draw(st.none() | words),
        title=draw(st.none() | words),
        published=None,
        start=0,
        end=0,
        trigger="",
        quote=Quote(start=0, end=len(quoted), text=quoted),
        summary=title,
        when=None,
        basis="expression",
        steps=(),
        speaker=None,
        stance="asserted",
    )
    return Event(
        id=draw(st.text(alphabet="0123456789abcdef", min_size=1, max_size=16)),
        title=title,
        when=dated,
        steps=(),
        status="asserted",
        salience=1.0,
        source_count=1,
        independent_source_count=1,
        dates_agree=True,
        notable=True,
        participants=(Person(name=draw(words), label="PERSON"),),
        places=(draw(words),),
        links=(),
        sources=(source,),
    )


chronologies = st.lists(events(), max_size=4, unique_by=lambda event: event.id).map(
    lambda found: Chronology(events=tuple(found))
)
STARTS = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def only_day(event: Event) -> date | None:
    """The one day on which the event can have been by its clock, None where it can have been on several or none."""
    dated = event.when
    if dated is None or not dated.earliest or not dated.latest or dated.earliest[:10] != dated.latest[:10]:
        return None
    return date.fromisoformat(dated.earliest[:10]) if STARTS.fullmatch(dated.earliest[:10]) else None


@given(chronologies)
@settings(max_examples=80, deadline=None)
def test_icalendar_reads_the_calendar_which_has_no_day_but_the_sources(chronology: Chronology) -> None:
    calendar = Calendar.from_ical(WRITERS["ics"](chronology))
    known = {event.id: event for event in chronology.events}
    entries = calendar.walk("VEVENT")
    assert calendar.errors == []
    for entry in entries:
        event = known[str(entry["UID"]).removesuffix("@event-timeline")]
        start = entry.decoded("DTSTART")
        assert event.when is not None
        assert (start.date() if isinstance(start, datetime) else start) == only_day(event)
        assert isinstance(start, datetime) == (event.when.precision in ("minute", "second"))
        assert not set(str(entry.get("SUMMARY"))) & set("\x0b\x1b")
    plain_days = {
        event.id
        for event in chronology.events
        if event.when and re.fullmatch(r"(?!0000)\d{4}-\d\d-\d\d", event.when.edtf)
    }
    assert plain_days <= {str(entry["UID"]).removesuffix("@event-timeline") for entry in entries}


def local_context(address: str, _options: Any) -> dict[str, Any]:
    assert address.rstrip("/") == "https://schema.org"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": SCHEMA_ORG}


@given(chronologies)
@settings(max_examples=80, deadline=None)
def test_a_json_ld_processor_expands_events_whose_start_is_never_finer_than_known(chronology: Chronology) -> None:
    text = WRITERS["jsonld"](chronology)
    assert "<" not in text
    (listed,) = jsonld.expand(json.loads(text), {"documentLoader": local_context}) or [{}]
    items = [element["https://schema.org/item"][0] for element in listed.get("https://schema.org/itemListElement", [])]
    assert len(items) == len(chronology.events)
    for item, event in zip(items, chronology.events, strict=True):
        assert item["@type"] == ["https://schema.org/Event"]
        assert item["https://schema.org/name"] == [{"@value": event.title}]
        for start in item.get("https://schema.org/startDate", []):
            assert event.when is not None
            assert STARTS.fullmatch(start["@value"])
            shown = edtf.parse(start["@value"])
            # As wide as what is known, or the day of a clock time.
            assert shown.earliest == (event.when.earliest or "")[:10]
            assert shown.latest == (event.when.latest or "")[:10]


@given(chronologies)
@settings(max_examples=80, deadline=None)
def test_the_csv_module_reads_a_row_an_event(chronology: Chronology) -> None:
    rows = list(csv.reader(io.StringIO(WRITERS["csv"](chronology), newline=""), strict=True))
    assert [row[0] for row in rows[1:]] == [event.id for event in chronology.events]
    assert {len(row) for row in rows} == {15}
    assert not [cell for row in rows for cell in row if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t"))]


def feed_of(chronology: Chronology) -> Feed:
    at = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    entries = tuple(
        Entry(event=event, created=at, updated=at + timedelta(hours=number))
        for number, event in enumerate(chronology.events)
    )
    home = "https://timeline.example/"
    return Feed(title="Chronology <b>", address=home + "v1/timeline.atom?q=a&b", home=home, entries=entries)


@given(chronologies)
@settings(max_examples=80, deadline=None)
def test_feedparser_reads_the_atom_feed(chronology: Chronology) -> None:
    read = feedparser.parse(atom.write(feed_of(chronology)).encode(), sanitize_html=False)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    assert read.feed.title == "Chronology <b>"
    assert len({entry.id for entry in read.entries}) == len(read.entries) == len(chronology.events)
    for entry, event in zip(read.entries, chronology.events, strict=True):
        assert entry.link == f"https://timeline.example/events/{event.id}"
        assert entry.content[0].type == "text/plain"
        assert entry.updated_parsed >= entry.published_parsed


def test_an_entry_keeps_its_id_wherever_the_service_stands() -> None:
    event = Event(
        id="e1", title="x", when=None, steps=(), status="asserted", salience=1.0, source_count=0,
        independent_source_count=0, dates_agree=True, notable=True, participants=(), places=(), links=(), sources=(),
    )  # fmt: skip
    here = feed_of(Chronology(events=(event,)))
    there = Feed(title="", address="https://b.example/f", home="https://b.example", entries=here.entries)
    ids = {feedparser.parse(atom.write(feed).encode()).entries[0].id for feed in (here, there)}
    assert len(ids) == 1
    assert {json.loads(jsonfeed.write(feed))["items"][0]["id"] for feed in (here, there)} == ids


@given(chronologies)
@settings(max_examples=40, deadline=None)
def test_the_json_feed_has_what_its_specification_asks_for(chronology: Chronology) -> None:
    """jsonfeed.org/version/1.1: the required fields, and the types of those that are there."""
    document = json.loads(jsonfeed.write(feed_of(chronology)))
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(document["title"], str)
    assert document["feed_url"].startswith("https://")
    assert document["home_page_url"].startswith("https://")
    for item in document["items"]:
        assert isinstance(item["id"], str)
        assert item["id"]
        assert isinstance(item["content_text"], str)
        assert "content_html" not in item
        assert item["url"].startswith("https://timeline.example/events/")
        for moment in ("date_published", "date_modified"):
            assert datetime.fromisoformat(item[moment]).tzinfo is not None


@pytest.mark.parametrize("shape", ["json", "ndjson"])
@given(chronology=chronologies)
@settings(max_examples=20, deadline=None)
def test_json_is_one_line_an_event_or_one_object(shape: str, chronology: Chronology) -> None:
    text = WRITERS[shape](chronology)
    found = json.loads(text)["events"] if shape == "json" else [json.loads(line) for line in text.split("\n")[:-1]]
    assert [event["id"] for event in found] == [event.id for event in chronology.events]
