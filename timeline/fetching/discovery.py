"""The feed behind an address: a feed itself, one that its page links to, one at a usual place, or the page alone."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from timeline.fetching.answers import Fetched
from timeline.fetching.errors import FetchError
from timeline.fetching.feeds import read_feed
from timeline.fetching.fetch import FEED_LIMIT, Fetcher
from timeline.fetching.items import Kind
from timeline.pages import read_page
from timeline.pages.links import feed_links

USUAL_PATHS = ("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json")
# What says that there is nothing there, so that the next place may be tried; all else ends the search.
NOTHING_THERE = frozenset({"not_a_feed", "gone", "status", "malformed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The address to follow and what is there; `page` where no feed was found, only an article."""

    url: str
    kind: Kind
    title: str | None


async def discover(url: str, *, fetcher: Fetcher) -> Found:
    """What can be followed at an address; raises FetchError where it does not answer, or holds neither.

    Usual places are tried only where the page links to no feed.
    """
    answer = await _answer(url, fetcher=fetcher)
    try:
        return await _feed(answer, asked=url, fetcher=fetcher)
    except FetchError as error:
        if error.reason != "not_a_feed":
            raise
    links = await fetcher.parse(feed_links, answer, url=answer.url, content_type=answer.content_type)
    for place in links or tuple(urljoin(answer.url, path) for path in USUAL_PATHS):
        found = await _try(place, fetcher=fetcher)
        if found is not None:
            return found
    return await _page(answer, asked=url, fetcher=fetcher)


async def _try(url: str, *, fetcher: Fetcher) -> Found | None:
    """The feed at an address that may hold one."""
    try:
        return await _feed(await _answer(url, fetcher=fetcher), asked=url, fetcher=fetcher)
    except FetchError as error:
        if error.reason not in NOTHING_THERE:
            raise
    return None


async def _answer(url: str, *, fetcher: Fetcher) -> Fetched:
    answer = await fetcher.fetch(url, limit=FEED_LIMIT)
    if isinstance(answer, Fetched):
        return answer
    raise FetchError("status 304, though nothing was asked to be compared", reason="status", status=304)


async def _feed(answer: Fetched, *, asked: str, fetcher: Fetcher) -> Found:
    read = await fetcher.parse(read_feed, answer, url=answer.url, content_type=answer.content_type)
    return Found(url=asked, kind=read.kind, title=read.title)


async def _page(answer: Fetched, *, asked: str, fetcher: Fetcher) -> Found:
    page = await fetcher.parse(read_page, answer, url=answer.url, content_type=answer.content_type)
    if page is None:
        raise FetchError(
            f"{asked} is no feed, links to none, and holds no article", reason="not_a_feed", status=answer.status
        )
    return Found(url=asked, kind="page", title=page.title)
