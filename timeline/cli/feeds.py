"""`timeline feeds`: which feeds are followed, and a look at them by hand."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.addresses import ContactOption, PauseOption, PrivateOption
from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened, read_waiting
from timeline.cli.inputs import SOME_REFUSED, ModelOption
from timeline.cli.progress import counting
from timeline.cli.tables import show
from timeline.fetching import PAUSE, Fetcher, checked_url
from timeline.refresh import refresh_feed
from timeline.store import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.store import Feed, Fetch, Store

app = typer.Typer(no_args_is_help=True, help="Follow feeds.")
COLUMNS = ("id", "address", "outlet", "checked", "next check", "state", "error")
REFRESHED = ("id", "address", "outcome", "articles", "detail")
FeedArgument = Annotated[str, typer.Argument(metavar="FEED", help="The feed's id or address.")]


@app.command()
def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="The feed's address.")],
    source: Annotated[str | None, typer.Option(help="The outlet its articles are of.")] = None,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Follow a feed."""
    checked_url(url)
    with opened(database) as store:
        show(COLUMNS, [row(store.add_feed(url, source=source))])


@app.command("list")
def listed(database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """List the feeds that are followed, with their last error and their next check."""
    with opened(database) as store:
        show(COLUMNS, map(row, store.feeds()))


@app.command()
def remove(feed: FeedArgument, database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """Follow a feed no more; its articles stay."""
    with opened(database) as store:
        found = named(store, feed)
        store.remove_feed(found.id)
    typer.echo(f"{found.url} is not followed any more; its articles stay")


@app.command()
def refresh(
    feeds: Annotated[list[str] | None, typer.Argument(metavar="[FEED…]", help="Ids or addresses; else all.")] = None,
    model: ModelOption = None,
    database: DatabaseOption = DEFAULT_DATABASE,
    contact: ContactOption = None,
    private: PrivateOption = False,
    pause: PauseOption = PAUSE,
    interval: Annotated[
        float, typer.Option(envvar="TIMELINE_FEED_SECONDS", min=1, help="Seconds until the next look is due.")
    ] = 1800.0,
) -> None:
    """Look at feeds now and read what is new; exit status 3 where one did not answer."""
    with opened(database) as store:
        chosen = tuple(named(store, feed) for feed in feeds) if feeds else store.feeds()
        wait = timedelta(seconds=interval)
        fetches = asyncio.run(look(store, chosen, contact=contact, private=private, pause=pause, interval=wait))
        read_waiting(store, model)
    pairs = zip(chosen, fetches, strict=True)
    show(REFRESHED, [(feed.id, feed.url, one.outcome, one.articles, one.detail) for feed, one in pairs])
    raise typer.Exit(SOME_REFUSED if any(one.outcome in ("error", "blocked") for one in fetches) else 0)


async def look(
    store: Store, feeds: Sequence[Feed], *, contact: str | None, private: bool, pause: float, interval: timedelta
) -> list[Fetch]:
    """What came of looking at each feed, one after another."""
    fetches = []
    async with Fetcher(contact=contact, allow_private=private, pause=pause) as fetcher:
        with counting("looking at feeds", total=len(feeds)) as advance:
            for feed in feeds:
                fetches.append(await refresh_feed(store, feed, fetcher=fetcher, interval=interval))
                advance()
    return fetches


def named(store: Store, feed: str) -> Feed:
    """The feed with that id or address; raises NotFoundError."""
    for one in store.feeds():
        if feed in (str(one.id), one.url):
            return one
    raise NotFoundError(f"there is no feed {feed!r}: see `timeline feeds list`")


def row(feed: Feed) -> tuple[object, ...]:
    """A feed in the columns of the table."""
    state = "disabled" if feed.disabled else "error" if feed.error else "followed"
    outlet, reason = feed.source or feed.title, feed.disabled or feed.error
    return feed.id, feed.url, outlet, at(feed.checked_at), at(feed.next_check_at), state, reason


def at(moment: datetime | None) -> str:
    """A moment to the minute, UTC."""
    return f"{moment:%Y-%m-%d %H:%M}Z" if moment else "never"
