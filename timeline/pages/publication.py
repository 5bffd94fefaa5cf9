"""When a page was published, asked in the order in which the answers can be trusted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from timeline.pages.stamps import read_stamp
from timeline.types import Published

URL_DATE = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?)[/-](?P<day>\d\d?)(?:[/-]|$)")
META_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
)
LOWER = "translate({}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
META = (
    f"//meta[{LOWER.format('@property')}=$name or {LOWER.format('@name')}=$name or {LOWER.format('@itemprop')}=$name]"
)
LD_JSON = f"//script[contains({LOWER.format('@type')}, 'ld+json')]/text()"
# schema.org's types of articles end so; a page describes related films, persons and breadcrumbs as well.
ARTICLE_TYPES = ("article", "posting", "report", "review", "newsitem")
# htmldate's extensive search makes 1 January of any year it meets ("The bridge in 2019", under a picture) and the first
# of any month: such a day is believed only where htmldate finds it without that search.
PADDED = "-01"
MOST_SCRIPTS = 50
DEEPEST = 20


def publication_dates(tree: Any, *, url: str | None) -> tuple[Published, ...]:
    """What JSON-LD, meta tags, `<time>` and the URL say, one answer each, the most trusted first.

    Where none of them says anything, htmldate looks through the whole page.
    """
    said = tuple(answer for ask in ORDER_OF_TRUST for answer in islice(ask(tree, url), 1))
    return said or tuple(islice(from_htmldate(tree, url), 1))


def from_json_ld(tree: Any, _url: str | None) -> Iterator[Published]:
    """`datePublished` of the article the page describes about itself, else of anything it describes."""
    things = [thing for script in tree.xpath(LD_JSON)[:MOST_SCRIPTS] for thing in _described(script)]
    for thing in sorted(things, key=_is_article, reverse=True):
        yield from _stamps([thing.get("datePublished")], origin="json-ld")


def from_meta(tree: Any, _url: str | None) -> Iterator[Published]:
    """`article:published_time` and its like."""
    for name in META_NAMES:
        yield from _stamps(tree.xpath(f"{META}/@content", name=name), origin="meta")


def from_time(tree: Any, _url: str | None) -> Iterator[Published]:
    """A `<time>` that says it is the publication, else the first of the article, which mostly stands by its author."""
    yield from _stamps(tree.xpath('//time[@pubdate or @itemprop="datePublished"]/@datetime'), origin="time")
    yield from _stamps(tree.xpath('//*[@itemprop="datePublished"]/@content'), origin="time")
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
    import htmldate  # with trafilatura, which is imported where it is needed

    found = htmldate.find_date(tree, original_date=True, url=url)
    if found is not None and found.endswith(PADDED):
        found = htmldate.find_date(tree, original_date=True, url=url, extensive_search=False)
    yield from _stamps([found], origin="htmldate")


ORDER_OF_TRUST: tuple[Callable[[Any, str | None], Iterator[Published]], ...] = (
    from_json_ld,
    from_meta,
    from_time,
    from_url,
)


def _described(script: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document, which some pages wrap in a comment or in CDATA."""
    try:
        yield from _things(json.loads(script.strip().removeprefix("<!--").removesuffix("-->").strip(), strict=False))
    except (ValueError, RecursionError):
        return


def _things(described: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document: its own, those of a list, those of a graph, the main one of a page."""
    if depth > DEEPEST:
        return
    match described:
        case list():
            for entry in described:
                yield from _things(entry, depth + 1)
        case dict():
            yield described
            yield from _things(described.get("@graph", []), depth + 1)
            yield from _things(described.get("mainEntity", []), depth + 1)


def _is_article(thing: dict[str, Any]) -> bool:
    """Whether a described thing is a text that is published, by its type."""
    types = thing.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.lower().endswith(ARTICLE_TYPES) for name in names)


def _stamps(raws: list[Any], *, origin: str) -> Iterator[Published]:
    for raw in raws:
        published = read_stamp(raw, origin=origin) if isinstance(raw, str) else None
        if published is not None:
            yield published
