"""What a server says about coming back: how long an answer holds, how long to stay away, and who is meant."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from timeline.fetching import Fetched, Fetcher, FetchError, NotModified, RetryAfter

if TYPE_CHECKING:
    from internet import Internet

    from tests.conftest import LocalWeb

DATE = "Tue, 04 Mar 2025 10:00:00 GMT"
HOUR_LATER = "Tue, 04 Mar 2025 11:00:00 GMT"


def fetch(url: str, *, allow_private: bool = True, **options: str) -> Fetched | NotModified:
    async def run() -> Fetched | NotModified:
        async with Fetcher(allow_private=allow_private, pause=0) as fetcher:
            return await fetcher.fetch(url, **options)

    return asyncio.run(run())


def failure(url: str, *, allow_private: bool = True) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, allow_private=allow_private)
    return caught.value


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Cache_Control": "public"}, None),
        ({"Cache_Control": "max-age=600"}, 600),
        ({"Cache_Control": 'private, Max-Age="600"'}, 600),
        ({"Cache_Control": "s-maxage=9, max-age=600"}, 600),
        ({"Cache_Control": "max-age=600", "Age": "450"}, 150),
        ({"Cache_Control": "max-age=600", "Age": "900"}, 0),
        ({"Cache_Control": "no-cache, max-age=600"}, 0),
        ({"Cache_Control": "no-store"}, 0),
        ({"Cache_Control": "max-age=-5"}, None),
        ({"Cache_Control": "max-age=soon"}, None),
        ({"Cache_Control": "max-age=999999999999"}, 366 * 86_400),
        ({"Expires": HOUR_LATER, "Date": DATE}, 3600),
        ({"Expires": DATE, "Date": HOUR_LATER}, 0),
        ({"Expires": "0", "Date": DATE}, 0),
        ({"Expires": "-1"}, 0),
        ({"Expires": HOUR_LATER, "Date": DATE, "Cache_Control": "max-age=60"}, 60),
    ],
)
@pytest.mark.parametrize("status", [200, 304])
def test_how_long_an_answer_holds(web: LocalWeb, headers: dict[str, str], seconds: float | None, status: int) -> None:
    answer = fetch(web.only("/feed", status=status, **headers), etag='"v1"')
    assert answer.fresh_seconds == seconds


def test_new_validators_of_an_unchanged_feed_are_told(web: LocalWeb) -> None:
    answer = fetch(web.say("/feed", status=304, ETag='"v2"', Last_Modified=DATE), etag='"v1"')
    assert answer == NotModified(url=web.url + "/feed", etag='"v2"', last_modified=DATE)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry_After": "120"}, 120),
        ({"Retry_After": " 0 "}, 0),
        ({"Retry_After": HOUR_LATER, "Date": DATE}, 3600),
        ({"Retry_After": "Tuesday, 04-Mar-25 11:00:00 GMT", "Date": DATE}, 3600),
        ({"Retry_After": "Tue Mar  4 11:00:00 2025", "Date": DATE}, 3600),
        ({"Retry_After": DATE, "Date": HOUR_LATER}, 0),
        ({"Retry_After": "99999999999"}, 366 * 86_400),
    ],
)
def test_how_long_to_stay_away(web: LocalWeb, status: int, headers: dict[str, str], seconds: float) -> None:
    error = failure(web.only("/feed", status=status, **headers))
    assert (error.reason, error.status) == ("status", status)
    assert error.retry_after == RetryAfter(seconds=seconds)


@pytest.mark.parametrize("raw", ["", "soon", "-5", "1.5", "2025-03-04", "Tue, 99 Mar 2025 10:00:00 GMT"])
def test_a_wait_that_cannot_be_read_is_none(web: LocalWeb, raw: str) -> None:
    assert failure(web.say("/feed", status=503, Retry_After=raw)).retry_after is None


def test_a_wait_on_another_status_is_not_meant(web: LocalWeb) -> None:
    assert failure(web.say("/feed", status=404, Retry_After="60")).retry_after is None


def test_a_host_of_the_internet_means_all_of_itself(internet: Internet) -> None:
    internet.web.say("/feed", status=429, Retry_After="60")
    error = failure(internet.resolve("post.example") + "/feed", allow_private=False)
    assert error.retry_after == RetryAfter(seconds=60, host="post.example")
