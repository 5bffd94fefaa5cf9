"""A feed's bytes in, what it announces out: RSS, RDF and Atom through feedparser."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

import feedparser

from timeline.fetching.errors import FetchError
from timeline.fetching.items import FeedItem, FeedRead, Kind
from timeline.fetching.pace import read_pace
from timeline.pages import plain_text, read_stamp
from timeline.types import Published

# Below this a feed's text is taken for a teaser; the leads that outlets put in feeds are rarely longer.
TEASER = 600
ENDINGS = ("…", "...", "[…]", "[...]", "read more", "continue reading", "more »")


def read_feed(body: bytes, *, url: str, content_type: str | None = None) -> FeedRead:
    """What a feed announces; raises FetchError when the bytes are no feed."""
    # Given bytes, feedparser first tries to open a file of that name: a stream it only reads.
    read = feedparser.parse(
        io.BytesIO(body),
        response_headers={"content-type": content_type or "application/xml", "content-location": url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not read.get("version") and not read.entries:
        raise FetchError("this is not a feed", reason="not_a_feed")
    language = _language(read.feed)
    items = (_item(entry, base=url, language=language) for entry in read.entries)
    kind: Kind = "atom" if str(read.get("version")).startswith("atom") else "rss"
    return FeedRead(
        kind=kind,
        title=_words(read.feed.get("title")),
        items=tuple(item for item in items if item is not None),
        pace=read_pace(read.feed, body),
    )


def _item(entry: Mapping[str, Any], *, base: str, language: str | None) -> FeedItem | None:
    """One item, None when nothing tells it from another."""
    url = urljoin(base, entry["link"]) if entry.get("link") else None
    guid = entry.get("id") or url
    if not guid:
        return None
    text = max((plain_text(fragment) for fragment in _fragments(entry)), key=len, default="")
    return FeedItem(
        guid=guid,
        url=url,
        title=_words(entry.get("title")),
        text=text,
        published=_published(entry),
        language=_language(entry) or language,
        teaser=len(text) < TEASER or text.lower().endswith(ENDINGS),
    )


def _fragments(entry: Mapping[str, Any]) -> list[str]:
    return [*(content.get("value", "") for content in entry.get("content", ())), entry.get("summary", "")]


def _published(entry: Mapping[str, Any]) -> Published | None:
    """When the item came out, else when it was last touched: later, but the same day as a rule."""
    for key in ("published", "updated"):
        stamp = read_stamp(entry.get(key) or "", origin="feed")
        if stamp is not None:
            return stamp
    return None


def _language(described: Mapping[str, Any]) -> str | None:
    language = described.get("language")
    return language.partition("-")[0].lower() if language else None


def _words(marked_up: str | None) -> str | None:
    """A title without markup on one line, None when it is empty."""
    return " ".join(plain_text(marked_up or "").split()) or None
