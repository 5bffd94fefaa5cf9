"""What lies inside is never connected to: addresses in every spelling, redirects to them, names that change.

Counted is every connection that any socket of the process makes.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import serving
from timeline.fetching import Fetched, Fetcher, FetchError, NotModified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from internet import Internet

    from tests.conftest import LocalWeb

Connects = list[tuple[Any, ...]]
LOOPBACK = """
127.0.0.1 127.1 127.0.1 127.0.0.1. 127.255.255.254 0177.0.0.1 0177.1 0x7f.0.0.1 0x7f.1 0x7f000001 2130706433
017700000001 0 0.0.0.0 localhost LOCALHOST localhost. %6cocalhost 127%2e0%2e0%2e1 １２７.０.０.１ 127。0。0。1 ①②⑦.0.0.1
[::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [::ffff:0:127.0.0.1]
[64:ff9b::127.0.0.1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2002:7f00:0001::1] [2001:0:0:0:0:0:80ff:fffe]
example.com@127.0.0.1 user:password@127.0.0.1 user@localhost
"""
OTHERS = """
10.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 169.254.169.254 100.64.0.1 100.127.255.254 192.0.0.8 192.0.2.1
192.88.99.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
0xa9fea9fe 2852039166 [fe80::1] [fe80::1%25lo] [fc00::1] [fd00:ec2::254] [fec0::1] [ff02::1] [2001:db8::1]
[3fff::1] [100::1] [::ffff:169.254.169.254] [64:ff9b::a9fe:a9fe] [2002:a9fe:a9fe::1]
"""
WRITTEN = [
    "file:///etc/passwd",
    "ftp://127.0.0.1:{port}/secret",
    "gopher://127.0.0.1:{port}/_GET",
    "dict://127.0.0.1:{port}/secret",
    "ldap://127.0.0.1:{port}/secret",
    "data:text/html,secret",
    "javascript:fetch('/secret')",
    "unix:///var/run/docker.sock",
    "//127.0.0.1:{port}/secret",
    "http:///127.0.0.1:{port}/secret",
    "http:\\\\127.0.0.1:{port}\\secret",
    "http://127.0.0.1\t:{port}/secret",
    "http://127.0.0.1:{port}\r\nHost: x/secret",
    "http://[::1:{port}/secret",
    "http://127.0.0.1:{port}@localhost:{port}/secret",
    "http://",
    "no address at all",
]
ADDRESSES = [f"http://{host}:{{port}}/secret" for host in (LOOPBACK + OTHERS).split()] + WRITTEN


@pytest.fixture
def inside() -> Iterator[LocalWeb]:
    """A server that nobody outside may reach."""
    with serving() as served:
        served.say("/secret", "inside")
        yield served


def port_of(web: LocalWeb) -> int:
    return int(web.url.rpartition(":")[2])


def fetch(url: str, **options: Any) -> Fetched | NotModified:
    async def run() -> Fetched | NotModified:
        async with Fetcher(pause=0, seconds=10) as fetcher:
            return await fetcher.fetch(url, **options)

    return asyncio.run(run())


def failure(url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url)
    return caught.value


def test_there_are_more_than_forty_tricks() -> None:
    assert len(set(ADDRESSES)) >= 80


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_spelling_of_an_inner_address_is_connected_to(inside: LocalWeb, connects: Connects, address: str) -> None:
    error = failure(address.format(port=port_of(inside)))
    assert error.reason in ("refused", "name")
    assert connects == []
    assert inside.asked == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_redirect_leads_inside(internet: Internet, inside: LocalWeb, connects: Connects, address: str) -> None:
    location = address.format(port=port_of(inside)).replace("\r\n", "%0d%0a").replace("\t", "%09")
    internet.web.say("/out", status=302, Location=location.encode().decode("latin-1"))
    try:
        fetch(internet.resolve("news.example") + "/out")
    except FetchError as error:
        # A reference without a scheme is a path of the site that sent it: asking that site again is no step inside.
        assert error.reason in ("refused", "name", "redirects", "status")
    assert {tuple(address[:2]) for address in connects} == {("127.0.0.1", port_of(internet.web))}
    assert inside.asked == []


def test_a_name_that_resolves_to_the_inside_is_not_connected_to(internet: Internet, connects: Connects) -> None:
    for address in ("127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"):
        assert failure(internet.resolve("post.example", [address]) + "/").reason == "refused"
    assert connects == []


def test_of_several_addresses_only_those_outside_are_tried(internet: Internet) -> None:
    internet.web.say("/", "hello")
    fetched = fetch(internet.resolve("post.example", ["127.0.0.1", "10.0.0.1", "93.184.215.20"]) + "/")
    assert isinstance(fetched, Fetched)
    assert internet.reached == ["93.184.215.20"]


def test_a_name_that_changes_between_check_and_connect_is_reached_where_it_was_checked(
    internet: Internet, inside: LocalWeb
) -> None:
    internet.web.say("/", "hello")
    site = internet.resolve("rebind.example", ["93.184.215.14"], ["127.0.0.1"])
    fetched = fetch(f"{site}:{port_of(inside)}/")
    assert isinstance(fetched, Fetched)
    assert (fetched.body, internet.reached) == (b"hello", ["93.184.215.14"])
    assert inside.asked == []


def test_a_name_that_changes_between_two_hops_is_checked_again(internet: Internet, inside: LocalWeb) -> None:
    internet.web.say("/first", status=302, Location="/secret", Connection="close")
    site = internet.resolve("rebind.example", ["93.184.215.14"], ["127.0.0.1"])
    assert failure(f"{site}:{port_of(inside)}/first").reason == "refused"
    assert internet.reached == ["93.184.215.14"]
    assert inside.asked == []


def test_a_proxy_of_the_environment_is_not_asked_to_go_inside(
    inside: LocalWeb, connects: Connects, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, inside.url)
    assert failure("http://10.0.0.1/secret").reason == "refused"
    assert connects == []


def test_the_setting_allows_what_is_inside(inside: LocalWeb) -> None:
    async def run() -> Fetched | NotModified:
        async with Fetcher(pause=0, allow_private=True) as fetcher:
            return await fetcher.fetch(inside.url + "/secret")

    assert asyncio.run(run()) == Fetched(
        url=inside.url + "/secret", body=b"inside", content_type=None, etag=None, last_modified=None
    )
