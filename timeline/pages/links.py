"""The feeds that a page links to."""

from __future__ import annotations

from urllib.parse import urljoin

from lxml import html

from timeline.identity import split
from timeline.pages.encodings import decode

# The types that feeds are announced with (HTML, 4.6.7.1; JSON Feed 1.1; RSS Advisory Board).
TYPES = ("application/atom+xml", "application/rss+xml", "application/feed+json", "application/json", "application/xml")
MOST_LINKS = 10


def feed_links(page: bytes, *, url: str, content_type: str | None = None) -> tuple[str, ...]:
    """The addresses of `<link rel="alternate">` feeds in the page's order, feeds of comments last."""
    text = decode(page, content_type=content_type)
    if not text.strip():
        return ()
    tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    base = urljoin(url, next(iter(tree.xpath("//base/@href")), ""))
    links = [link for link in tree.xpath("//link[@href]") if _is_feed(link.get("rel"), link.get("type"))]
    links.sort(key=lambda link: "comment" in f"{link.get('title')} {link.get('href')}".lower())
    addresses = dict.fromkeys(_joined(base, link.get("href")) for link in links)
    return tuple(address for address in addresses if address is not None)[:MOST_LINKS]


def _is_feed(relation: str | None, kind: str | None) -> bool:
    media_type = (kind or "").partition(";")[0].strip().lower()
    words = (relation or "").lower().split()
    return "feed" in words or ("alternate" in words and media_type in TYPES)


def _joined(base: str, address: str) -> str | None:
    """The absolute address, None where it is none that could be fetched."""
    try:
        joined = urljoin(base, address.strip())
    except ValueError:
        return None
    parts = split(joined)
    return joined if parts is not None and parts.scheme in ("http", "https") else None
