"""What an operator sees: metrics, readiness, log lines, feeds and their looks."""

from __future__ import annotations

import json
import logging
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from service.logs import json_lines
from timeline.store import Fetch, Store

if TYPE_CHECKING:
    from tests.service.conftest import Server, Start

    Until = Callable[..., Any]

OPML = b'<opml version="2.0"><body><outline text="Post" xmlUrl="http://192.0.2.1/feed"/></body></opml>'


def samples(exposition: str) -> dict[str, float]:
    """The samples of a scrape by name and labels."""
    lines = (line for line in exposition.splitlines() if line and not line.startswith("#"))
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_metrics_are_those_of_the_store(told: Server) -> None:
    answer = told.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    found = samples(answer.body.decode())
    assert found['timeline_articles{state="merged"}'] >= 1
    assert found["timeline_extraction_seconds_count"] >= 1
    assert found["timeline_extraction_seconds_sum"] > 0
    assert found['timeline_event_changes_total{kind="created"}'] >= 1
    assert {"timeline_scheduler_lag_seconds", 'timeline_fetches_total{outcome="error"}'} <= found.keys()
    assert 'timeline_event_changes_total{kind="merged"}' in found
    assert {f'timeline_queue_depth{{queue="{name}"}}' for name in ("read", "merge", "feeds", "pages")} <= found.keys()


def test_reading_that_fails_is_told_by_readyz_and_does_not_end_the_leaders_term(
    start: Start, until: Until, fresh: Path, capfd: Any
) -> None:
    database = fresh
    with start(database) as server:
        server.post("/v1/articles", {"id": "a", "published": "2025-03-05", "text": "The mayor resigned on Monday."})
        server.settled()
        spoil(database, "ALTER TABLE article_keys RENAME TO elsewhere")
        spoil(database, "UPDATE articles SET state = 'extracted'")
        told = until(lambda: told_at_readyz(server), "reading fails")
        assert "article_keys" in told["reading"]
        assert server.get("/healthz").status == 200
        until(lambda: "failed 3 times in a row" in capfd.readouterr().err, "it is tried again")
        spoil(database, "ALTER TABLE elsewhere RENAME TO article_keys")
        until(lambda: server.get("/readyz").status == 200, "it works again")
        assert [one["state"] for one in server.settled()] == ["merged"]
    assert "the leader's work failed" not in capfd.readouterr().err


def spoil(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(statement)
        connection.commit()


def told_at_readyz(server: Server) -> dict[str, str] | None:
    answer = server.get("/readyz")
    return answer.json if answer.status == 503 and answer.json["reading"] != "ok" else None


def test_a_log_line_is_a_json_object_with_what_it_is_about() -> None:
    record = logging.LogRecord("timeline.refresh", logging.INFO, "x.py", 1, "feed %d: %s", (3, "fetched"), None)
    record.feed = 3
    line = json.loads(json_lines().format(record))
    assert (line["message"], line["level"], line["logger"], line["feed"]) == (
        "feed 3: fetched",
        "INFO",
        "timeline.refresh",
        3,
    )
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}", line["time"])


def test_a_feed_tells_its_looks_and_is_not_asked_twice_within_a_minute(guarded: Server) -> None:
    store = Store(str(guarded.database))
    feed = store.feeds()[0]
    late = store.now().replace(year=2090)
    store.record_fetch(feed.id, Fetch(outcome="error", next_check_at=late, status=503, detail="status 503: busy"))
    store.close()
    shown = guarded.get(f"/v1/feeds/{feed.id}").json
    assert (shown["feed"]["error_count"], shown["feed"]["next_check_at"][:4]) == (1, "2090")
    assert [look["outcome"] for look in shown["log"]] == ["error", "unchanged"]
    assert (shown["log"][0]["status"], shown["log"][0]["detail"]) == (503, "status 503: busy")
    refusal = guarded.post(f"/v1/feeds/{feed.id}/refresh")
    assert (refusal.status, 0 < int(refusal.headers["retry-after"]) <= 60) == (429, True)
    assert guarded.post(f"/v1/feeds/{feed.id}/refresh?force=true").status == 202
    assert guarded.post("/v1/feeds.opml", OPML).json == {"new": 0, "known": 1, "refused": []}
    assert guarded.post("/v1/feeds.opml", b"words").status == 400
    assert b'xmlUrl="http://192.0.2.1/feed"' in guarded.get("/v1/feeds.opml").body
