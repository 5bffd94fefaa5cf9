"""The real server, started as its users start it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import IO, Any

import pytest

from timeline.cli.serve import SECONDS_TO_ANSWER
from timeline.store import Fetch, Store

PATIENCE = 120.0  # a loaded machine takes its time to load the model
FOLLOWING = {
    "tick_seconds": "0.5",
    "feed_seconds": "0.1",
    "feed_longest_seconds": "0.1",
    "allow_private_addresses": "true",
    "fetch_pause_seconds": "0",
}
BRIDGE = (
    "Mayor Anna Lindqvist of Varnholm closed the old harbour bridge on Monday. "
    "Engineers had found cracks in two of its piers on 27 February. Repairs will begin next week."
)


@dataclass(frozen=True)
class Answer:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Server:
    """A running server and how to talk to it."""

    def __init__(self, process: subprocess.Popen[str], port: int, database: Path) -> None:
        self.process = process
        self.port = port
        self.database = database
        self.url = f"http://127.0.0.1:{port}"

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """Any call; underscores of header names become hyphens, and a body that is no bytes is sent as JSON."""
        data = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            with suppress(BrokenPipeError, ConnectionResetError):  # refused before all was sent: the answer is there
                connection.request(method, path, data, {"Content-Type": "application/json", **named})
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self.ask("POST", path, body, **headers)

    def events(self, query: str = "") -> list[dict[str, Any]]:
        """The events of a page."""
        events: list[dict[str, Any]] = self.get(f"/v1/timeline{query}").json["events"]
        return events

    def settled(self) -> list[dict[str, Any]]:
        """All articles, once each has been read and merged."""
        return until(self._if_settled, "every article is read")

    def _if_settled(self) -> list[dict[str, Any]] | None:
        articles = self.get("/v1/articles?limit=500").json["articles"]
        return articles if all(one["state"] in ("merged", "failed", "removed") for one in articles) else None

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def stop(self) -> int:
        """Ask it to end; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


Start = Callable[..., AbstractContextManager[Server]]


def until(probe: Callable[[], Any], what: str, patience: float = PATIENCE, tell: Callable[[], str] = lambda: "") -> Any:
    """What the probe answers once that is something; fails when it never is, and tells how things stand."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found = probe()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"never happened: {what}; {tell()}")


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(
    database: Path, *, workers: int = 1, ready: bool = True, log: IO[str] | None = None, **settings: str
) -> Iterator[Server]:
    """The server over a database with these settings (`tick_seconds="1"`), ended with the block.

    `log` is a file for what it says.
    """
    port = unused_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIMELINE_")}
    given = {f"TIMELINE_{name.upper()}": value for name, value in {"database": str(database), **settings}.items()}
    command = [sys.executable, "-m", "uvicorn", "service.app:create_app", "--factory", "--log-level", "warning"]
    command += ["--timeout-worker-healthcheck", str(SECONDS_TO_ANSWER)]
    command += ["--port", str(port), "--workers", str(workers)]
    process = subprocess.Popen(command, env=kept | given, text=True, stderr=log)
    server = Server(process, port, database)
    try:
        until(lambda: answers(server, "/readyz" if ready else "/healthz"), "the server is ready")
        yield server
    finally:
        if process.poll() is None:
            server.stop()


def answers(server: Server, path: str) -> bool:
    assert server.process.poll() is None, f"the server ended with status {server.process.returncode}"
    try:
        return server.get(path).status == 200
    except OSError:
        return False


@pytest.fixture
def start() -> Start:
    """Starts a server over a database."""
    return running


@pytest.fixture
def fresh(empty_sqlite: Path, tmp_path: Path) -> Path:
    """A database with all tables and no rows, so that a server that starts over it is ready sooner."""
    return Path(shutil.copy(empty_sqlite, tmp_path / "t.db"))


@pytest.fixture(scope="session")
def following(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server that looks at feeds of this machine every half second, for all tests that leave each other alone."""
    database = shutil.copy(empty_sqlite, tmp_path_factory.mktemp("following") / "t.db")
    with running(Path(database), **FOLLOWING) as served:
        yield served


@pytest.fixture(scope="session")
def guarded(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same with the guard against inner addresses; it follows one feed, which is not due for decades."""
    database = shutil.copy(empty_sqlite, tmp_path_factory.mktemp("guarded") / "t.db")
    store = Store(str(database))
    feed = store.add_feed("http://192.0.2.1/feed")
    store.record_fetch(feed.id, Fetch(outcome="unchanged", next_check_at=store.now().replace(year=2090)))
    store.close()
    with running(Path(database), tick_seconds="0.5", ready=False) as served:
        yield served


@pytest.fixture(scope="session")
def server(empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests that leave each other alone."""
    database = shutil.copy(empty_sqlite, tmp_path_factory.mktemp("served") / "timeline.db")
    with running(Path(database)) as served:
        yield served


@pytest.fixture(scope="session")
def told(server: Server) -> Server:
    """The same server with an article in its chronology."""
    article = {"id": "bridge", "source": "Harbour Post", "title": "Bridge closed", "published": "2025-03-05"}
    assert server.post("/v1/articles", {**article, "text": BRIDGE}).status == 202
    until(lambda: server.events("?source=Harbour+Post"), "the article is in the chronology")
    return server


@pytest.fixture(name="until")
def until_fixture() -> Callable[..., Any]:
    """Waits for what is to happen."""
    return until


@pytest.fixture
def free_port() -> int:
    """A loopback port that nobody listens on."""
    return unused_port()
