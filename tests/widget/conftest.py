"""A real server over a store of hand-made entries, and a real browser to look at it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from readings import fill_readings
from story import ARCHIVED, background, fill, log, story

from timeline.store import Store

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(server: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(600):
        assert server.poll() is None, "the server ended"
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not answer within a minute")


@contextmanager
def serving_store(database: Path) -> Iterator[str]:
    """The address of the service over this store, for as long as the block lasts."""
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "--factory", "service.app:create_app", "--log-level", "warning"]
    environment = {**os.environ, "TIMELINE_DATABASE": str(database), "TIMELINE_TICK_SECONDS": "3600"}
    with subprocess.Popen([*command, "--port", str(port)], env=environment) as server:
        try:
            wait_for(server, f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the service over the story and its background."""
    database = tmp_path_factory.mktemp("widget") / "timeline.db"
    store = Store(str(database))
    store.prepare()
    fill(store, story() + background())
    fill_readings(store)
    store.close()
    with serving_store(database) as address:
        yield address


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """The address of the service over ARCHIVED days of one log, and its store, to write to while it is looked at."""
    database = tmp_path_factory.mktemp("archive") / "timeline.db"
    store = Store(str(database))
    store.prepare()
    fill(store, log(ARCHIVED))
    with serving_store(database) as address:
        yield address, store
    store.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield started
        started.close()


Visit = Callable[..., Page]
Embed = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens an address in a window of its own; everything the console reports fails the test at its end."""
    opened = []
    reported: list[str] = []

    def go(address: str, *, complaints: bool = False, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1100, "height": 900}, **options})  # type: ignore[arg-type]
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        if not complaints:
            page.on("console", lambda message: reported.append(message.text))
            page.on("pageerror", lambda error: reported.append(str(error)))
        page.goto(address)
        return page

    yield go
    for context in opened:
        context.close()
    assert reported == []


@pytest.fixture
def embed(site: str, web: Any, visit: Visit) -> Embed:
    """Opens a page of another origin with the element in it."""

    def go(
        attributes: str = "",
        inside: str = "",
        query: str = "",
        policy: str = "",
        kind: str = "async",
        at: str = site,
        **options: object,
    ) -> Page:
        body = (
            f'<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,">'
            f'<script src="{at}/embed.js" {kind}></script><main><h1>Elsewhere</h1>'
            f"<h2>The chronology</h2>"
            f'<event-timeline src="{at}/v1/timeline{query}" {attributes}>{inside}</event-timeline>'
            f'<p><a href="{at}/">More</a></p></main>'
        )
        headers = {"Content-Security-Policy": policy} if policy else {}
        return visit(web.say("/", body, Content_Type="text/html; charset=utf-8", **headers), **options)

    return go
