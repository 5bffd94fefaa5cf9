"""JSON Feed 1.0 and 1.1 (jsonfeed.org): what it announces, read to the same shape as the other formats."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urljoin

from timeline.fetching.errors import FetchError
from timeline.fetching.items import FeedItem, FeedRead, is_teaser, one_line
from timeline.pages import plain_text, read_stamp
from timeline.types import Published

VERSION = "https://jsonfeed.org/version/1"


def read_json_feed(text: str, *, url: str) -> FeedRead:
    """The feed in a JSON document; raises FetchError when it is none."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FetchError(f"this is not a feed: broken JSON ({error})", reason="not_a_feed") from error
    if not isinstance(feed, dict) or not str(feed.get("version")).startswith(VERSION):
        raise FetchError("this is not a feed: JSON, but no JSON Feed", reason="not_a_feed")
    entries = feed.get("items")
    language = _language(feed)
    items = (
        _item(entry, base=url, language=language)
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict)
    )
    return FeedRead(
        kind="json", title=_line(feed.get("title")), items=tuple(item for item in items if item is not None)
    )


def _item(entry: dict[str, Any], *, base: str, language: str | None) -> FeedItem | None:
    """One item; None without an id, which the format asks for, and without an address that could stand for it."""
    address = _word(entry.get("url")) or _word(entry.get("external_url"))
    url = _joined(base, address)
    guid = _word(entry.get("id")) or url
    if guid is None:
        return None
    text = _text(entry)
    return FeedItem(
        guid=guid,
        url=url,
        title=_line(entry.get("title")),
        text=text,
        published=_published(entry),
        language=_language(entry) or language,
        teaser=is_teaser(text),
    )


def _text(entry: dict[str, Any]) -> str:
    """The longest text an item carries: its HTML, its plain text, else its summary."""
    html, plain, summary = (_string(entry.get(name)) for name in ("content_html", "content_text", "summary"))
    return max((plain_text(html), plain.strip(), summary.strip()), key=len)


def _published(entry: dict[str, Any]) -> Published | None:
    for name in ("date_published", "date_modified"):
        stamp = read_stamp(_string(entry.get(name)), origin="feed")
        if stamp is not None:
            return stamp
    return None


def _language(described: dict[str, Any]) -> str | None:
    return _string(described.get("language")).partition("-")[0].lower() or None


def _joined(base: str, address: str | None) -> str | None:
    try:
        return urljoin(base, address) if address else None
    except ValueError:
        return None


def _word(value: Any) -> str | None:
    """An id or address, which some feeds write as a number."""
    return str(value).strip() or None if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _line(value: Any) -> str | None:
    return one_line(_string(value))


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
