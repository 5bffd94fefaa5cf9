"""The same events for all: in a store for our service, and as each of the others reads them."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.store import ARTICLES, made_article, made_event, save
from timeline.exports import timelinejs
from timeline.exports.json import event_json
from timeline.store import Store
from timeline.types import Chronology

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.types import Event

WANTED = "quillwort"  # what is searched for: no other event has the word


def made_events(count: int) -> list[Event]:
    """Events in order of time, one in their middle with a word of its own."""
    seeded = random.Random(11)
    articles = [made_article(number) for number in range(ARTICLES)]
    events = [made_event(number, articles, seeded) for number in range(count)]
    events.sort(key=lambda event: (event.when.earliest if event.when else "", event.id))
    middle = events[count // 2]
    events[count // 2] = replace(middle, title=f"{middle.title} {WANTED}")
    return events


def fill(path: Path, events: list[Event]) -> None:
    """A store with these events in it."""
    store = Store(str(path))
    store.upgrade()
    save(store, [made_article(number) for number in range(ARTICLES)], events)
    store.close()


def for_ours(events: list[Event]) -> str:
    """What the service tells of all of them, as one answer."""
    return json.dumps({"events": [event_json(event) for event in events], "next": None})


def for_timelinejs(events: list[Event]) -> str:
    """What our own export writes for TimelineJS: headline, date and the quoted sources."""
    return timelinejs.write(Chronology(events=tuple(events)))


def for_vis(events: list[Event]) -> str:
    """An item an event: its title, its day, and the quoted sources as what stands over it on hovering."""
    items = [
        {
            "id": event.id,
            "content": event.title,
            "start": event.when.earliest if event.when else None,
            "title": " ".join(f"{source.source}: {source.quote.text}" for source in event.sources),
        }
        for event in events
    ]
    return json.dumps(items)
