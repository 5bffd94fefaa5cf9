"""Who may write: the key where there is one, this machine alone where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.testing import RequestFactory

from service.access import may_write
from service.settings import Settings

if TYPE_CHECKING:
    from tests.service.conftest import Server

LOCAL = {"host": "127.0.0.1:8000"}


def call(
    settings: Settings,
    *,
    client: str | None = "127.0.0.1",
    server: str | None = "127.0.0.1",
    **headers: str,
) -> None:
    """Ask whether such a call may write."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request: Any = RequestFactory().post("/v1/articles", headers=LOCAL | named)
    request.app.state["settings"] = settings
    request.scope["client"] = None if client is None else (client, 1)
    request.scope["server"] = None if server is None else (server, 8000)
    may_write(request, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accept", "*/*"),
        ("authorization", "Bearer wrong"),
        ("authorization", "sesame"),
        ("authorization", "Basic sesame"),
        ("x_api_key", ""),
        ("x_api_key", "sésame"),
    ],
)
def test_with_a_key_set_nothing_else_opens_not_even_here(name: str, value: str) -> None:
    with pytest.raises(NotAuthorizedException):
        call(Settings(api_key="sesame"), **{name: value})


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "timeline.localhost"])
def test_without_a_key_this_machine_may_write(host: str) -> None:
    call(Settings(), host=host)
    call(Settings(host="localhost"), host=host, origin=f"http://{host}")


@pytest.mark.parametrize(
    ("settings", "call_of"),
    [
        (Settings(host="0.0.0.0"), {}),
        (Settings(host="192.168.1.5"), {}),
        (Settings(), {"client": "192.168.1.9"}),
        (Settings(), {"server": "192.168.1.5"}),
        (Settings(), {"client": None}),
        (Settings(), {"server": None}),
        (Settings(), {"host": "rebound.example:8000"}),
        (Settings(), {"host": "127.0.0.1.rebound.example"}),
        (Settings(), {"host": ""}),
        (Settings(), {"origin": "https://elsewhere.example"}),
        (Settings(), {"origin": "null"}),
        (Settings(), {"x_forwarded_for": "203.0.113.9"}),
        (Settings(), {"forwarded": "for=203.0.113.9"}),
    ],
)
def test_without_a_key_nobody_else_may(settings: Settings, call_of: dict[str, Any]) -> None:
    with pytest.raises(PermissionDeniedException):
        call(settings, **call_of)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/v1/articles"),
        ("PATCH", "/v1/articles/x"),
        ("DELETE", "/v1/articles/x"),
        ("POST", "/v1/extract"),
        ("POST", "/v1/feeds"),
        ("DELETE", "/v1/feeds/1"),
        ("POST", "/v1/feeds/1/refresh"),
    ],
)
def test_every_write_call_is_guarded(server: Server, method: str, path: str) -> None:
    answer = server.ask(method, path, {}, Host="rebound.example")
    assert (answer.status, answer.headers["content-type"]) == (403, "application/problem+json")
