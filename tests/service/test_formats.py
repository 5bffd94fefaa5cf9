"""The chronology in every format over HTTP, by suffix and by Accept, read by readers that are not ours."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from gzip import decompress
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from icalendar import Calendar
from pyld import jsonld

if TYPE_CHECKING:
    from tests.service.conftest import Server

QUERY = "?source=Harbour+Post&all=true&limit=500"
MEDIA_TYPES = {
    "ndjson": "application/x-ndjson",
    "csv": "text/csv",
    "md": "text/markdown",
    "ics": "text/calendar",
    "jsonld": "application/ld+json",
    "timelinejs": "application/json",
    "atom": "application/atom+xml",
    "jsonfeed": "application/feed+json",
}


def titles(suffix: str, body: str) -> set[str]:
    """What a reader of the format finds as titles."""
    match suffix:
        case "ndjson":
            return {json.loads(line)["title"] for line in body.splitlines()}
        case "csv":
            return {row["title"] for row in csv.DictReader(io.StringIO(body, newline=""))}
        case "ics":
            return {str(entry["SUMMARY"]) for entry in Calendar.from_ical(body).walk("VEVENT")}
        case "jsonld":
            context = {"@context": {"@vocab": "https://schema.org/"}}
            load = {"documentLoader": lambda url, _: {"contextUrl": None, "documentUrl": url, "document": context}}
            (listed,) = jsonld.expand(json.loads(body), load)
            entries = listed["https://schema.org/itemListElement"]
            return {entry["https://schema.org/item"][0]["https://schema.org/name"][0]["@value"] for entry in entries}
        case "timelinejs":
            return {slide["text"]["headline"] for slide in json.loads(body)["events"]}
        case "atom":
            read = feedparser.parse(body.encode())
            assert not read.bozo
            return {entry.title for entry in read.entries}
        case "jsonfeed":
            return {item["title"] for item in json.loads(body)["items"]}
        case _:
            return {line[4:].partition("**")[0] for line in body.splitlines() if line.startswith("- **")}


@pytest.mark.parametrize("suffix", MEDIA_TYPES)
def test_a_format_comes_by_suffix_and_by_accept(told: Server, suffix: str) -> None:
    told.settled()
    answer = told.get(f"/v1/timeline.{suffix}{QUERY}")
    assert answer.status == 200
    media_type, *more = answer.headers["content-type"].split("; ")
    assert (media_type, more in ([], ["charset=utf-8"])) == (MEDIA_TYPES[suffix], True)
    events = told.events(QUERY)
    dated = {"ics": lambda when: when and len(when["edtf"]) == 10, "timelinejs": bool}.get(suffix, lambda _: True)
    if suffix == "md":  # which escapes, so that titles are compared by number
        assert len(titles(suffix, answer.body.decode())) == len({event["title"] for event in events})
    else:
        expected = {event["title"] for event in events if dated(event["when"])}
        assert titles(suffix, answer.body.decode()) == expected != set()
    again = told.get(f"/v1/timeline.{suffix}{QUERY}", If_None_Match=answer.headers["etag"], Accept_Encoding="gzip")
    assert (again.status, again.body) == (304, b"")
    if suffix != "timelinejs":
        accepted = told.get(f"/v1/timeline{QUERY}", Accept=f"text/nonsense, {MEDIA_TYPES[suffix]};q=0.9, */*;q=0.1")
        assert accepted.body == answer.body or suffix in ("atom", "jsonfeed")  # those name their own address
        assert accepted.headers["content-type"] == answer.headers["content-type"]
        assert "Accept" in accepted.headers["vary"].split(", ")


@pytest.mark.parametrize(
    "accept", ["*/*", "application/json", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "a/b"]
)
def test_who_asks_for_nothing_else_gets_json(told: Server, accept: str) -> None:
    answer = told.get(f"/v1/timeline{QUERY}", Accept=accept)
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-cache"
    assert set(answer.headers["vary"].split(", ")) == {"Accept", "Accept-Encoding"}


def test_the_suffix_json_says_it_whatever_is_accepted(told: Server) -> None:
    asked, packed = f"/v1/timeline.json{QUERY}", {"Accept": "text/csv", "Accept_Encoding": "gzip"}
    answer = told.get(asked, **packed)
    assert answer.headers["content-type"] == "application/json"
    assert json.loads(decompress(answer.body)) == told.get(f"/v1/timeline{QUERY}").json
    assert told.get(asked, **packed, If_None_Match=answer.headers["etag"]).status == 304


@pytest.mark.parametrize("suffix", ["csv", "atom"])
def test_pages_are_linked(told: Server, suffix: str) -> None:
    told.settled()
    whole = titles(suffix, told.get(f"/v1/timeline.{suffix}{QUERY}").body.decode())
    joined: set[str] = set()
    path: str | None = f"/v1/timeline.{suffix}?source=Harbour+Post&all=true&limit=1"
    while path:
        page = told.get(path)
        joined |= titles(suffix, page.body.decode())
        link = page.headers.get("link", "")
        path = link.partition(">")[0].removeprefix("<") or None
    assert joined == whole


def test_atom_read_twice_shows_no_entry_twice_and_the_new_one_first(server: Server) -> None:
    def send(key: str, text: str) -> None:
        article: dict[str, Any] = {"id": key, "source": "Atom Post", "published": "2025-08-05", "text": text}
        assert server.post("/v1/articles", article).status == 202
        server.settled()

    address = "/v1/timeline.atom?source=Atom+Post&all=true"
    send("atom-1", "The lighthouse of Torvik was lit on 1 August 2025.")
    first = feedparser.parse(server.get(address).body)
    send("atom-2", "The quarry of Torvik flooded on 3 August 2025.")
    second = feedparser.parse(server.get(address).body)
    assert first.entries
    known = {entry.id for entry in first.entries}
    assert known < {entry.id for entry in second.entries}
    assert len({entry.id for entry in second.entries}) == len(second.entries)
    assert "quarry" in second.entries[0].title
    assert {entry.updated for entry in second.entries if entry.id in known} == {
        entry.updated for entry in first.entries
    }
    assert all(datetime.fromisoformat(entry.updated).tzinfo for entry in second.entries)
    send("atom-3", "The lighthouse of Torvik was lit on 1 August 2025. It is white.")
    third = feedparser.parse(server.get(address).body)
    before, after = ({entry.id: entry.updated for entry in feed.entries} for feed in (second, third))
    assert len(third.entries) == len(after)
    assert after.keys() == before.keys()
    assert {key for key, updated in after.items() if updated != before[key]} == known  # what was told once more
    assert third.entries[0].id in known


def test_a_parameter_that_cannot_be_read_is_named_in_every_format(server: Server) -> None:
    for suffix in MEDIA_TYPES:
        answer = server.get(f"/v1/timeline.{suffix}?from=yesterday")
        assert (answer.status, answer.headers["content-type"]) == (400, "application/problem+json")
        assert [error["field"] for error in answer.json["errors"]] == ["from"]


@pytest.mark.parametrize("asked", ["fields=id", "include=change", "facets=status"])
def test_what_only_json_can_show_is_refused_in_every_format_and_not_described(server: Server, asked: str) -> None:
    name = asked.partition("=")[0]
    paths = server.get("/schema/openapi.json").json["paths"]
    for suffix in MEDIA_TYPES:
        answer = server.get(f"/v1/timeline.{suffix}?{asked}")
        assert (answer.status, answer.headers["content-type"]) == (400, "application/problem+json")
        assert [error["field"] for error in answer.json["errors"]] == [name]
        assert name not in {each["name"] for each in paths[f"/v1/timeline.{suffix}"]["get"]["parameters"]}
    assert server.get(f"/v1/timeline?{asked}").status == 200
    assert name in {each["name"] for each in paths["/v1/timeline"]["get"]["parameters"]}


def test_a_saved_timeline_comes_in_every_format_with_its_title_and_pins(told: Server) -> None:
    told.settled()
    shown, *others = told.events(QUERY)
    assert others
    kept = {"title": "Kept", "description": "What was pinned.", "query": {"q": "nobody says this"}}
    assert told.ask("PUT", "/v1/timelines/kept", {**kept, "pinned": [shown["id"]]}).status == 201
    for suffix, media_type in MEDIA_TYPES.items():
        answer = told.get(f"/v1/timelines/kept/events.{suffix}")
        assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, media_type)
        assert len(titles(suffix, answer.body.decode())) == 1
        assert (b"Kept" in answer.body) == (suffix not in ("csv", "ndjson"))
        if suffix not in ("atom", "jsonfeed"):  # those name their own address
            assert told.get(f"/v1/timeline.{suffix}?timeline=kept").body == answer.body
        if suffix != "timelinejs":
            accepted = told.get("/v1/timelines/kept/events", Accept=media_type)
            assert (accepted.headers["content-type"], accepted.body) == (answer.headers["content-type"], answer.body)
            assert "Accept" in accepted.headers["vary"].split(", ")
    plain = told.get("/v1/timelines/kept/events")
    assert plain.headers["content-type"] == "application/json"
    assert told.get("/v1/timelines/kept/events.json", Accept="text/csv").json == plain.json
    assert told.get("/v1/timelines/nobody/events.csv").status == 404
    assert told.ask("DELETE", "/v1/timelines/kept").status == 204


def test_pages_of_a_saved_timeline_are_linked_by_its_own_address(told: Server) -> None:
    told.settled()
    everything = {"source": "Harbour Post", "all": True}
    assert told.ask("PUT", "/v1/timelines/paged", {"title": "Paged", "query": everything}).status == 201
    page = told.get("/v1/timelines/paged/events?limit=1", Accept="text/csv")
    assert page.headers["link"].startswith("</v1/timelines/paged/events.csv?limit=1&cursor=")
    following = told.get(page.headers["link"].partition(">")[0].removeprefix("<"))
    assert following.status == 200
    assert titles("csv", following.body.decode()) != titles("csv", page.body.decode())
    assert told.ask("DELETE", "/v1/timelines/paged").status == 204


@pytest.mark.parametrize("suffix", ["md", "atom"])
def test_a_tag_tells_that_a_saved_timeline_was_renamed(told: Server, suffix: str) -> None:
    path, asked = f"/v1/timelines/renamed-{suffix}", {"title": "Before", "query": {"q": "bridge"}}
    assert told.ask("PUT", path, asked).status == 201
    before = told.get(f"{path}/events.{suffix}")
    held = {"If_None_Match": before.headers["etag"]}
    assert told.get(f"{path}/events.{suffix}", **held).status == 304
    assert told.ask("PUT", path, {**asked, "title": "After"}).status == 200
    after = told.get(f"{path}/events.{suffix}", **held)
    assert (after.status, b"After" in after.body) == (200, True)
    assert told.ask("DELETE", path).status == 204


def test_a_feed_of_a_saved_timeline_carries_its_title_and_description(told: Server) -> None:
    saved = {"title": "Piers & <b>cracks</b>", "description": "What befell the bridge.", "query": {"q": "bridge"}}
    assert told.ask("PUT", "/v1/timelines/piers", saved).status == 201
    asked = "?timeline=piers&all=true"
    atom = feedparser.parse(told.get(f"/v1/timeline.atom{asked}").body, sanitize_html=False)
    feed = told.get(f"/v1/timeline.jsonfeed{asked}").json
    assert not atom.bozo
    assert (atom.feed.title, atom.feed.subtitle) == (saved["title"], saved["description"])
    assert (feed["title"], feed["description"]) == (saved["title"], saved["description"])
    assert feed["home_page_url"] == atom.feed.link == f"{told.url}/?timeline=piers"
    assert feed["items"]
    assert all(item["url"].startswith(f"{told.url}/events/") for item in feed["items"])
    assert told.ask("DELETE", "/v1/timelines/piers").status == 204
    plain = told.get(f"/v1/timeline.jsonfeed{QUERY}").json
    assert (plain["title"], "description" in plain) == ("Event timeline", False)
