"""New and changed events as an Atom feed (RFC 4287)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from timeline.exports.plain import printable
from timeline.exports.syndication import EVENTS, entry_id, entry_page, entry_text

if TYPE_CHECKING:
    from timeline.exports.syndication import Entry, Feed

NAMESPACE = "http://www.w3.org/2005/Atom"
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)  # `updated` is required; an empty feed has never changed


def write(feed: Feed) -> str:
    """The feed as XML; every text in it is plain text, whatever stands in the articles."""
    root = Element("feed", xmlns=NAMESPACE)
    text(root, "id", uuid5(EVENTS, feed.address).urn)
    text(root, "title", feed.title)
    if feed.description:
        text(root, "subtitle", feed.description)
    text(root, "updated", max((entry.updated for entry in feed.entries), default=BEGINNING).isoformat())
    SubElement(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.page or feed.home)
    text(SubElement(root, "author"), "name", "Event timeline")
    for entry in feed.entries:
        root.append(element(feed, entry))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def element(feed: Feed, entry: Entry) -> Element:
    """One event."""
    item = Element("entry")
    text(item, "id", entry_id(entry.event))
    text(item, "title", entry.event.title)
    text(item, "published", entry.created.isoformat())
    text(item, "updated", entry.updated.isoformat())
    SubElement(item, "link", rel="alternate", type="text/html", href=entry_page(feed, entry.event))
    text(item, "content", entry_text(entry.event))
    return item


def text(parent: Element, name: str, content: str) -> None:
    """A child that holds plain text, which is what Atom takes a text for unless told otherwise (3.1.1)."""
    SubElement(parent, name).text = printable(content)
