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
from playwright.sync_api import Browser, ConsoleMessage, Error, Page
from readings import fill_readings
from story import ARCHIVED, SAVED, background, fill, log, story

from service.refresh.leader import leadership
from timeline.store import Store


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
    """The address of the service over this store, for as long as the block lasts.

    It leads nowhere: it would read the articles of events made by hand, find nothing in them, and take the events away.
    """
    port = free_port()
    lead = leadership(str(database))
    assert lead.holds()
    command = [sys.executable, "-m", "uvicorn", "--factory", "service.app:create_app", "--log-level", "warning"]
    environment = {**os.environ, "TIMELINE_DATABASE": str(database), "TIMELINE_TICK_SECONDS": "3600"}
    with subprocess.Popen([*command, "--port", str(port)], env=environment) as server:
        try:
            wait_for(server, f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
    lead.release()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Store]]:
    """The address of the service over the story and its background, and its store, to write to meanwhile."""
    database = tmp_path_factory.mktemp("widget") / "timeline.db"
    store = Store(str(database))
    store.prepare()
    fill(store, story() + background() + log(ARCHIVED))
    fill_readings(store)
    store.save_timeline(SAVED)
    with serving_store(database) as address:
        yield address, store
    store.close()


@pytest.fixture(scope="session")
def site(served: tuple[str, Store]) -> str:
    """The address of the service."""
    return served[0]


Visit = Callable[..., Page]
Embed = Callable[..., Page]


class Windows:
    """Pages of one browser, used again from test to test: to open one takes longer than most tests do.

    What a page cannot forget keeps it apart: whether scripts run, and what runs before the page's own.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[tuple[bool, str], list[Page]] = {}

    def take(self, *, scripts: bool, first: str) -> Page:
        """A page that nobody looks at."""
        idle = self._idle.setdefault((scripts, first), [])
        if idle:
            return idle.pop()
        page = self._browser.new_context(java_script_enabled=scripts).new_page()
        page.set_default_timeout(10_000)
        if first:
            page.add_init_script(first)
        return page

    def give_back(self, page: Page, *, scripts: bool, first: str) -> None:
        """Take a page in again: it shows nothing, and no test has its hand on it."""
        page.unroute_all()
        page.goto("about:blank")
        self._idle[scripts, first].append(page)


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    return Windows(browser)


PLAIN = {
    "color_scheme": "light",
    "contrast": "no-preference",
    "forced_colors": "none",
    "media": "screen",
    "reduced_motion": "no-preference",
}


@pytest.fixture
def visit(windows: Windows) -> Iterator[Visit]:
    """Opens an address in a page of its own; everything the console reports fails the test at its end."""
    opened: list[tuple[Page, bool, str]] = []
    heard: list[Page] = []
    reported: list[str] = []

    def tell(message: ConsoleMessage) -> None:
        reported.append(message.text)

    def fail(error: Error) -> None:
        reported.append(str(error))

    def go(
        address: str,
        *,
        complaints: bool = False,
        scripts: bool = True,
        first: str = "",
        size: tuple[int, int] = (1100, 900),
        **looks: str,
    ) -> Page:
        page = windows.take(scripts=scripts, first=first)
        opened.append((page, scripts, first))
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(**{**PLAIN, **looks})  # type: ignore[arg-type]
        if not complaints:
            page.on("console", tell)
            page.on("pageerror", fail)
            heard.append(page)
        page.goto(address)
        return page

    yield go
    for page in heard:
        page.remove_listener("console", tell)
        page.remove_listener("pageerror", fail)
    for page, scripts, first in opened:
        windows.give_back(page, scripts=scripts, first=first)
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
