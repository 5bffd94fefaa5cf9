"""A real server over a store of hand-made entries, and a real browser to look at it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from timeline.steps import Known, Nearest, Ordinal, Published, Stated, Step, Voted
from timeline.store import Store
from timeline.types import (
    Article,
    Event,
    Extraction,
    Link,
    Person,
    Precision,
    Quote,
    SourceQuote,
    Speaker,
    Stance,
    Status,
    When,
)
from timeline.types import Published as PublishedOn

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
HOSTILE = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    '"><svg onload=window.hit=1>',
    "' onmouseover='window.hit=1",
    "</p></blockquote><iframe srcdoc='<script>parent.hit=1</script>'>",
    "{{ 7 * 7 }}${7*7}",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
)
ADDRESSES = (
    "javascript:window.hit=1",
    "JaVaScRiPt:window.hit=1",
    "data:text/html,<script>window.hit=1</script>",
    "vbscript:window.hit",
    'https://example.org/"onclick="window.hit=1',
    "//example.org/x",
)


def on(day: str, label: str) -> When:
    return When(edtf=day, earliest=day, latest=day, precision="day", best=day, label=label)


def between(edtf: str, first: str, last: str, precision: Precision, label: str) -> When:
    return When(edtf=edtf, earliest=first, latest=last, precision=precision, best=None, label=label)


GROUNDED, FREED = on("2021-03-23", "23 March 2021"), on("2021-03-29", "29 March 2021")


def source(
    outlet: str,
    words: str,
    when: When | None,
    *steps: Step,
    url: str | None = "https://example.org/story",
    title: str = "The story so far",
    stance: Stance = "asserted",
    speaker: str | None = None,
) -> SourceQuote:
    """What one outlet says; its article is named after it."""
    return SourceQuote(
        article=outlet.lower(),
        url=url,
        source=outlet,
        title=title,
        published="2021-03-30T00:40:00+02:00",
        start=0,
        end=1,
        trigger="ran",
        quote=Quote(start=0, end=len(words), text=words),
        summary=words,
        when=when,
        basis="expression",
        steps=steps,
        speaker=Speaker(name=speaker, start=0, end=1, verb="said") if speaker else None,
        stance=stance,
    )


def event(
    key: str,
    title: str,
    when: When | None,
    *sources: SourceQuote,
    status: Status = "asserted",
    steps: tuple[Step, ...] | None = None,
    agree: bool = True,
    notable: bool = True,
    links: tuple[Link, ...] = (),
    people: tuple[Person, ...] = (),
    places: tuple[str, ...] = (),
) -> Event:
    return Event(
        id=key,
        title=title,
        when=when,
        steps=sources[0].steps if steps is None else steps,
        status=status,
        salience=1.0,
        source_count=len(sources),
        independent_source_count=len(sources),
        dates_agree=agree,
        notable=notable,
        participants=people,
        places=places,
        links=links,
        sources=sources,
    )


TUESDAY = (Published(day="2021-03-24"), Nearest(direction="past", because="“ran” tells of the past", weekday=2))
PLAIN_DAY = (Stated(text="23 March 2021", edtf="2021-03-23"),)
SECOND_DAY = (
    Known(text="the blockage", edtf="2021-03-23", precision="day", source="event"),
    Ordinal(unit="day", numbers=(2, 3)),
)


def story() -> list[Event]:
    """Entries in order of time: an inexact one, one of several sources, a claim denied, a disagreement, a plan."""
    early = between("2021-01/2021-04", "2021-01-01", "2021-04-30", "range", "early 2021")
    either = between("[2021-03-24..2021-03-25]", "2021-03-24", "2021-03-25", "range", "24 or 25 March 2021")
    return [
        event(
            "tolls",
            "The authority raised its tolls",
            early,
            source("Boxship Review", "The authority raised its tolls in early 2021.", early),
        ),
        event(
            "grounding",
            "The ship ran aground in the canal",
            GROUNDED,
            source("Meridian Wire", "The ship ran aground in the canal on Tuesday morning.", GROUNDED, *TUESDAY),
            source("Harbour Courier", "It ran aground on 23 March 2021.", GROUNDED, *PLAIN_DAY),
            steps=(Voted(edtf="2021-03-23", precision="day", votes=2, of=2, best="2021-03-23"),),
            people=(Person(name="Osama Rabie", label="PERSON", aliases=("Osama Rabea",)),),
            places=("Suez Canal",),
        ),
        event(
            "outage",
            "The ship suffered a blackout",
            GROUNDED,
            source(
                "Meridian Wire",
                "A shipping agent said the vessel had suffered a blackout.",
                GROUNDED,
                stance="claimed",
                speaker="a shipping agent",
            ),
            status="disputed",
        ),
        event(
            "denial",
            "The manager denied a blackout",
            on("2021-03-24", "24 March 2021"),
            source("Harbour Courier", "The manager denied a blackout.", on("2021-03-24", "24 March 2021")),
            status="denied",
            links=(Link(type="denies", event="outage"),),
        ),
        event(
            "salvors",
            "Salvors reached the ship",
            either,
            source("Harbour Courier", "Salvors came on the second or third day of the blockage.", either, *SECOND_DAY),
        ),
        event(
            "refloating",
            "Tugs refloated the ship",
            FREED,
            source("Meridian Wire", "The ship was freed on Monday.", FREED),
            source("Boxship Review", "A week after the grounding it floated.", on("2021-03-30", "30 March 2021")),
            agree=False,
        ),
        event(
            "widening",
            "The canal is to be widened by July 2023",
            between("2023-07", "2023-07-01", "2023-07-31", "month", "July 2023"),
            source("Boxship Review", "The work is to end in July 2023.", None, stance="planned", speaker="Osama Rabie"),
            status="planned",
        ),
    ]


def background() -> list[Event]:
    """What only `all` shows: 60 entries of one outlet, and entries that would break out of their quotes."""
    tides = [
        event(
            f"tide{day:02}",
            f"Tide {day:02} was measured",
            on(f"1950-{day // 28 + 1:02}-{day % 28 + 1:02}", f"day {day} of 1950"),
            source("Tide Log", f"Tide {day:02} was measured.", None),
            notable=False,
        )
        for day in range(60)
    ]
    hostile = [
        event(
            f"hostile{at}",
            words,
            on("1940-01-01", words),
            source("Hostile Herald", words, on("1940-01-01", words), url=address, title=words, speaker=words),
            notable=False,
            people=(Person(name=words, label="PERSON", aliases=(words,)),),
            places=(words,),
        )
        for at, words in enumerate(HOSTILE)
        for address in (ADDRESSES[at % len(ADDRESSES)],)
    ]
    return tides + hostile


def fill(store: Store, events: Sequence[Event]) -> None:
    """Save the articles of these events as read, and the events as what was merged from them."""
    outlets = dict.fromkeys(one.source or "" for happening in events for one in happening.sources)
    for outlet in outlets:
        published = PublishedOn(raw="2021-03-30", day=date(2021, 3, 30))
        store.add_article(Article(id=outlet.lower(), text=outlet, published=published, source=outlet))
    for claimed in store.claim_pending(100):
        store.save_extraction(claimed, Extraction(article=claimed.article, expressions=(), mentions=()))
    saved = store.save_events(events, scope=store.related(outlet.lower() for outlet in outlets))
    assert saved is not None
    assert saved.created == len(events)


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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the service over the story and its background."""
    database = str(tmp_path_factory.mktemp("widget") / "timeline.db")
    store = Store(database)
    store.prepare()
    fill(store, story() + background())
    store.close()
    port = free_port()
    command = [sys.executable, "-m", "uvicorn", "--factory", "service.app:create_app", "--log-level", "warning"]
    environment = {**os.environ, "TIMELINE_DATABASE": database, "TIMELINE_TICK_SECONDS": "3600"}
    with subprocess.Popen([*command, "--port", str(port)], env=environment) as server:
        try:
            wait_for(server, f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield started
        started.close()


Visit = Callable[..., Page]


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
