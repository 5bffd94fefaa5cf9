"""`/v1/feeds`: where new articles come from by themselves."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import dataclass
from math import ceil
from typing import Annotated, Any

from litestar import Request, Response, delete, get, post
from litestar.di import NamedDependency
from litestar.exceptions import TooManyRequestsException
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.params import FromQuery, JSONBody, PathParameter

from service.access import may_write
from service.problems import invalid
from service.views.feeds import FeedIn, FeedLogView, FeedsView, FeedView, feed_view, look_view
from timeline.fetching import Fetcher, FetchError, checked_url
from timeline.refresh import Imported, Outline, find_feed, follow_all, read_opml, write_opml
from timeline.store import FeedKind, Store, TooSoonError

FeedNumber = Annotated[int, PathParameter(ge=0, le=2**31 - 1, description="the feed's number")]  # a larger one is none
OPML = "text/x-opml; charset=utf-8"


@dataclass
class OpmlOperation(Operation):
    """The description of a call whose body is an OPML file, which the function takes as it is."""

    def __post_init__(self) -> None:
        """Say what the body is."""
        body = OpenAPIMediaType(schema=Schema(type=OpenAPIType.STRING))
        self.request_body = RequestBody(content={"text/x-opml": body}, description="the file, as it is", required=True)


@get("/v1/feeds", operation_id="list_feeds", summary="The feeds that are followed")
async def list_feeds(store: NamedDependency[Store]) -> FeedsView:
    """Every feed, its last error and when it is looked at next."""
    return FeedsView(feeds=[feed_view(feed) for feed in await to_thread(store.feeds)])


@post("/v1/feeds", operation_id="add_feed", summary="Follow a feed", guards=[may_write])
async def add_feed(
    store: NamedDependency[Store], fetcher: NamedDependency[Fetcher], data: JSONBody[FeedIn]
) -> FeedView:
    """The feed, which is due at once: the next tick looks at it."""
    if data.discover and data.page:
        raise invalid("page", "a page is followed as it is: there is nothing to discover")
    try:
        checked_url(data.url)
        url = (await find_feed(data.url, fetcher=fetcher)).url if data.discover else data.url
    except FetchError as error:
        raise invalid("url", str(error)) from error
    kind: FeedKind = "page" if data.page else "feed"
    return feed_view(await to_thread(store.add_feed, url, source=data.source, kind=kind))


@get("/v1/feeds/{feed_id:int}", operation_id="show_feed", summary="One feed and the last looks at it")
async def show_feed(store: NamedDependency[Store], feed_id: FeedNumber) -> FeedLogView:
    """The feed and what came of the last 20 looks at it, the last one first."""
    log = [look_view(entry) for entry in await to_thread(store.fetch_log, feed_id)]
    return FeedLogView(feed=feed_view(await to_thread(store.feed, feed_id)), log=log)


@get("/v1/feeds.opml", operation_id="export_feeds", summary="The feeds as OPML", media_type=OPML)
async def export_feeds(store: NamedDependency[Store]) -> Response[str]:
    """The feeds as OPML, which other readers import."""
    feeds = await to_thread(store.feeds)
    written = write_opml(Outline(url=feed.url, title=feed.source or feed.title) for feed in feeds)
    return Response(written, media_type=OPML)


@post(
    "/v1/feeds.opml",
    operation_id="import_feeds",
    operation_class=OpmlOperation,
    summary="Follow every feed of an OPML file",
    status_code=200,
    guards=[may_write],
)
async def import_feeds(store: NamedDependency[Store], request: Request[Any, Any, Any]) -> Imported:
    """How many of the feeds of an OPML file, sent as it is, are followed from now on, and which cannot be."""
    body = await request.body()
    return await to_thread(lambda: follow_all(store, read_opml(body)))


@delete(
    "/v1/feeds/{feed_id:int}",
    operation_id="remove_feed",
    summary="Stop following a feed",
    guards=[may_write],
)
async def remove_feed(store: NamedDependency[Store], feed_id: FeedNumber) -> None:
    """The feed is forgotten; its articles stay."""
    await to_thread(store.remove_feed, feed_id)


@post(
    "/v1/feeds/{feed_id:int}/refresh",
    operation_id="refresh_feed",
    summary="Look at a feed now",
    status_code=202,
    guards=[may_write],
)
async def refresh_feed(store: NamedDependency[Store], feed_id: FeedNumber, force: FromQuery[bool] = False) -> FeedView:
    """The feed, now due: the next tick looks at it; 429 within a minute of the last look, unless forced."""
    try:
        return feed_view(await to_thread(store.make_due, feed_id, forced=force))
    except TooSoonError as refusal:
        wait = {"Retry-After": str(ceil(refusal.wait))}
        raise TooManyRequestsException(str(refusal), headers=wait) from refusal
