"""Questions over HTTP: what is shown of events, facets, names, saved timelines, landmarks, revisions, odd ids."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from timeline.store import Store

if TYPE_CHECKING:
    from tests.service.conftest import Server

ALL = "?source=Harbour+Post&all=true"


def test_only_the_fields_that_are_wanted_are_sent(told: Server) -> None:
    whole = told.get(f"/v1/timeline{ALL}").json["events"]
    short = told.get(f"/v1/timeline{ALL}&fields=id,title").json["events"]
    assert short == [{"id": event["id"], "title": event["title"]} for event in whole] != []


def test_changes_and_linked_events_are_sent_on_request(told: Server) -> None:
    page = told.get(f"/v1/timeline{ALL}&include=change,linked&limit=1").json
    (event,) = page["events"]
    assert event["change"]["revision"] >= 1
    assert set(page["linked"]) == {link["event"] for link in event["links"]} - {event["id"]}


def test_facets_count_the_whole_question(told: Server) -> None:
    page = told.get(f"/v1/timeline{ALL}&limit=1&facets=source,status,month,name").json
    (source,) = [facet for facet in page["facets"]["source"] if facet["value"] == "Harbour Post"]
    assert source["count"] == page["total_hint"]
    assert {facet["value"] for facet in page["facets"]["month"]} >= {"2025-02", "2025-03"}


@pytest.mark.parametrize("sort", ["date", "-date", "salience", "updated"])
def test_pages_of_every_order_are_the_whole(told: Server, sort: str) -> None:
    whole = told.get(f"/v1/timeline{ALL}&sort={sort}").json["events"]
    first = told.get(f"/v1/timeline{ALL}&sort={sort}&limit=1").json
    rest = told.get(f"/v1/timeline{ALL}&sort={sort}&cursor={first['next']}").json
    assert first["events"] + rest["events"] == whole
    other = told.get(f"/v1/timeline?sort={sort}&cursor={first['next']}")
    assert (other.status, other.json["errors"][0]["field"]) == (400, "cursor")


def test_names_are_found_by_how_their_words_start(told: Server) -> None:
    (name,) = told.get("/v1/names?q=lindq").json["names"]
    assert (name["name"], name["kind"]) == ("Anna Lindqvist", "person")
    assert name["count"] >= 1


def test_an_event_has_its_history(told: Server) -> None:
    event = told.events("?source=Harbour+Post")[0]
    changes = told.get(f"/v1/events/{event['id']}/revisions").json["revisions"]
    assert changes[-1]["event"] == event
    assert told.get(f"/v1/events/{event['id']}?revision={changes[-1]['revision']}").json == event
    assert told.get(f"/v1/events/{event['id']}?revision=999").status == 404


def test_an_event_is_shown_as_it_was_and_an_id_that_was_merged_away_leads_to_what_it_became_part_of(
    server: Server,
) -> None:
    text = "The ferry Alda sank off Torvik on 2 July 2025. Pilot Odd Brekke left the port of Skarvik on 9 July 2025."
    sent = {"id": "alda", "source": "Ferry Post", "published": "2025-07-10", "text": text}
    assert server.post("/v1/articles", sent).status == 202
    server.settled()
    apart = {event["id"]: event for event in server.events("?source=Ferry+Post&all=true")}
    join_two(server, "alda")
    joined = server.events("?source=Ferry+Post&all=true")
    (gone,) = set(apart) - {event["id"] for event in joined}
    leads = server.get(f"/v1/events/{gone}")
    assert leads.status == 308
    now = server.get(leads.headers["location"]).json
    assert now in joined
    assert len(now["sources"]) > len(apart[now["id"]]["sources"])
    for was in (apart[now["id"]], apart[gone]):
        assert server.get(f"/v1/events/{was['id']}?revision=1").json == was
        shown = server.get(f"/events/{was['id']}?revision=1")
        assert (shown.status, was["title"] in shown.body.decode()) == (200, True)
        assert f"/v1/events/{was['id']}?revision=1" in shown.body.decode()
    assert server.get(f"/events/{gone}").status == 308
    for absent in ("2", "9", "one"):
        assert server.get(f"/events/{gone}?revision={absent}").status == 404
    assert server.get(f"/v1/events/{gone}?revision=2").status == 404


def join_two(server: Server, article: str) -> None:
    """Merge the first two events of an article, as better evidence would."""
    with closing(Store(str(server.database))) as store:
        scope = store.related([article])
        first, second, *rest = (store.event(each) for each in sorted(scope.events))
        joined = replace(first, sources=first.sources + second.sources)
        assert store.save_events([joined, *rest], scope=scope) is not None


def test_a_saved_timeline_answers_as_its_question(told: Server) -> None:
    sent = {"title": "The bridge", "query": {"source": "Harbour Post", "all": True}}
    made = told.ask("PUT", "/v1/timelines/the-bridge", sent)
    assert (made.status, made.json["query"]) == (201, sent["query"])
    whole = told.get(f"/v1/timeline{ALL}").json
    shown = told.get("/v1/timelines/the-bridge/events")
    assert shown.json == told.get("/v1/timeline?timeline=the-bridge").json == whole
    pins = [whole["events"][0]["id"]]
    assert told.get("/v1/timelines/the-bridge/events?timeline=another").json["errors"][0]["field"] == "timeline"
    pinned = told.ask("PUT", "/v1/timelines/the-bridge", {**sent, "query": {"q": "piers"}, "pinned": pins})
    assert pinned.status == 200
    changed = told.get("/v1/timelines/the-bridge/events", If_None_Match=shown.headers["etag"])
    assert changed.status == 200
    assert pins[0] in [event["id"] for event in changed.json["events"]]
    assert [one["slug"] for one in told.get("/v1/timelines").json["timelines"]] == ["the-bridge"]
    assert told.ask("DELETE", "/v1/timelines/the-bridge").status == 204
    assert told.get("/v1/timelines/the-bridge").status == 404


def test_a_landmark_dates_what_hangs_on_it(server: Server) -> None:
    text = "Three days after the lantern fair, Mayor Ida Holm opened the new harbour gate in Varnholm."
    server.post("/v1/articles", {"id": "fair", "source": "Gate Post", "published": "2025-06-20", "text": text})
    server.settled()
    put = {"date": "2025-06-10", "phrases": ["the lantern fair"]}
    assert server.ask("PUT", "/v1/landmarks/The%20lantern%20fair", put).status == 201
    server.settled()
    days = {event["when"]["edtf"] for event in server.events("?source=Gate+Post&all=true") if event["when"]}
    assert "2025-06-13" in days
    assert server.get("/v1/landmarks").json["landmarks"] == [{"name": "The lantern fair", **put}]
    assert server.ask("DELETE", "/v1/landmarks/The%20lantern%20fair").status == 204


@pytest.mark.parametrize("key", ["a/b", "https://x.example//c?d=e#f", "/g/", "ü %2F"])
def test_an_article_is_reached_by_any_id(server: Server, key: str) -> None:
    sent = {"id": key, "source": "Odd ids", "published": "2025-05-10", "text": "The mayor resigned on Friday."}
    assert server.post("/v1/articles", sent).status == 202
    at = quote(key, safe="")
    assert server.get(f"/v1/articles/{at}").json["id"] == key
    assert server.get(f"/articles/{at}").status == 200
    assert server.ask("PATCH", f"/v1/articles/{at}", {"source": "Odder ids"}).json["source"] == "Odder ids"
    assert server.ask("DELETE", f"/v1/articles/{at}").status == 204
    assert server.get(f"/articles/{at}").status == 410
