"""OPML: the list of feeds that readers hand to each other (OPML 2.0, opml.org)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from timeline.fetching import FetchError, checked_url
from timeline.types import TimelineError

if TYPE_CHECKING:
    from timeline.store import Store

LARGEST = 10_000_000  # bytes; a list of 50,000 feeds
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


class OpmlError(TimelineError):
    """A file that is no OPML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One feed of a list."""

    url: str
    title: str | None = None


def read_opml(body: bytes) -> tuple[Outline, ...]:
    """The feeds of an OPML file, whatever folders they are in, in their order; raises OpmlError.

    A file with entities of its own is refused, for parsers unfold them in attributes; nothing outside of it is read.
    """
    if len(body) > LARGEST:
        raise OpmlError(f"an OPML file of more than {LARGEST} bytes is not read")
    if b"<!ENTITY" in body:
        raise OpmlError("this is no OPML file: it defines entities, which no list of feeds needs")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        tree = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise OpmlError(f"this is no OPML file: {error}") from error
    if tree is None or str(tree.tag).lower() != "opml":
        raise OpmlError("this is no OPML file: it does not start with <opml>")
    outlines = (_outline(dict(node.attrib)) for node in tree.iter("outline"))
    return tuple({one.url: one for one in outlines if one is not None}.values())


def write_opml(outlines: Iterable[Outline], *, title: str = "Feeds of the chronology") -> str:
    """The feeds as an OPML 2.0 file."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for one in outlines:
        name = UNWRITABLE.sub("", one.title or one.url)
        etree.SubElement(body, "outline", type="rss", text=name, title=name, xmlUrl=UNWRITABLE.sub("", one.url))
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written.decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How many feeds of a list are followed from now on, how many were already, and which addresses cannot be."""

    new: int
    known: int
    refused: tuple[str, ...]


def follow_all(store: Store, outlines: Iterable[Outline]) -> Imported:
    """Follow every feed of a list."""
    known = {feed.url for feed in store.feeds()}
    new = again = 0
    refused = []
    for outline in outlines:
        if not _may_be_fetched(outline.url):
            refused.append(outline.url)
            continue
        store.add_feed(outline.url, title=outline.title)
        new, again = (new, again + 1) if outline.url in known else (new + 1, again)
    return Imported(new=new, known=again, refused=tuple(refused))


def _may_be_fetched(url: str) -> bool:
    try:
        checked_url(url)
    except FetchError:
        return False
    return True


def _outline(attributes: dict[str, str]) -> Outline | None:
    """The feed of an outline, None for a folder; some readers write the attribute's name in small letters."""
    named = {name.lower(): value.strip() for name, value in attributes.items()}
    url = named.get("xmlurl")
    return Outline(url=url, title=named.get("title") or named.get("text") or None) if url else None
