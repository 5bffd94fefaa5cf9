"""One file per format; each has `write(chronology) -> str`, those of feeds (Atom, JSON Feed) `write(feed) -> str`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.exports import atom, csv, html, ics, json, jsonfeed, jsonld, markdown, ndjson, timelinejs

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.exports.syndication import Feed
    from timeline.types import Chronology

WRITERS: dict[str, Callable[[Chronology], str]] = {
    "json": json.write,
    "ndjson": ndjson.write,
    "csv": csv.write,
    "md": markdown.write,
    "ics": ics.write,
    "jsonld": jsonld.write,
    "timelinejs": timelinejs.write,
    "html": html.write,
}
FEED_WRITERS: dict[str, Callable[[Feed], str]] = {"atom": atom.write, "jsonfeed": jsonfeed.write}
