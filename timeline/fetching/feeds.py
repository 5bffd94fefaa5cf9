"""A feed's bytes in, what it announces out: RSS, RDF and Atom through feedparser, JSON Feed and sitemaps by ours."""

from __future__ import annotations

import io
import re
import xml.sax
from collections.abc import Mapping
from itertools import islice
from typing import Any
from urllib.parse import urljoin

import feedparser

from timeline.fetching.errors import FetchError
from timeline.fetching.items import FeedItem, FeedRead, Kind, is_teaser, one_line
from timeline.fetching.jsonfeed import read_json_feed
from timeline.fetching.pace import read_pace
from timeline.fetching.sitemaps import read_sitemap
from timeline.pages import decode, plain_text, read_stamp
from timeline.types import Published

SITEMAP = re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
START = 4096  # characters in which a document says what it is
MOST_ITEMS = 5_000  # of one feed; no reader keeps more, and each costs a hundred times its bytes while it is parsed
ITEM = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>/]", re.IGNORECASE)


def read_feed(body: bytes, *, url: str, content_type: str | None = None) -> FeedRead:
    """What a feed announces, whatever its format; raises FetchError when the bytes are no feed."""
    text = decode(body, content_type=content_type)
    start = text[:START].lstrip()
    if start.startswith("{"):
        return read_json_feed(text, url=url)
    if SITEMAP.search(start):
        return read_sitemap(text, url=url)
    if sum(1 for _ in islice(ITEM.finditer(text), MOST_ITEMS + 1)) > MOST_ITEMS:
        raise FetchError(f"more than {MOST_ITEMS} items", reason="too_large")
    return _read_xml(text.encode("utf-8", "replace"), url=url)


def _read_xml(body: bytes, *, url: str) -> FeedRead:
    """An RSS, RDF or Atom feed, its bytes UTF-8."""
    # Given bytes, feedparser first tries to open a file of that name: a stream it only reads.
    read = feedparser.parse(
        io.BytesIO(body),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not read.get("version") and not read.entries:
        raise FetchError("this is not a feed", reason="not_a_feed")
    language = _language(read.feed)
    entries = (_item(entry, base=url, language=language) for entry in read.entries)
    items = tuple(item for item in entries if item is not None)
    fault = _fault(read)
    if fault is not None and not items:
        raise FetchError(f"{fault}, and no item could be read", reason="malformed")
    kind: Kind = "atom" if str(read.get("version")).startswith("atom") else "rss"
    return FeedRead(
        kind=kind,
        title=_words(read.feed.get("title")),
        items=items,
        pace=read_pace(read.feed, body),
        fault=fault,
    )


def _fault(read: Mapping[str, Any]) -> str | None:
    """What is wrong with the XML, if anything is; feedparser reads on behind it as well as it can."""
    error = read.get("bozo_exception")
    return f"broken XML ({error.getMessage()})" if isinstance(error, xml.sax.SAXParseException) else None


def _item(entry: Mapping[str, Any], *, base: str, language: str | None) -> FeedItem | None:
    """One item, None when nothing tells it from another."""
    url = _joined(base, entry.get("link"))
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
        teaser=is_teaser(text),
    )


def _joined(base: str, link: str | None) -> str | None:
    try:
        return urljoin(base, link) if link else None
    except ValueError:  # an address that cannot be one, such as http://[broken/
        return None


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
    return one_line(plain_text(marked_up or ""))
