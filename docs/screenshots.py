"""The pictures in docs/images, made anew from the sample articles: `python docs/screenshots.py`.

Reads `seeds/articles` into a store of its own, serves it, and looks at it with Chromium and in a terminal.
"""

from __future__ import annotations

import os
import pty
import socket
import subprocess
import sys
import tempfile
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from threading import Thread
from typing import Literal

import httpx
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.text import Text

from timeline.store import Fetch, Store

DOCS = Path(__file__).parent
IMAGES = DOCS / "images"
SEEDS = DOCS.parent / "seeds" / "articles"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
TIMELINE = Path(sys.executable).with_name("timeline")
COLUMNS = 132
SIZES = {360: 800, 768: 1000, 1280: 1000}  # widths of windows and how much of their height is seen
QUALITY = 85
SHOWN = ("--from", "2021-03-23", "--to", "2021-04", "--limit", "16")
ELSEWHERE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title>
<style>:root {{ color-scheme: light dark }}
body {{ margin: 0 auto; max-width: 44rem; padding: 1.5rem; font: 1.0625rem/1.6 Georgia, serif }}</style>
<h1>The ship that stopped a canal</h1><p>A page of another site, with our element in it:</p>
<script src="{site}/embed.js" async></script>
<event-timeline src="{site}/v1/timeline?from=2021" limit="6"></event-timeline>"""
NEVER = datetime.max.replace(tzinfo=UTC)
# Looks at feeds as they may come out.
FEEDS = {
    "Harbour Courier": Fetch(outcome="fetched", next_check_at=NEVER, status=200, articles=4),
    "Meridian Wire": Fetch(outcome="unchanged", next_check_at=NEVER, status=304),
    "Boxship Review": Fetch(outcome="error", next_check_at=NEVER, status=503, detail="the server answered 503"),
    "Penmarsh Gazette": Fetch(
        outcome="error", next_check_at=NEVER, status=410, detail="gone", disable="the server answered 410: it is gone"
    ),
}
# Rich's own frame without its web font: a picture in a README loads nothing from elsewhere.
FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
<rect width="{width}" height="{height}" rx="8" fill="#1b1d21"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main() -> None:
    """Every picture, from one store."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder) / "timeline.db")
        timeline("ingest", str(SEEDS), database=database)
        terminal(in_terminal("chronology", *SHOWN, database=database))
        with served(database) as site, elsewhere(site, Path(folder)) as page, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            follow(database)
            pictures(browser, site, page)
            browser.close()


def pictures(browser: Browser, site: str, page: str) -> None:
    """Each view at three widths, light and dark."""
    most = max(httpx.get(f"{site}/v1/timeline").json()["events"], key=lambda event: event["source_count"])
    views = {
        "page": f"{site}/?from=2021",
        "opened": f"{site}/?from=2021-03-23&to=2021-03-24#event-{most['id']}",
        "article": f"{site}/articles/{most['sources'][0]['article']}",
        "feeds": f"{site}/feeds",
        "embed": f"{site}/embed?from=2021",
        "widget": page,
    }
    for name, address in views.items():
        for scheme in ("light", "dark"):
            shoot(browser, address, name, scheme=scheme)


def shoot(browser: Browser, address: str, name: str, *, scheme: Literal["light", "dark"]) -> None:
    """One view at each width, as WebP, which is a third of the size of PNG."""
    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
    for width, height in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.goto("about:blank")
        page.goto(address, wait_until="networkidle")
        taken = page.context.new_cdp_session(page).send(
            "Page.captureScreenshot", {"format": "webp", "quality": QUALITY, "optimizeForSpeed": False}
        )
        (IMAGES / f"{name}-{width}-{scheme}.webp").write_bytes(b64decode(taken["data"]))
    page.close()


def follow(database: str) -> None:
    """Feeds of every health, with looks at them that are told, not taken: nothing is asked of anybody."""
    store = Store(database)
    soon = store.now() + timedelta(minutes=23)
    for name, look in FEEDS.items():
        feed = store.add_feed(f"https://example.org/{name.lower().replace(' ', '-')}/rss.xml", source=name)
        store.record_fetch(feed.id, replace(look, next_check_at=soon))
    store.close()


def timeline(*arguments: str, database: str) -> None:
    """Run the command on this store."""
    subprocess.run([TIMELINE, *arguments, "--database", database], check=True)  # noqa: S603  # our own command


def in_terminal(*arguments: str, database: str) -> str:
    """What the command prints into a terminal of our width, colours and all."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "TIMELINE_DATABASE": database}
    with subprocess.Popen([TIMELINE, *arguments], stdout=theirs, env=environment):  # noqa: S603  # our own command
        os.close(theirs)
        printed = b"".join(iter(partial(read, ours), b""))
    os.close(ours)
    return f"$ timeline {' '.join(arguments)}\n" + printed.decode().replace("\r\n", "\n")


def read(terminal: int) -> bytes:
    """The next bytes of a terminal, none at its end, which Linux tells as an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def terminal(printed: str) -> None:
    """The printed text as a picture."""
    console = Console(record=True, width=COLUMNS, file=StringIO())
    console.print(Text.from_ansi(printed))
    console.save_svg(str(IMAGES / "terminal.svg"), title="timeline", code_format=FRAME, unique_id="terminal")


@contextmanager
def served(database: str) -> Iterator[str]:
    """The address of the service over this store, for as long as the block lasts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [TIMELINE, "serve", "--port", str(port), "--database", database]
    with subprocess.Popen(command) as server:  # noqa: S603  # our own command
        try:
            wait(f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@contextmanager
def elsewhere(site: str, folder: Path) -> Iterator[str]:
    """The address of a page of another origin that embeds the chronology."""
    (folder / "index.html").write_text(ELSEWHERE.format(site=site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def wait(address: str) -> None:
    """Return once the address answers."""
    for _ in range(600):
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{address} did not answer within a minute")


if __name__ == "__main__":
    main()
