"""What the whole suite shares."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from browsers import browser
from hypothesis import settings
from internet import internet
from postgres import new_postgres_database, postgres_database, postgres_server
from stores import (
    article,
    clock,
    database,
    empty_postgres,
    empty_sqlite,
    extract,
    ingest,
    ingest_into,
    new_database,
    store,
)

# Property tests measure no time: two shared cores make Hypothesis' deadline of 200 ms fail at random.
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")

# Fixtures for every room; pytest finds them by their being here.
__all__ = [
    "article",
    "browser",
    "clock",
    "database",
    "empty_postgres",
    "empty_sqlite",
    "extract",
    "ingest",
    "ingest_into",
    "internet",
    "new_database",
    "new_postgres_database",
    "postgres_database",
    "postgres_server",
    "store",
]

Answer = Callable[[BaseHTTPRequestHandler], None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that drive the browser last: while Playwright runs, its process can have no other event loop."""
    driving = {item.path for item in items if "browser" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: item.path in driving)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test fails the run where TIMELINE_TESTS_NO_SKIPS is set: CI installs all that tests need."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    told_here = reporter is not None  # one of several processes tells nothing itself
    if told_here and os.environ.get("TIMELINE_TESTS_NO_SKIPS") and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


class LocalWeb:
    """A web server on loopback: `say` puts an answer at a path, `asked` is every request it got."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def say(self, path: str, body: bytes | str = b"", *, status: int = 200, **headers: str) -> str:
        """Answer `path` with these bytes (underscores of header names become hyphens); its address."""
        content = body.encode() if isinstance(body, str) else body

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in {"Content-Length": str(len(content)), **headers}.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(content)

        return self.act(path, answer)

    def only(self, path: str, body: bytes = b"", *, status: int = 200, **headers: str) -> str:
        """Answer `path` with these headers and no others, not even the server's own `Date`; its address."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response_only(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(body)

        return self.act(path, answer)

    def act(self, path: str, answer: Answer) -> str:
        """Let a function answer `path`; its address."""
        self.answers[path] = answer
        return self.url + path

    def count(self, path: str) -> int:
        """How often `path` was asked for."""
        return sum(asked == path for asked, _ in self.asked)


@contextmanager
def serving() -> Iterator[LocalWeb]:
    """A local web server for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            web.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            try:
                web.answers.get(self.path, lambda request: request.send_error(404))(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the fetcher has seen enough

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web = LocalWeb(server.server_address[1])
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def web() -> Iterator[LocalWeb]:
    with serving() as served:
        yield served
