"""The stream of changes: a client that comes back misses nothing, and nobody keeps a server from ending."""

from __future__ import annotations

import json
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.store import Store
from timeline.types import Article

if TYPE_CHECKING:
    from tests.service.conftest import Server

    Start = Callable[..., Any]

CUTS = 10


@contextmanager
def listening(server: Server, query: str = "", **headers: str) -> Iterator[Iterator[dict[str, str]]]:
    """The events of a stream over a connection of its own, which is torn down with the block."""
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=40)) as connection:
        named = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
        connection.sendall(f"GET /v1/stream{query} HTTP/1.1\r\nHost: localhost\r\n{named}\r\n".encode())
        with connection.makefile("rb") as lines:
            assert lines.readline().startswith(b"HTTP/1.1 200")
            yield messages(lines)


def messages(lines: Any) -> Iterator[dict[str, str]]:
    """Server-sent events out of a chunked answer, whose chunk sizes stand on lines without a colon."""
    message: dict[str, str] = {}
    for raw in lines:
        line = raw.decode().rstrip("\r\n")
        name, colon, value = line.partition(": ")
        if colon and name in ("id", "event", "data"):
            message[name] = value
        elif not line and "data" in message:
            yield message
            message = {}


def test_a_client_that_is_cut_off_ten_times_misses_nothing_and_sees_nothing_twice(
    start: Start, tmp_path: Path, article: Callable[..., Article], ingest_into: Callable[..., None]
) -> None:
    file = tmp_path / "timeline.db"
    with start(file, tick_seconds="3600") as server, closing(Store(str(file))) as store:
        seen: list[dict[str, str]] = []
        position: dict[str, str] = {}
        for cut in range(CUTS):
            day = date(2022, 3, 1 + cut).isoformat()
            with listening(server, "?after=0", **position) as stream:
                # Half of it is there before the client comes, half while it listens; it leaves before it has all.
                ingest_into(store, article(f"{day} Anna Lind spoke in Torvik. {day} Otto Berg left.", key=f"n{cut}"))
                seen.append(next(stream))
                position = {"Last_Event_ID": seen[-1]["id"]}
        last = store.last_seq()
        assert last > CUTS
        with listening(server, "?after=0", **position) as stream:
            seen += [next(stream) for _ in range(last - len(seen))]
        assert [int(message["id"]) for message in seen] == list(range(1, last + 1))
        assert [json.loads(message["data"]) for message in seen] == changes(server)
        assert {message["event"] for message in seen} == {"change"}


def changes(server: Server) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = server.get("/v1/changes?limit=500").json["changes"]
    return found


def test_without_a_place_to_start_from_it_tells_only_what_is_new(
    start: Start, tmp_path: Path, article: Callable[..., Article], ingest_into: Callable[..., None]
) -> None:
    file = tmp_path / "timeline.db"
    with start(file, tick_seconds="3600") as server, closing(Store(str(file))) as store:
        ingest_into(store, article("2022-02-24 Anna Lind resigned.", key="a"))
        before = store.last_seq()
        with listening(server) as stream:
            ingest_into(store, article("2022-05-24 Maja Holt arrived in Torvik.", key="b"))
            assert int(next(stream)["id"]) == before + 1


def test_fifty_idle_streams_do_not_keep_the_server_from_ending(start: Start, tmp_path: Path) -> None:
    with start(tmp_path / "timeline.db") as server, ExitStack() as opened:
        connections = [
            opened.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=40)) for _ in range(50)
        ]
        for connection in connections:
            connection.sendall(b"GET /v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
        assert server.stop() in (0, -signal.SIGTERM)  # uvicorn passes the signal on once it has ended
        for connection in connections:
            assert connection.makefile("rb").read().endswith(b"0\r\n\r\n")  # the last chunk: ended, not torn
