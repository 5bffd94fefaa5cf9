"""The refresh of the running server: ticks over feeds, one leader, crashes that cost nothing."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

import feeds
import pytest

from tests.service.conftest import FOLLOWING

if TYPE_CHECKING:
    from tests.conftest import LocalWeb
    from tests.service.conftest import Answer, Server, Start

    Until = Callable[..., Any]

STORY = (
    "Mayor Anna Lindqvist of Varnholm closed bridge number {0} on Monday. "
    "Engineers had found {0} cracks on 27 February."
)
TICK_SECONDS = 0.5


def story(number: int) -> dict[str, str]:
    return {"id": f"s{number}", "source": "Post", "published": "2025-03-05", "text": STORY.format(number)}


def rss(*numbers: int) -> str:
    items = "".join(
        f"<item><title>Bridge {n}</title><guid>{n}</guid><pubDate>Wed, 05 Mar 2025 10:00:00 +0100</pubDate>"
        f"<description>{STORY.format(n)}</description></item>"
        for n in numbers
    )
    return f'<rss version="2.0"><channel><title>Harbour Post</title>{items}</channel></rss>'


def tellings(server: Server) -> Counter[tuple[str, int]]:
    """How often each stretch of each article is told by any event."""
    events = server.events("?all=true&limit=500")
    return Counter((source["article"], source["start"]) for event in events for source in event["sources"])


def leader(database: Path) -> int | None:
    """The process that leads, as the lock's file says; one that was killed stands there until another leads."""
    said = database.with_name(database.name + ".leader").read_text()
    return int(said) if said.endswith("\n") else None


def test_a_feed_that_was_added_appears_after_a_tick(following: Server, until: Until, web: LocalWeb) -> None:
    feed = following.post("/v1/feeds", {"url": web.say("/feed", rss(1)), "source": "Added"}).json
    until(lambda: following.events("?q=cracks&source=Added"), "the feed's article is in the chronology")
    shown = following.get(f"/v1/feeds/{feed['id']}").json["feed"]
    assert (shown["title"], shown["source"], shown["error"]) == ("Harbour Post", "Added", None)
    web.say("/feed", rss(1, 2))
    following.post(f"/v1/feeds/{feed['id']}/refresh?force=true")
    until(lambda: len(articles(following, "Added")) == 2, "the second article is there")
    assert following.ask("DELETE", f"/v1/feeds/{feed['id']}").status == 204
    assert feed["id"] not in [one["id"] for one in following.get("/v1/feeds").json["feeds"]]
    until(lambda: merged(following, "Added") == 2, "both are read", tell=lambda: state(following))


def test_a_page_is_followed_by_the_feed_it_links_to_or_alone(following: Server, until: Until, web: LocalWeb) -> None:
    feed = web.say("/bridges", rss(1))
    link = '<link rel="alternate" type="application/rss+xml" href="/bridges">'
    front = web.say("/", f"<html><head>{link}</head><body>News</body></html>", Content_Type="text/html")
    alone = web.say("/story", feeds.news_page(STORY.format(7) * 5, published="2025-03-05"), Content_Type="text/html")
    assert following.post("/v1/feeds", {"url": front, "discover": True, "source": "Found"}).json["url"] == feed
    refused = following.post("/v1/feeds", {"url": alone, "discover": True})
    assert (refused.status, "links to no feed" in refused.json["detail"]) == (400, True)
    followed = following.post("/v1/feeds", {"url": alone, "page": True, "source": "Found"}).json
    assert (followed["url"], followed["kind"]) == (alone, "page")
    until(lambda: merged(following, "Found") == 2, "the article of either is read", tell=lambda: state(following))


def test_a_date_that_cannot_be_true_is_flagged_until_it_is_corrected_and_everything_is_dated_at_once(
    following: Server, until: Until, web: LocalWeb
) -> None:
    told = "Treasurer Ove Brandt of Sundvik resigned on 21 January."
    url = web.say("/doubted", feeds.rss(feeds.item(8, told, date="Wed, 05 Mar 2081 10:00:00 +0100")))
    following.post("/v1/feeds", {"url": url, "source": "Doubted"})
    until(lambda: merged(following, "Doubted") == 1, "the article is read", tell=lambda: state(following))
    (article,) = articles(following, "Doubted")
    assert (article["published"], article["date_doubt"]) == (None, "the feed says 2081-03-05, which is in the future")
    assert following.get(f"/v1/articles/{article['id']}").json["date_doubt"] == article["date_doubt"]
    assert following.events("?source=Doubted&from=1900&to=2100") == []
    assert following.ask("PATCH", f"/v1/articles/{article['id']}", {"published": "2025-03-05"}).status == 200
    until(lambda: following.events("?source=Doubted&from=2025-01-21&to=2025-01-21"), "its 21 January has a year")
    (article,) = articles(following, "Doubted")
    assert (article["published"], article["date_doubt"]) == ("2025-03-05", None)


def test_a_feed_inside_is_refused_and_says_so(guarded: Server, until: Until, web: LocalWeb) -> None:
    feed = guarded.post("/v1/feeds", {"url": web.say("/feed", rss(1))}).json
    error = until(lambda: guarded.get(f"/v1/feeds/{feed['id']}").json["feed"]["error"], "an error")
    assert "not an address of the public internet" in error
    assert web.asked == []


def test_a_server_that_is_killed_loses_nothing_it_acknowledged(start: Start, fresh: Path) -> None:
    acknowledged: set[str] = set()

    def send(server: Server, number: int) -> None:
        try:
            answer = server.post("/v1/articles", story(number))
        except (OSError, HTTPException):
            return
        if answer.status == 202:
            acknowledged.add(answer.json["id"])
        if len(acknowledged) == 25:
            server.kill()

    with start(fresh) as server, ThreadPoolExecutor(4) as senders:
        list(senders.map(lambda number: send(server, number), range(40)))
    assert 25 <= len(acknowledged) < 40
    with start(fresh) as server:
        assert acknowledged <= {article["id"] for article in server.settled()}
        for number in range(40):
            assert server.post("/v1/articles", story(number)).status == 202
        articles = server.settled()
        assert sorted(article["id"] for article in articles) == sorted(f"s{number}" for number in range(40))
        assert {article["state"] for article in articles} == {"merged"}
        told = tellings(server)
        assert set(told.values()) == {1}
        assert len({sum(article == f"s{n}" for article, _ in told) for n in range(40)}) == 1


def test_two_workers_lead_once_and_lose_no_post(start: Start, until: Until, fresh: Path, web: LocalWeb) -> None:
    url = web.say("/feed", rss(1000))
    with start(fresh, workers=2, **FOLLOWING) as server:
        with ThreadPoolExecutor(32) as senders:
            answers: list[Answer] = list(
                senders.map(lambda number: server.post("/v1/articles", story(number % 50)), range(500))
            )
        outcomes = Counter((answer.status, answer.json.get("outcome")) for answer in answers)
        assert outcomes == {(202, "new"): 50, (202, "unchanged"): 450}
        server.post("/v1/feeds", {"url": url})
        until(lambda: merged(server) == 51, "all is read", tell=lambda: state(server))
        assert set(tellings(server).values()) == {1}

        web.asked.clear()
        started = time.monotonic()
        until(lambda: web.count("/feed") >= 8, "eight ticks", tell=lambda: state(server))
        ticks, spent = web.count("/feed"), time.monotonic() - started
        assert ticks <= spent / float(FOLLOWING["tick_seconds"]) + 2, f"{ticks} looks in {spent:.1f} s: do two lead?"

        first = until(lambda: leader(server.database), "somebody leads")
        os.kill(first, signal.SIGKILL)
        web.asked.clear()
        until(lambda: leader(server.database) not in (None, first), "another leads", tell=lambda: state(server))
        web.say("/feed", rss(1000, 1001))
        until(lambda: web.count("/feed") >= 2, "ticks go on", tell=lambda: state(server))
        until(lambda: merged(server) == 52, "the new article is read", tell=lambda: state(server))


def articles(server: Server, source: str = "") -> list[dict[str, Any]]:
    """All articles, or those of an outlet."""
    found: list[dict[str, Any]] = server.get(f"/v1/articles?limit=500&source={source}").json["articles"]
    return found


def merged(server: Server, source: str = "") -> int:
    """How many articles are in the chronology, or how many of an outlet."""
    return sum(article["state"] == "merged" for article in articles(server, source))


def state(server: Server) -> str:
    """What there is to know of a server on which something did not happen."""
    articles = Counter(article["state"] for article in server.get("/v1/articles?limit=500").json["articles"])
    followed = server.get("/v1/feeds").json["feeds"]
    return f"leader {leader(server.database)}, readiness {server.get('/readyz').json}, {articles}, feeds {followed}"


def test_a_server_that_is_asked_to_end_leaves_no_process(start: Start, until: Until, tmp_path: Path) -> None:
    with start(tmp_path / "t.db") as server:
        server.post("/v1/articles", story(1))
        children = descendants(server.process.pid)
        assert len(children) >= 1
        server.stop()
    # Python's tracker of semaphores notices a moment later that nobody is left.
    until(lambda: not any(Path(f"/proc/{pid}/exe").exists() for pid in children), "all are gone", patience=5)


def test_a_server_that_is_asked_to_end_during_a_tick_does_not_complain(
    start: Start, until: Until, tmp_path: Path, fresh: Path, web: LocalWeb
) -> None:
    answered = threading.Event()

    def hang(request: BaseHTTPRequestHandler) -> None:
        answered.wait(120)

    feed = web.act("/rss", hang)
    try:
        with (tmp_path / "log").open("w") as log, start(fresh, log=log, ready=False, **FOLLOWING) as server:
            assert server.post("/v1/feeds", {"url": feed}).status == 201
            until(lambda: web.count("/rss"), "the tick asks for the feed")
            assert server.stop() in (0, -signal.SIGTERM)
    finally:
        answered.set()
    told = (tmp_path / "log").read_text()
    assert "leading" in told
    assert "Traceback" not in told, told
    assert "CancelledError" not in told, told


def descendants(pid: int) -> list[int]:
    """All processes that a process has started, and theirs."""
    own = [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return [*own, *(below for child in own for below in descendants(child))]


@pytest.mark.postgres
def test_on_postgresql_it_is_the_same_service(
    start: Start, until: Until, postgres_database: str, web: LocalWeb
) -> None:
    with start(postgres_database, **FOLLOWING) as server:
        server.post("/v1/articles", story(1))
        server.post("/v1/feeds", {"url": web.say("/feed", rss(2))})
        until(lambda: len(server.get("/v1/articles").json["articles"]) == 2, "the feed's article is there")
        assert {article["state"] for article in server.settled()} == {"merged"}
        assert {article for article, _ in tellings(server)} >= {"s1"}
        assert server.events("?q=cracks&from=2025-02&to=2025-02")
