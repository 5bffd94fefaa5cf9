"""When a page was published, asked in the order in which the answers can be trusted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import htmldate

from timeline.pages.stamps import read_stamp
from timeline.types import Published

URL_DATE = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?)[/-](?P<day>\d\d?)(?:[/-]|$)")
META_NAMES = ("article:published_time", "og:published_time", "parsely-pub-date", "dc.date.issued")


def publication(tree: Any, *, url: str | None) -> Published | None:
    """The first answer of JSON-LD, meta tags, `<time>`, the URL and htmldate; None when a page does not say."""
    for ask in ORDER_OF_TRUST:
        for published in ask(tree, url):
            return published
    return None


def from_json_ld(tree: Any, _url: str | None) -> Iterator[Published]:
    """`datePublished` of the article the page describes about itself."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            described = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for thing in _things(described):
            yield from _stamps([thing.get("datePublished")], origin="json-ld")


def from_meta(tree: Any, _url: str | None) -> Iterator[Published]:
    """`article:published_time` and its like."""
    for name in META_NAMES:
        yield from _stamps(tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name), origin="meta")


def from_time(tree: Any, _url: str | None) -> Iterator[Published]:
    """A `<time>` that says it is the publication, else the first of the article."""
    yield from _stamps(tree.xpath('//time[@pubdate or @itemprop="datePublished"]/@datetime'), origin="time")
    yield from _stamps(tree.xpath("//article//time/@datetime"), origin="time")


def from_url(_tree: Any, url: str | None) -> Iterator[Published]:
    """The day that stands in the path of the address."""
    found = URL_DATE.search(url or "")
    if found:
        try:
            day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            return
        yield Published(raw=found[0].strip("/"), day=day, origin="url")


def from_htmldate(tree: Any, url: str | None) -> Iterator[Published]:
    """What htmldate finds anywhere on the page: the publisher's local day."""
    yield from _stamps([htmldate.find_date(tree, original_date=True, url=url)], origin="htmldate")


ORDER_OF_TRUST: tuple[Callable[[Any, str | None], Iterator[Published]], ...] = (
    from_json_ld,
    from_meta,
    from_time,
    from_url,
    from_htmldate,
)


def _things(described: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document: its own, those of a list, those of a graph."""
    match described:
        case list():
            for entry in described:
                yield from _things(entry)
        case dict():
            yield described
            yield from _things(described.get("@graph", []))


def _stamps(raws: list[Any], *, origin: str) -> Iterator[Published]:
    for raw in raws:
        published = read_stamp(raw, origin=origin) if isinstance(raw, str) else None
        if published is not None:
            yield published
