"""The chronology over HTTP: filters, pages, tags; one event by its id."""

from __future__ import annotations

import gzip
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.service.conftest import Server


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("", ["2025-02-27", "2025-03-03"]),
        ("&q=piers", ["2025-02-27"]),
        ("&text=piers", ["2025-02-27"]),
        ("&q=volcano", []),
        ("&name=Anna+Lindqvist", ["2025-03-03"]),
        ("&from=2025-03", ["2025-03-03"]),
        ("&to=2025-02", ["2025-02-27"]),
        ("&from=2025-02-27&to=2025-02-28", ["2025-02-27"]),
        ("&status=denied", []),
        ("&q=&name=&from=&to=&cursor=", ["2025-02-27", "2025-03-03"]),
    ],
)
def test_filters_show_what_they_say(told: Server, query: str, days: list[str]) -> None:
    shown = [event["when"]["edtf"] for event in told.events(f"?source=Harbour+Post{query}")]
    assert [day for day in shown if day in ("2025-02-27", "2025-03-03")] == days


def test_pages_joined_are_the_whole(told: Server) -> None:
    whole = told.get("/v1/timeline?source=Harbour+Post&all=true").json
    joined: list[object] = []
    cursor = ""
    while True:
        page = told.get(f"/v1/timeline?source=Harbour+Post&all=true&limit=1{cursor}").json
        joined += page["events"]
        assert page["total_hint"] == whole["total_hint"] == len(whole["events"])
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert joined == whole["events"] != []


def test_one_event_is_what_the_chronology_shows(told: Server) -> None:
    event = told.events("?source=Harbour+Post")[0]
    assert told.get(f"/v1/events/{event['id']}").json == event


def test_the_description_names_every_field_of_an_event(told: Server) -> None:
    event = told.events("?source=Harbour+Post")[0]
    schemas = told.get("/schema/openapi.json").json["components"]["schemas"]
    shown = {"EventView": event, "WhenView": event["when"], "SourceView": event["sources"][0]}
    assert {name: set(schemas[name]["properties"]) for name in shown} == {name: set(shown[name]) for name in shown}


def test_one_event_is_explained_by_the_reasons_that_it_shows(told: Server) -> None:
    event = told.events("?source=Harbour+Post")[0]
    explanation = told.get(f"/v1/events/{event['id']}/explanation").json
    assert (explanation["event"], explanation["title"]) == (event["id"], event["title"])
    assert explanation["date"] == event["sources"][0]["why"]
    assert explanation["status"][-1].startswith(f"{event['status']}: ")
    assert len(explanation["together"]) == len(event["sources"]) - 1
    assert told.get("/v1/events/none/explanation").status == 404


def test_a_tag_does_not_tell_when_an_answer_was_packed(told: Server) -> None:
    told.settled()
    tags = set()
    for _ in range(4):
        tags.add(told.get("/schema/openapi.json", Accept_Encoding="gzip").headers["etag"])
        time.sleep(0.4)  # gzip writes the second at which it packs
    assert len(tags) == 1


@pytest.mark.parametrize("path", ["/v1/timeline", "/v1/articles", "/v1/feeds", "/schema/openapi.json"])
def test_who_holds_an_answer_gets_304_and_no_bytes(told: Server, path: str) -> None:
    told.settled()
    first = told.get(path)
    again = told.get(path, If_None_Match=f'"other", {first.headers["etag"]}')
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert told.get(path, If_None_Match='W/"other"').status == 200


def test_a_change_of_the_chronology_changes_its_tag(server: Server) -> None:
    tag = server.get("/v1/timeline").headers["etag"]
    text = "The museum of Varnholm opened on Tuesday after years of repairs."
    server.post("/v1/articles", {"id": "museum", "source": "Museum", "published": "2025-06-05", "text": text})
    server.settled()
    assert server.get("/v1/timeline", If_None_Match=tag).status == 200


def test_what_went_is_shown_to_nobody_any_more(server: Server) -> None:
    for key, day in (("kiosk", "2025-07-01"), ("tower", "2025-07-02")):
        text = f"The {key} of Varnholm collapsed on {day}."
        server.post("/v1/articles", {"id": key, "source": "Collapses", "published": day, "text": text})
        server.settled()  # so that the latest change of all is not of the one that goes
    asked = "/v1/timeline?source=Collapses"
    for encoding in ("identity", "gzip"):
        assert server.get(asked, Accept_Encoding=encoding).status == 200
    tag = server.get(asked).headers["etag"]
    server.ask("DELETE", "/v1/articles/kiosk")
    assert server.get(asked, If_None_Match=tag).status == 200
    assert b"tower" in server.get(asked).body
    for encoding in ("identity", "gzip"):
        body = server.get(asked, Accept_Encoding=encoding).body
        shown = gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body
        assert b"kiosk" not in shown


def test_answers_are_compressed_for_those_who_ask(told: Server) -> None:
    plain = told.get("/v1/timeline?limit=3")
    packed = told.get("/v1/timeline?limit=3", Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body


def test_any_page_may_read_and_none_may_write(server: Server) -> None:
    read = server.get("/v1/timeline", Origin="https://blog.example")
    assert read.headers["access-control-allow-origin"] == "*"
    asked = {"Origin": "https://blog.example", "Access_Control_Request_Method": "POST"}
    allowed = server.ask("OPTIONS", "/v1/articles", **asked).headers.get("access-control-allow-methods", "")
    assert "POST" not in allowed
