"""Every format says what is known, invents no day, and cannot be made to carry markup."""

from __future__ import annotations

import csv
import io
import json
import re
from base64 import b64encode
from datetime import date, datetime
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest
from icalendar import Calendar

from timeline import edtf
from timeline.exports import WRITERS
from timeline.types import Chronology, Event, Person, Quote, SourceQuote, When

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) =2+3 | `y`"


def when(text: str) -> When:
    value = edtf.parse(text)
    return When(
        edtf=text,
        earliest=value.earliest,
        latest=value.latest,
        precision=value.precision,
        best=None,
        label=edtf.label(value),
    )


def source(quote: str, url: str | None = "https://example.org/a?x=1&y=2") -> SourceQuote:
    return SourceQuote(
        article="a1",
        url=url,
        source="Harbour Courier",
        title="A title",
        published="2021-03-29T21:15:00+02:00",
        start=0,
        end=4,
        trigger=quote[:4],
        quote=Quote(start=0, end=len(quote), text=quote),
        summary=quote,
        when=None,
        basis="expression",
        steps=(),
        speaker=None,
        stance="asserted",
    )


def event(identity: str, title: str, date_text: str | None, *sources: SourceQuote) -> Event:
    return Event(
        id=identity,
        title=title,
        when=when(date_text) if date_text else None,
        steps=(),
        status="asserted",
        salience=1.5,
        source_count=1,
        independent_source_count=1,
        dates_agree=True,
        notable=True,
        participants=(Person(name="Port Authority", label="ORG"),),
        places=("Suez",),
        sources=sources or (source("The ship moved."),),
    )


CHRONOLOGY = Chronology(
    events=(
        event("e1", "The canal opened", "1869"),
        event("e2", "Traffic grew", "2021-01/2021-04"),
        event("e3", "The ship ran aground", "2021-03-23"),
        event("e4", "Ships queued", "[2021-03-25,2021-03-26]"),
        event("e5", HOSTILE, "2021-03-29T15:00", source(HOSTILE, "javascript:alert(1)")),
        event("e6", "A report came", "../2021-04-01"),
        event("e7", "Nobody knows when", None),
    )
)


def written(name: str) -> str:
    return WRITERS[name](CHRONOLOGY)


def test_json_and_json_lines_hold_the_same_events() -> None:
    whole = json.loads(written("json"))["events"]
    assert [json.loads(line) for line in written("ndjson").splitlines()] == whole
    assert [item["id"] for item in whole] == ["e1", "e2", "e3", "e4", "e5", "e6", "e7"]
    assert whole[2]["when"]["edtf"] == "2021-03-23"
    assert whole[6]["when"] is None
    assert whole[0]["sources"][0]["quote"] == {"start": 0, "end": 15, "text": "The ship moved."}


def test_csv_has_a_row_an_event_and_no_cell_that_a_spreadsheet_would_run() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv"))))
    assert [row["id"] for row in rows] == [item.id for item in CHRONOLOGY.events]
    assert rows[1]["date"] == "January–April 2021"


@pytest.mark.parametrize(
    "cell", ['=HYPERLINK("x")', "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "\x00=1"]
)
def test_csv_puts_an_apostrophe_before_what_a_spreadsheet_would_run(cell: str) -> None:
    title = rows_of(event("e", cell, "2021"))[0]["title"]
    assert title == "'" + cell.replace("\x00", "")
    assert rows_of(event("e", f"A {cell}", "2021"))[0]["title"][0] == "A"


@pytest.mark.parametrize("day", ["-0043-03-15", "Y12345", "+12345-01-02"])
def test_csv_and_json_show_the_same_bounds_for_years_without_iso_days(day: str) -> None:
    (row,) = rows_of(event("e", "Long ago", day))
    shown = json.loads(WRITERS["json"](Chronology(events=(event("e", "Long ago", day),))))["events"][0]["when"]
    assert (row["earliest"], row["latest"]) == ("", "") == (shown["earliest"] or "", shown["latest"] or "")
    assert row["edtf"].lstrip("'") == shown["edtf"] == day
    assert row["date"] == shown["label"]


@pytest.mark.parametrize("name", WRITERS)
def test_no_format_has_a_link_that_is_not_of_the_web(name: str) -> None:
    addresses = ("javascript:alert(7)", "data:text/html,<b>7", "vbscript:x", "file:///etc/passwd", "//x.example/7")
    one = event("e", "A title", "2021-03-23", *(source("Said", address) for address in addresses))
    text = WRITERS[name](Chronology(events=(one,)))
    assert [address for address in addresses if address in text] == []


NAMED = Chronology(
    events=CHRONOLOGY.events,
    title="Piers, <b>cracks</b> & ;\nBEGIN:VEVENT",
    description="What *befell* it,\n</script>.",
)


def test_a_calendar_carries_title_and_description() -> None:
    calendar = Calendar.from_ical(WRITERS["ics"](NAMED))
    assert calendar.description == NAMED.description
    lines = WRITERS["ics"](NAMED).replace("\r\n ", "").split("\r\n")  # the reader leaves names it does not know escaped
    title = r"Piers\, <b>cracks</b> & \; BEGIN:VEVENT"
    description = r"What *befell* it\,\n</script>."
    assert {f"NAME:{title}", f"X-WR-CALNAME:{title}", f"X-WR-CALDESC:{description}"} <= set(lines)
    assert len(calendar.walk("VEVENT")) == len(Calendar.from_ical(written("ics")).walk("VEVENT"))


def test_json_of_every_kind_carries_title_and_description() -> None:
    plain, linked, slides = (json.loads(WRITERS[name](NAMED)) for name in ("json", "jsonld", "timelinejs"))
    assert (plain["title"], plain["description"]) == (NAMED.title, NAMED.description)
    assert (linked["name"], linked["description"]) == (NAMED.title, NAMED.description)
    assert slides["title"]["text"]["text"] == "<p>What *befell* it,</p><p>&lt;/script&gt;.</p>"
    assert "<b>" not in slides["title"]["text"]["headline"]


def test_markdown_and_html_carry_title_and_description_as_text() -> None:
    heading, _, line, *_ = WRITERS["md"](NAMED).splitlines()
    assert heading == r"# Piers, \<b\>cracks\</b\> \& ; BEGIN:VEVENT"
    assert line == r"What \*befell\* it,"
    page = WRITERS["html"](NAMED)
    assert "<h1>Piers, &lt;b&gt;cracks&lt;/b&gt; &amp; ;" in page
    assert "<title>Piers, &lt;b&gt;" in page
    assert '<p class="lead">What *befell* it,\n&lt;/script&gt;.</p>' in page


@pytest.mark.parametrize("name", WRITERS)
def test_a_chronology_without_a_title_has_none_of_its_own_making(name: str) -> None:
    unnamed = Chronology(events=CHRONOLOGY.events, title=None, description=None)
    assert WRITERS[name](unnamed) == written(name)
    assert ("Chronology" in written(name)) == (name in ("md", "html"))


def rows_of(*events: Event) -> list[dict[str, str]]:
    """The rows of a table of these events."""
    return list(csv.DictReader(io.StringIO(WRITERS["csv"](Chronology(events=events)), newline="")))


def test_calendar_shows_only_days_that_are_known() -> None:
    entries = Calendar.from_ical(written("ics")).walk("VEVENT")
    assert [(str(entry["UID"]).split("@")[0], entry.decoded("DTSTART")) for entry in entries] == [
        ("e3", date(2021, 3, 23)),
        ("e5", datetime(2021, 3, 29, 15, 0)),
    ]
    assert entries[0].decoded("DTEND") == date(2021, 3, 24)
    assert "URL" not in entries[1]


def test_json_ld_gives_a_start_date_only_where_the_whole_of_it_is_known() -> None:
    document = written("jsonld")
    assert "</script>" not in document
    items = [entry["item"] for entry in json.loads(document)["itemListElement"]]
    assert {item["identifier"]: item.get("startDate") for item in items} == {
        "e1": "1869",
        "e2": None,
        "e3": "2021-03-23",
        "e4": None,
        "e5": "2021-03-29",
        "e6": None,
        "e7": None,
    }
    assert "url" not in items[4]["subjectOf"][0]


def test_timelinejs_shows_no_more_of_a_date_than_is_known() -> None:
    slides = {slide["unique_id"]: slide for slide in json.loads(written("timelinejs"))["events"]}
    assert slides["e1"]["start_date"] == {"year": 1869}
    assert slides["e3"]["start_date"] == {"year": 2021, "month": 3, "day": 23}
    assert slides["e2"]["display_date"] == "January–April 2021"
    assert "e7" not in slides
    assert "<script" not in slides["e5"]["text"]["headline"]
    assert "javascript:" not in slides["e5"]["text"]["text"].replace(HOSTILE.split()[1], "")


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def test_html_page_has_every_entry_no_script_but_ours_and_no_link_but_to_articles_and_entries() -> None:
    page = Tags()
    page.feed(written("html"))
    assert page.seen.count("script") == 2
    assert page.seen.count("article") == len(CHRONOLOGY.events)
    assert set(page.links) == {"https://example.org/a?x=1&y=2", *(f"#event-{one.id}" for one in CHRONOLOGY.events)}


def test_html_page_runs_and_wears_only_what_its_policy_names() -> None:
    page = written("html")
    (written_out,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    policy = dict(part.split(maxsplit=1) for part in unescape(written_out).split("; "))
    parts = re.findall(r"<(style|script)>(.*?)</\1>", page, re.DOTALL)
    assert [name for name, _ in parts] == ["style", "script", "script"]
    for name, content in parts:
        fingerprint = b64encode(sha256(content.encode()).digest()).decode()
        assert f"'sha256-{fingerprint}'" in policy[f"{name}-src"].split()
    assert policy["default-src"] == "'none'"
    assert "unsafe" not in written_out


@pytest.mark.parametrize("hostile", ["<script>", "[x](javascript", "`y`"])
def test_markdown_escapes_what_would_be_markup(hostile: str) -> None:
    assert hostile in HOSTILE
    assert hostile not in written("md")


def test_markdown_groups_entries_under_their_date() -> None:
    headings = [line for line in written("md").splitlines() if line.startswith("## ")]
    assert headings[0] == "## 1869"
    assert headings[-1] == "## Undated"
