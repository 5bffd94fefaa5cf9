"""Fetching against a real local server: what comes back, and what is refused, cut short or given up."""

from __future__ import annotations

import asyncio
import gzip
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from timeline.fetching import Fetched, Fetcher, FetchError, NotModified

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

    from tests.conftest import LocalWeb


def fetch(
    url: str, *, allow_private: bool = True, seconds: float = 10.0, contact: str | None = None, **options: object
) -> Fetched | NotModified:
    async def run() -> Fetched | NotModified:
        async with Fetcher(allow_private=allow_private, seconds=seconds, contact=contact, pause=0) as fetcher:
            return await fetcher.fetch(url, **options)

    return asyncio.run(run())


def failure(url: str, **options: object) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, **options)
    return caught.value


def test_a_page_comes_back_with_its_validators(web: LocalWeb) -> None:
    url = web.say(
        "/page", "hello", ETag='"v1"', Last_Modified="Tue, 04 Mar 2025 10:00:00 GMT", Content_Type="text/html"
    )
    assert fetch(url) == Fetched(
        url=url,
        body=b"hello",
        content_type="text/html",
        etag='"v1"',
        last_modified="Tue, 04 Mar 2025 10:00:00 GMT",
    )


def test_validators_go_back_as_they_came_and_nothing_new_costs_nothing(web: LocalWeb) -> None:
    url = web.say("/feed", status=304)
    assert fetch(url, etag='W/"odd ""one"', last_modified="not even a date") == NotModified(url=url)
    asked = web.asked[0][1]
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('W/"odd ""one"', "not even a date")


def test_a_validator_of_any_bytes_goes_back_byte_for_byte(web: LocalWeb) -> None:
    url = web.say("/odd", "x", ETag='"caf\xe9 \xff"')
    fetched = fetch(url)
    assert isinstance(fetched, Fetched)
    fetch(url, etag=fetched.etag)
    assert web.asked[1][1]["if-none-match"] == '"caf\xe9 \xff"'


def test_a_fetch_says_who_asks_and_sends_no_cookies(web: LocalWeb) -> None:
    web.say("/start", status=302, Location="/end", Set_Cookie="session=1; Path=/")
    web.say("/end", "done")
    fetch(web.url + "/start", contact="https://desk.example/about")
    for _, headers in web.asked:
        assert headers["user-agent"] == "event-timeline/0.1 (+https://desk.example/about)"
        assert headers["accept-encoding"] == "gzip"
        assert "cookie" not in headers


def test_gzip_is_inflated_member_after_member(web: LocalWeb) -> None:
    body = gzip.compress(b"first ") + gzip.compress(b"second")
    fetched = fetch(web.say("/zip", body, Content_Encoding="gzip"))
    assert isinstance(fetched, Fetched)
    assert fetched.body == b"first second"


def test_five_redirects_are_followed_and_the_last_address_is_told(web: LocalWeb) -> None:
    for hop in range(5):
        web.say(f"/{hop}", status=301, Location=f"/{hop + 1}")
    web.say("/5", "here")
    assert fetch(web.url + "/0").url == web.url + "/5"


def test_a_sixth_redirect_is_not_followed(web: LocalWeb) -> None:
    for hop in range(6):
        web.say(f"/{hop}", status=302, Location=f"/{hop + 1}")
    assert failure(web.url + "/0").reason == "redirects"
    assert [path for path, _ in web.asked] == [f"/{hop}" for hop in range(6)]


@pytest.mark.parametrize("status", [403, 404, 429, 500, 503])
def test_any_other_status_is_an_error_that_names_it(web: LocalWeb, status: int) -> None:
    error = failure(web.say("/gone", status=status))
    assert (error.reason, error.status) == ("status", status)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/secret",
        "http://localhost:{port}/secret",
        "http://127.1:{port}/secret",
        "http://0177.0.0.1:{port}/secret",
        "http://2130706433:{port}/secret",
        "http://0x7f.0.0.1:{port}/secret",
        "http://[::1]:{port}/secret",
        "http://[::ffff:127.0.0.1]:{port}/secret",
        "http://0.0.0.0:{port}/secret",
        "http://example.com@127.0.0.1:{port}/secret",
        "http://user:password@127.0.0.1:{port}/secret",
        "file:///etc/passwd",
        "ftp://127.0.0.1/secret",
        "gopher://127.0.0.1:{port}/secret",
        "//127.0.0.1:{port}/secret",
        "http://",
        "no address at all",
    ],
)
def test_what_is_inside_is_never_connected_to(web: LocalWeb, url: str) -> None:
    web.say("/secret", "inside")
    error = failure(url.format(port=web.url.rpartition(":")[2]), allow_private=False)
    assert error.reason in ("refused", "name")
    assert web.asked == []


def test_a_redirect_to_another_scheme_is_refused(web: LocalWeb) -> None:
    assert failure(web.say("/out", status=302, Location="file:///etc/passwd")).reason == "refused"


def test_every_hop_is_checked_not_only_the_first(web: LocalWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first name is let through as if it were public; the redirect to loopback by number must still be refused."""
    from timeline.fetching import connect

    web.say("/secret", "inside")
    answers = iter([True])
    monkeypatch.setattr(connect, "is_public", lambda address: next(answers, False))
    web.say("/out", status=302, Location=web.url.replace("127.0.0.1", "localhost") + "/secret")
    assert failure(web.url + "/out", allow_private=False).reason == "refused"
    assert [path for path, _ in web.asked] == ["/out"]


def test_a_bomb_is_cut_at_the_cap_and_never_held_whole(web: LocalWeb) -> None:
    bomb = gzip.compress(bytes(200 * 1024 * 1024), compresslevel=9)
    url = web.say("/bomb", bomb, Content_Encoding="gzip")
    tracemalloc.start()
    error = failure(url)
    grown = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert error.reason == "too_large"
    assert grown < 50 * 1024 * 1024


def test_a_plain_body_beyond_the_cap_is_cut(web: LocalWeb) -> None:
    assert failure(web.say("/long", bytes(3000)), limit=2999).reason == "too_large"


@pytest.mark.parametrize(
    ("body", "encoding"), [(b"not gzip", "gzip"), (gzip.compress(b"x" * 5000, mtime=0)[:-20], "gzip"), (b"x", "br")]
)
def test_a_broken_or_foreign_encoding_is_malformed(web: LocalWeb, body: bytes, encoding: str) -> None:
    assert failure(web.say("/bad", body, Content_Encoding=encoding)).reason == "malformed"


def test_a_server_that_trickles_is_given_up_in_time(web: LocalWeb) -> None:
    def trickle(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "1000")
        request.end_headers()
        for _ in range(100):
            request.wfile.write(b"x")
            time.sleep(0.1)

    started = time.monotonic()
    assert failure(web.act("/slow", trickle), seconds=1.0).reason == "too_slow"
    assert time.monotonic() - started < 2.0


def test_endless_headers_are_an_error(web: LocalWeb) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(5000):
            request.wfile.write(b"X-%d: %s\r\n" % (number, b"x" * 100))
            request.wfile.flush()

    assert failure(web.act("/headers", endless)).reason == "broken_off"


def test_nobody_at_the_address_is_unreachable() -> None:
    assert failure("http://127.0.0.1:9/").reason == "unreachable"
