"""Run it with `make bench-widget`.

Each page is opened ROUNDS times in a browser of its own; the median of each figure counts. Ours asks the real service,
page by page and gzipped; the others get all their data in one uncompressed file from a local server, made for them
beforehand. "file" is our element with such a file, of all that the service tells, and no service.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.serving import SERVICE, server
from benchmarks.widget.data import WANTED, fill, for_ours, for_timelinejs, for_vis, made_events

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser

    from timeline.types import Event

HERE = Path(__file__).parent
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
COUNT, ROUNDS = 10_000, 3
PATIENCE = 300_000  # milliseconds; a page that does not come to its end within is named and ends the run
OURS, OTHERS = "ours", ("file", "vis", "timelinejs")
FIGURES = {
    "paint": "first contentful paint, ms",
    "ready": "can be scrolled and searched, ms",
    "last": "the last event is shown, ms",
    "found": "what was searched for is shown, ms",
    "heap": "JavaScript heap less the empty page's, MB",
    "nodes": "elements in the document",
}


def main() -> None:
    """A line a figure: ours, the others', and how many times ours theirs are."""
    events = made_events(COUNT)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        fill(folder / "timeline.db", events)
        (folder / "node_modules").symlink_to(HERE / "node_modules")
        (folder / "ours.json").write_text(for_ours(events))
        (folder / "vis.json").write_text(for_vis(events))
        (folder / "timelinejs.json").write_text(for_timelinejs(events))
        environment = {"TIMELINE_DATABASE": str(folder / "timeline.db"), "TIMELINE_TICK_SECONDS": "3600"}
        with server(SERVICE, environment, max(os.sched_getaffinity(0))) as port, files(folder) as address:
            write_pages(folder, events, f"http://127.0.0.1:{port}")
            figures = measure(address)
    report(figures)


def write_pages(folder: Path, events: list[Event], site: str) -> None:
    """The pages with what they are to look for."""
    words = {
        "SITE": site,
        "SOURCE": f"{site}/v1/timeline",
        "COUNT": str(COUNT),
        "LAST": events[-1].title,
        "WANTED": WANTED,
        "HIT": events[COUNT // 2].title,
    }
    for page in (HERE / "pages").iterdir():
        (folder / page.name).write_text(filled(page, words))
    (folder / "file.html").write_text(filled(HERE / "pages" / "ours.html", {**words, "SOURCE": "ours.json"}))


def filled(page: Path, words: Mapping[str, str]) -> str:
    """A page with these words for their names."""
    text = page.read_text()
    for name, value in words.items():
        text = text.replace(name, value)
    return text


@contextmanager
def files(folder: Path) -> Iterator[str]:
    """The address of a server of the files in a folder."""
    serving = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=serving.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{serving.server_address[1]}"
    finally:
        serving.shutdown()
        thread.join()
        serving.server_close()


class Quiet(SimpleHTTPRequestHandler):
    """Files, without a line on stderr for each."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Nothing."""


def measure(address: str) -> dict[str, dict[str, float]]:
    """Each page's figures, the medians of ROUNDS; the pages take turns."""
    names = ("empty", OURS, *OTHERS)
    rounds: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    with sync_playwright() as driver:
        for _ in range(ROUNDS):
            for name in names:
                print(f"{name} …", file=sys.stderr, flush=True)
                browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
                rounds[name].append(opened(browser, f"{address}/{name}.html"))
                browser.close()
    figures = {
        name: {figure: statistics.median(one[figure] for one in taken) for figure in taken[0]}
        for name, taken in rounds.items()
    }
    for name in names[1:]:
        figures[name]["heap"] -= figures["empty"]["heap"]
    return figures


def opened(browser: Browser, address: str) -> dict[str, float]:
    """The figures of one page, opened once, in a fresh profile."""
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.goto(address, wait_until="commit")
    page.wait_for_function("globalThis.meter?.result", polling=200)
    taken: dict[str, float] = page.evaluate("meter.result")
    taken["paint"] = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    session = page.context.new_cdp_session(page)
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
    usage = session.send("Runtime.getHeapUsage")
    taken["heap"] = (usage["usedSize"] + usage["backingStorageSize"]) / 1e6
    return taken


def report(figures: dict[str, dict[str, float]]) -> None:
    """The table, with the ratios that count."""
    print(f"{COUNT:,} events, median of {ROUNDS} rounds")
    print(f"{'':45s}{OURS:>10s}" + "".join(f"{name:>14s}{'times':>8s}" for name in OTHERS))
    for figure, meaning in FIGURES.items():
        ours = figures[OURS][figure]
        theirs = "".join(f"{figures[name][figure]:14,.1f}{figures[name][figure] / ours:8.1f}" for name in OTHERS)
        print(f"{meaning:45s}{ours:10,.1f}{theirs}")


main()
