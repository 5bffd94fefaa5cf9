"""TimelineJS itself shows our file: a slide an event, with the dates as they are known and no foreign markup."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from story import background, story

from timeline.exports import WRITERS
from timeline.types import Chronology

PACKAGE = "@knight-lab/timelinejs@3.9.11"
ORIGIN = "http://timeline.example"
PAGE = """<!doctype html><title>TimelineJS</title><link rel="stylesheet" href="/css/timeline.css">
<div id="here" style="width: 1000px; height: 700px"></div><script src="/js/timeline.js"></script>
<script>window.timeline = new TL.Timeline("here", "/timeline.json", {hash_bookmark: false, font: null})</script>"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the published package, installed by npm into a folder of their own."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm, which installs TimelineJS, is not there")
    folder = tmp_path_factory.mktemp("npm")
    command = [npm, "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund", PACKAGE]
    run = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    if run.returncode:
        pytest.skip(f"npm could not install TimelineJS: {run.stderr.strip()[-300:]}")
    return folder / "node_modules/@knight-lab/timelinejs/dist"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1100, "height": 900})
    yield opened
    opened.close()


def show(page: Page, package: Path, chronology: Chronology) -> list[str]:
    """Open the chronology in TimelineJS; every error of the page."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN).partition("?")[0]
        file = package / path.lstrip("/")
        if path == "/":
            route.fulfill(body=PAGE, content_type="text/html; charset=utf-8")
        elif path == "/timeline.json":
            route.fulfill(body=WRITERS["timelinejs"](chronology), content_type="application/json")
        elif route.request.url.startswith(ORIGIN) and file.is_file():
            route.fulfill(path=file)
        else:
            route.abort()

    page.route("**/*", answer)
    page.goto(ORIGIN + "/")
    return errors


@pytest.mark.browser
def test_it_shows_a_slide_an_event_with_its_date_as_it_is_known(package: Path, page: Page) -> None:
    events = story()
    named = Chronology(events=tuple(events), title="Tolls & <b>ships</b>", description="What befell the canal.")
    errors = show(page, package, named)
    expect(page.locator(".tl-timemarker")).to_have_count(len(events), timeout=60_000)
    expect(page.locator(".tl-slide")).to_have_count(len(events) + 1)
    expect(page.locator(".tl-slide-titleslide")).to_contain_text("Tolls & <b>ships</b>")
    expect(page.locator(".tl-slide-titleslide")).to_contain_text("What befell the canal.")
    slide = page.locator(".tl-slide").filter(has_text="The authority raised its tolls").first
    expect(slide).to_contain_text("early 2021")
    expect(slide).to_contain_text("The authority raised its tolls in early 2021.")
    assert errors == []


@pytest.mark.browser
def test_what_would_break_out_stays_text(package: Path, page: Page) -> None:
    events = [event for event in background() if event.id.startswith("hostile")]
    shown = json.loads(WRITERS["timelinejs"](Chronology(events=tuple(events))))["events"]
    show(page, package, Chronology(events=tuple(events)))
    expect(page.locator(".tl-timemarker")).to_have_count(len(shown), timeout=60_000)
    expect(page.locator(".tl-slide")).to_have_count(len(shown))
    assert page.evaluate("window.hit") is None
    hrefs = page.locator(".tl-slide a").evaluate_all("links => links.map(link => link.getAttribute('href') || '')")
    assert [href for href in hrefs if not href.startswith(("http://", "https://"))] == []
    assert (
        page.locator(".tl-slide :is(script, iframe, svg, [onerror], [onload], [onclick], [onmouseover])").count() == 0
    )
