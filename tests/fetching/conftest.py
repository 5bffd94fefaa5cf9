"""An internet of the tests' own: names that resolve as told, and public addresses whose one server is local.

The checks see real public addresses; only the wire beneath them leads to the local server.
"""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import httpcore
import pytest

if TYPE_CHECKING:
    from tests.conftest import LocalWeb

PUBLIC = "93.184.215.14"
_watching: list[list[tuple[Any, ...]]] = []


def _notice(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect":
        for watched in _watching:
            watched.append(tuple(arguments[1]))


sys.addaudithook(_notice)  # it cannot be taken back: one for the whole run


@pytest.fixture
def connects() -> Iterator[list[tuple[Any, ...]]]:
    """Every address that any socket of this process connects to, as the interpreter itself reports it."""
    seen: list[tuple[Any, ...]] = []
    _watching.append(seen)
    yield seen
    _watching.remove(seen)


class Internet:
    """`names` says what a name resolves to, one answer after another, the last one for ever."""

    def __init__(self, web: LocalWeb) -> None:
        self.web = web
        self.names: dict[str, list[list[str]]] = {}
        self.reached: list[str] = []

    def resolve(self, name: str, *answers: list[str]) -> str:
        """Let a name resolve so; the address of its site."""
        self.names[name] = list(answers) or [[PUBLIC]]
        return f"http://{name}"

    def answer(self, name: str) -> list[str]:
        answers = self.names[name]
        return answers.pop(0) if len(answers) > 1 else answers[0]


@pytest.fixture
def internet(web: LocalWeb, monkeypatch: pytest.MonkeyPatch) -> Internet:
    world = Internet(web)
    look_up, connect = socket.getaddrinfo, httpcore.AnyIOBackend.connect_tcp
    port = int(web.url.rpartition(":")[2])

    def getaddrinfo(host: Any, service: Any, *arguments: Any, **options: Any) -> Any:
        if host not in world.names:
            return look_up(host, service, *arguments, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, service)) for address in world.answer(host)]

    async def connect_tcp(self: Any, host: str, to: int, *arguments: Any, **options: Any) -> Any:
        world.reached.append(host)
        if host.startswith("93.184.215."):
            return await connect(self, "127.0.0.1", port, *arguments, **options)
        return await connect(self, host, to, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect_tcp)
    return world
