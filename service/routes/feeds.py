"""`/v1/feeds`: where new articles come from by themselves."""

from __future__ import annotations

from asyncio import to_thread

from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from service.access import may_write
from service.views import FeedIn, FeedsView, FeedView, feed_view, invalid
from timeline.fetching import FetchError, checked_url
from timeline.store import Store


@get("/v1/feeds", operation_id="list_feeds", summary="The feeds that are followed")
async def list_feeds(store: NamedDependency[Store]) -> FeedsView:
    """Every feed, its last error and when it is looked at next."""
    return FeedsView(feeds=[feed_view(feed) for feed in await to_thread(store.feeds)])


@post("/v1/feeds", operation_id="add_feed", summary="Follow a feed", guards=[may_write])
async def add_feed(store: NamedDependency[Store], data: JSONBody[FeedIn]) -> FeedView:
    """The feed, which is due at once: the next tick looks at it."""
    try:
        checked_url(data.url)
    except FetchError as error:
        raise invalid("url", str(error)) from error
    return feed_view(await to_thread(store.add_feed, data.url, source=data.source))


@delete(
    "/v1/feeds/{feed_id:int}",
    operation_id="remove_feed",
    summary="Stop following a feed",
    guards=[may_write],
)
async def remove_feed(store: NamedDependency[Store], feed_id: FromPath[int]) -> None:
    """The feed is forgotten; its articles stay."""
    await to_thread(store.remove_feed, feed_id)


@post(
    "/v1/feeds/{feed_id:int}/refresh",
    operation_id="refresh_feed",
    summary="Look at a feed now",
    status_code=202,
    guards=[may_write],
)
async def refresh_feed(store: NamedDependency[Store], feed_id: FromPath[int]) -> FeedView:
    """The feed, now due: the next tick looks at it."""
    return feed_view(await to_thread(store.make_due, feed_id))
