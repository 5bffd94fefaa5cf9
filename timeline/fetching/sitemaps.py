"""Sitemaps (sitemaps.org) with the news extension: which articles a site has, and when they came out."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from timeline.fetching.errors import FetchError
from timeline.fetching.items import FeedItem, FeedRead, one_line
from timeline.identity import same_site
from timeline.pages import read_stamp

PARTS = 3  # sitemaps of an index that are read: the newest
MOST_ADDRESSES = 50_000  # of one sitemap, as the protocol says
KEPT = 1_000  # the newest of them; a news sitemap may have no more
ADDRESS = re.compile(r"<(?:\w+:)?loc\b")


def read_sitemap(text: str, *, url: str) -> FeedRead:
    """The items of a sitemap, the newest first, or the newest parts of a sitemap index."""
    if sum(1 for _ in ADDRESS.finditer(text)) > 2 * MOST_ADDRESSES:  # an image has one of its own
        raise FetchError(f"a sitemap of more than {MOST_ADDRESSES} addresses", reason="too_large")
    tree = _parsed(text)
    title = next((_text(name) for name in tree.iterfind(".//{*}publication/{*}name")), None)
    match etree.QName(tree).localname:
        case "sitemapindex":
            return FeedRead(kind="sitemap", title=title, items=(), parts=_parts(tree, url=url))
        case "urlset":
            entries = sorted(tree.iterfind("{*}url"), key=_changed, reverse=True)[:KEPT]
            items = (_item(entry, base=url) for entry in entries)
            return FeedRead(kind="sitemap", title=title, items=tuple(item for item in items if item is not None))
        case other:
            raise FetchError(f"this is not a feed: the document is a {other[:40]!r}", reason="not_a_feed")


def _parsed(text: str) -> Any:
    """The document, nothing outside of it read and no entity of its own unfolded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_pis=True)
    try:
        tree = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise FetchError(f"this is not a feed: {error}", reason="not_a_feed") from error
    if tree is None:
        raise FetchError("this is not a feed: broken XML", reason="not_a_feed")
    return tree


def _parts(tree: Any, *, url: str) -> tuple[str, ...]:
    """The newest sitemaps of an index, of its own site only; where no dates are given, the first ones."""
    parts = [
        (_text(part.find("{*}lastmod")) or "", urljoin(url, address))
        for part in tree.iterfind("{*}sitemap")
        if (address := _text(part.find("{*}loc"))) is not None
    ]
    own = [(changed, address) for changed, address in parts if same_site(address, url)]
    return tuple(address for _, address in sorted(own, key=lambda part: part[0], reverse=True)[:PARTS])


def _item(entry: Any, *, base: str) -> FeedItem | None:
    """One address; `lastmod` is no date of publication, so without the news extension the page is asked."""
    address = _text(entry.find("{*}loc"))
    if address is None or not same_site(url := urljoin(base, address), base):
        return None
    news = entry.find("{*}news")
    language = None if news is None else _text(news.find("{*}publication/{*}language"))
    return FeedItem(
        guid=url,
        url=url,
        title=None if news is None else _text(news.find("{*}title")),
        text="",
        published=None if news is None else read_stamp(_text(news.find("{*}publication_date")) or "", origin="feed"),
        language=language.partition("-")[0].lower() if language else None,
        teaser=True,
    )


def _changed(entry: Any) -> str:
    """When an entry came out or was last changed, for the order alone: ISO dates are in order as they are written."""
    return _text(entry.find("{*}news/{*}publication_date")) or _text(entry.find("{*}lastmod")) or ""


def _text(element: Any) -> str | None:
    return None if element is None else one_line("".join(element.itertext()))
