"""Hosts are asked in turn, with pauses, as their robots.txt says; who wants no machine is left alone."""

from __future__ import annotations

import asyncio
import time
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

import pytest

from timeline.fetching import Fetcher, FetchError, fetch_page
from timeline.fetching.fetch import AT_ONCE, PAUSE, SECONDS

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from internet import Internet

    from tests.conftest import LocalWeb

PARAGRAPH = "<p>The council closed the old harbour bridge on Monday after engineers had found cracks in two piers.</p>"
PAGE = f"<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>{PARAGRAPH * 5}</article></body></html>"


class Watch:
    """An answer that takes its time and notes when it started, when it ended and how many there were at once."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.spans: list[tuple[float, float]] = []
        self.most = self._now = 0
        self._lock = Lock()

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        started = time.monotonic()
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(self.seconds)
        with self._lock:
            self._now -= 1
            self.spans.append((started, time.monotonic()))
        request.send_response(200)
        request.send_header("Content-Length", "2")
        request.end_headers()
        request.wfile.write(b"ok")


def fetch_all(urls: list[str], **options: Any) -> None:
    async def run() -> None:
        async with Fetcher(**options) as fetcher:
            await asyncio.gather(*(fetcher.fetch(url) for url in urls))

    asyncio.run(run())


def pages(*urls: str, **options: Any) -> list[FetchError | None]:
    """What kept each page from being read, one after another through one fetcher."""

    async def run() -> list[FetchError | None]:
        faults: list[FetchError | None] = []
        async with Fetcher(**{"allow_private": True, "pause": 0} | options) as fetcher:
            for url in urls:
                try:
                    await fetch_page(url, fetcher=fetcher)
                except FetchError as error:
                    faults.append(error)
                else:
                    faults.append(None)
        return faults

    return asyncio.run(run())


def reasons(faults: list[FetchError | None]) -> list[str | None]:
    return [fault.reason if fault else None for fault in faults]


def test_a_host_is_asked_one_request_at_a_time_with_a_pause_between(web: LocalWeb) -> None:
    watch = Watch(0.05)
    urls = [web.act(f"/{number}", watch) for number in range(4)]
    fetch_all(urls, allow_private=True, pause=0.3)
    assert watch.most == 1
    pauses = [later[0] - earlier[1] for earlier, later in zip(watch.spans, watch.spans[1:], strict=False)]
    assert len(pauses) == 3
    assert min(pauses) >= 0.25  # the server has sent its last byte a moment before the fetcher knows


def test_sixteen_hosts_are_asked_at_once_and_no_more(internet: Internet) -> None:
    watch = Watch(0.5)
    internet.web.act("/", watch)
    sites = [internet.resolve(f"post{number}.example", [f"93.184.215.{number + 1}"]) for number in range(24)]
    fetch_all([f"{site}/" for site in sites], pause=0)
    assert len(watch.spans) == 24
    assert 1 < watch.most <= 16


def test_who_waits_for_a_host_keeps_nobody_from_another(internet: Internet) -> None:
    """The first host answers only when the other has been asked, though two more wait for the first."""
    asked, in_time = Event(), []

    def slow(request: BaseHTTPRequestHandler) -> None:
        in_time.append(asked.wait(8))
        request.send_error(404)

    def quick(request: BaseHTTPRequestHandler) -> None:
        asked.set()
        request.send_error(404)

    internet.web.act("/slow", slow)
    internet.web.act("/quick", quick)
    one, other = internet.resolve("one.example"), internet.resolve("other.example", ["93.184.215.15"])

    async def run() -> None:
        async with Fetcher(pause=0, at_once=2) as fetcher:
            urls = [f"{one}/slow", f"{one}/slow", f"{one}/slow", f"{other}/quick"]
            await asyncio.gather(*(fetcher.fetch(url) for url in urls), return_exceptions=True)

    asyncio.run(run())
    assert in_time == [True, True, True]


def test_waiting_for_a_turn_takes_nothing_from_the_time_of_a_fetch(web: LocalWeb) -> None:
    watch = Watch(1.0)
    fetch_all([web.act(f"/{number}", watch) for number in range(6)], allow_private=True, pause=0, seconds=5)
    assert len(watch.spans) == 6


def test_the_defaults_are_two_seconds_sixteen_at_once_and_thirty_seconds() -> None:
    assert (PAUSE, AT_ONCE, SECONDS) == (2.0, 16, 30.0)


def test_robots_are_asked_once_before_the_pages_of_a_host(web: LocalWeb) -> None:
    web.say("/robots.txt", "User-agent: *\nDisallow: /private/\n")
    urls = [web.say(path, PAGE, Content_Type="text/html") for path in ("/a", "/b", "/private/c")]
    assert reasons(pages(*urls)) == [None, None, "robots"]
    assert [path for path, _ in web.asked] == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: event-timeline\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: event-timeline\nAllow: /", True),
        ("User-agent: *\nDisallow: /*.html$", False),
        ("User-agent: *\nDisallow: /\nAllow: /news/", True),
        ("\ufeffUser-agent: *\nDisallow: /news", False),
        ("<html>no such page</html>", True),
        ("", True),
    ],
)
def test_robots_are_read_as_search_engines_read_them(web: LocalWeb, rules: str, allowed: bool) -> None:
    web.say("/robots.txt", rules)
    (reason,) = reasons(pages(web.say("/news/a.html", PAGE, Content_Type="text/html")))
    assert reason == (None if allowed else "robots")


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, None), (410, None), (401, None), (403, None), (429, "robots"), (500, "robots"), (503, "robots")],
)
def test_without_robots_all_is_allowed_and_without_an_answer_nothing(
    web: LocalWeb, status: int, reason: str | None
) -> None:
    web.say("/robots.txt", status=status)
    url = web.say("/a", PAGE, Content_Type="text/html")
    assert reasons(pages(url, url)) == [reason, reason]
    assert web.count("/robots.txt") == 1
    assert web.count("/a") == (2 if reason is None else 0)


def test_every_hop_of_a_page_is_asked_of_robots(web: LocalWeb) -> None:
    web.say("/robots.txt", "User-agent: *\nDisallow: /private/\n")
    url = web.say("/a", status=302, Location="/private/a")
    assert reasons(pages(url)) == ["robots"]
    assert web.count("/private/a") == 0


def test_a_crawl_delay_is_the_pause_of_its_host(web: LocalWeb) -> None:
    web.say("/robots.txt", "User-agent: *\nCrawl-delay: 0.5\n")
    watch = Watch(0.0)
    urls = [web.act(f"/{number}", watch) for number in range(3)]
    assert reasons(pages(*urls)) == ["no_article"] * 3
    pauses = [later[0] - earlier[1] for earlier, later in zip(watch.spans, watch.spans[1:], strict=False)]
    assert min(pauses) >= 0.45


def test_a_feed_is_fetched_without_asking_robots(web: LocalWeb) -> None:
    web.say("/robots.txt", "User-agent: *\nDisallow: /\n")
    fetch_all([web.say("/feed", "<rss/>")], allow_private=True, pause=0)
    assert web.count("/robots.txt") == 0


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (403, "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", {"Server": "cloudflare"}),
        (503, '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>', {}),
        (403, "", {"cf-mitigated": "challenge"}),
        (429, "", {"x-vercel-mitigated": "challenge"}),
        (403, "<script src='https://geo.captcha-delivery.com/captcha/'></script>", {}),
        (405, "", {"x-amzn-waf-action": "captcha"}),
        (403, '<div id="px-captcha"></div>', {}),
        (200, '<html><script id="anubis_challenge" type="application/json">{}</script></html>', {}),
        (401, "", {"WWW-Authenticate": "Basic"}),
        (402, "Payment Required", {}),
    ],
)
def test_a_challenge_or_a_wall_is_told_as_blocked_and_asked_once(
    web: LocalWeb, status: int, body: str, headers: dict[str, str]
) -> None:
    url = web.say("/a", body, status=status, **headers)
    (fault,) = pages(url)
    assert fault is not None
    assert (fault.reason, fault.status) == ("blocked", status)
    assert web.count("/a") == 1


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (403, "<h1>Forbidden</h1>", "status"),
        (503, "<h1>Back soon</h1>", "status"),
        (404, '<div class="g-recaptcha"></div>', "status"),
        (200, PAGE + '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>', None),
        (200, PAGE.replace("</article>", "<p>A captcha (h-captcha) kept the readers out.</p></article>"), None),
    ],
)
def test_an_ordinary_refusal_and_an_ordinary_page_are_no_challenge(
    web: LocalWeb, status: int, body: str, reason: str | None
) -> None:
    assert reasons(pages(web.say("/a", body, status=status, Content_Type="text/html"))) == [reason]
