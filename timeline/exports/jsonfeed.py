"""New and changed events as a JSON Feed (jsonfeed.org, version 1.1)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline.exports.syndication import entry_id, entry_page, entry_text

if TYPE_CHECKING:
    from timeline.exports.syndication import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def write(feed: Feed) -> str:
    """The feed as JSON; `content_text`, never `content_html`."""
    document = {
        "version": VERSION,
        "title": feed.title,
        **({"description": feed.description} if feed.description else {}),
        "home_page_url": feed.page or feed.home,
        "feed_url": feed.address,
        "items": [item(feed, entry) for entry in feed.entries],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def item(feed: Feed, entry: Entry) -> dict[str, Any]:
    """One event."""
    return {
        "id": entry_id(entry.event),
        "url": entry_page(feed, entry.event),
        "title": entry.event.title,
        "content_text": entry_text(entry.event),
        "date_published": entry.created.isoformat(),
        "date_modified": entry.updated.isoformat(),
    }
