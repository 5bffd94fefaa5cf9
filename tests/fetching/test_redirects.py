"""Redirects: followed five times, never in a circle, never to a weaker place, and every step is told."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from timeline.fetching import Fetched, Fetcher, FetchError, NotModified, Redirect
from timeline.fetching.fetch import next_url

if TYPE_CHECKING:
    from tests.conftest import LocalWeb


def fetch(url: str, **options: str) -> Fetched | NotModified:
    async def run() -> Fetched | NotModified:
        async with Fetcher(allow_private=True, pause=0, seconds=20) as fetcher:
            return await fetcher.fetch(url, **options)

    return asyncio.run(run())


def failure(url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url)
    return caught.value


def test_the_chain_is_told_with_its_statuses(web: LocalWeb) -> None:
    web.say("/old", status=301, Location="/newer")
    web.say("/newer", status=308, Location="newest#part")
    web.say("/newest", "here")
    answer = fetch(web.url + "/old")
    assert [(step.status, step.url, step.to) for step in answer.redirects] == [
        (301, web.url + "/old", web.url + "/newer"),
        (308, web.url + "/newer", web.url + "/newest#part"),
    ]
    assert all(step.permanent for step in answer.redirects)
    assert answer.url == web.url + "/newest"


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_temporary_redirect_is_no_permanent_one(web: LocalWeb, status: int) -> None:
    web.say("/now", status=status, Location="/there")
    web.say("/there", status=304)
    answer = fetch(web.url + "/now", etag='"v1"')
    assert isinstance(answer, NotModified)
    assert [step.permanent for step in answer.redirects] == [False]
    assert [headers["if-none-match"] for _, headers in web.asked] == ['"v1"', '"v1"']


def test_a_circle_is_left_at_its_first_known_address(web: LocalWeb) -> None:
    web.say("/a", status=302, Location="/b")
    web.say("/b", status=302, Location="/a#again")
    error = failure(web.url + "/a")
    assert (error.reason, "in a circle" in str(error)) == ("redirects", True)
    assert [path for path, _ in web.asked] == ["/a", "/b"]
    assert [step.url for step in error.redirects] == [web.url + "/a"]


@pytest.mark.parametrize("location", [None, "", "http://post.example:port/", "https://"])
def test_a_redirect_to_nowhere_is_an_error(web: LocalWeb, location: str | None) -> None:
    url = web.say("/out", status=301, **({} if location is None else {"Location": location}))
    assert failure(url).reason in ("redirects", "refused")
    assert web.count("/out") == 1


def test_an_error_tells_the_chain_that_led_to_it(web: LocalWeb) -> None:
    web.say("/old", status=301, Location="/gone")
    web.say("/gone", status=410)
    error = failure(web.url + "/old")
    assert (error.reason, error.status, [step.status for step in error.redirects]) == ("gone", 410, [301])


def test_from_https_nobody_is_led_to_http() -> None:
    step = Redirect(status=301, url="https://post.example/feed", to="http://post.example/feed")
    with pytest.raises(FetchError, match="from https to http") as caught:
        next_url(step, [])
    assert caught.value.reason == "redirects"


@pytest.mark.parametrize("to", ["ftp://post.example/feed", "file:///etc/passwd", "https://user:pw@post.example/"])
def test_a_redirect_leaves_neither_the_web_nor_carries_a_password(to: str) -> None:
    with pytest.raises(FetchError) as caught:
        next_url(Redirect(status=302, url="https://post.example/feed", to=to), [])
    assert caught.value.reason == "refused"
