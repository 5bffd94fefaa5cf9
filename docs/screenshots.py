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
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from threading import Thread

import httpx
from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.text import Text

DOCS = Path(__file__).parent
IMAGES = DOCS / "images"
SEEDS = DOCS.parent / "seeds" / "articles"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
TIMELINE = Path(sys.executable).with_name("timeline")
COLUMNS = 132
NAME = "Suez+Canal+Authority"
SHOWN = ("--from", "2021-03-23", "--to", "2021-04", "--limit", "16")
ELSEWHERE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title>
<style>body {{ margin: 0 auto; max-width: 44rem; padding: 1.5rem; font: 1.0625rem/1.6 Georgia, serif }}</style>
<h1>The ship that stopped a canal</h1><p>A page of another site, with our element in it:</p>
<script src="{site}/embed.js" async></script>
<event-timeline src="{site}/v1/timeline?name=Suez+Canal+Authority" limit="6"></event-timeline>"""
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
            pictures(browser, site, page)
            browser.close()


def pictures(browser: Browser, site: str, page: str) -> None:
    """The page wide, dark and narrow, an entry, an article, the embed page, and the element in another site's page."""
    most = max(httpx.get(f"{site}/v1/timeline").json()["events"], key=lambda event: event["source_count"])
    first, *_ = httpx.get(f"{site}/v1/timeline?name={NAME}").json()["events"]
    start = f"{site}/?name={NAME}"
    shoot(browser, start, "page", height=1300, unfolded=first["id"])
    shoot(browser, start, "page-dark", height=1300, scheme="dark", unfolded=first["id"])
    shoot(browser, site, "page-narrow", width=360, height=1100)
    shoot(browser, f"{site}/events/{most['id']}", "entry", height=1300)
    shoot(browser, f"{site}/articles/{first['sources'][0]['article']}", "article", height=1100)
    shoot(browser, f"{site}/embed?name={NAME}", "embed", height=1300)
    shoot(browser, page, "widget", width=820, height=1000, unfolded="")
    shoot(browser, page, "widget-dark", width=360, height=1000, scheme="dark")


def shoot(
    browser: Browser,
    address: str,
    name: str,
    *,
    width: int = 1100,
    height: int,
    scheme: str = "light",
    unfolded: str | None = None,
) -> None:
    """One picture; `unfolded` is the entry whose sources are opened, the first one of the element where it is ""."""
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address, wait_until="networkidle")
    if unfolded is not None:
        unfold(page, unfolded)
    page.screenshot(path=IMAGES / f"{name}.png")
    page.close()


def unfold(page: Page, entry: str) -> None:
    """Open the sources and the reasons of an entry, and bring it into view."""
    within = page.locator(f"#event-{entry}" if entry else ".entry >> nth=0")
    for summary in within.locator("summary").all():
        summary.click()
    page.evaluate("scrollTo(0, 0)")
    page.mouse.move(0, 0)


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
