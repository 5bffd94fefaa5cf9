"""`timeline feeds refresh` and `test`: a look by hand, kept or not."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.addresses import ContactOption, PauseOption, PrivateOption
from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened, read_waiting
from timeline.cli.inputs import SOME_REFUSED, ModelOption
from timeline.cli.plans import PLANNED, plan
from timeline.cli.progress import counting
from timeline.cli.tables import show
from timeline.fetching import PAUSE, Fetcher, checked_url
from timeline.refresh import Bounds, Finding, Ticked, refresh_feed, spare_resting, tick, try_feed
from timeline.store import NotFoundError, TooSoonError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.store import Feed, Fetch, Store

REFRESHED = ("id", "address", "outcome", "articles", "detail")
FOUND = ("about", "finding")
SHORTEST = 900.0
ShortestOption = Annotated[
    float, typer.Option("--shortest", envvar="TIMELINE_FEED_SECONDS", min=0, help="Shortest time between two looks, s.")
]
FeedArgument = Annotated[str, typer.Argument(metavar="FEED", help="The feed's id or address.")]


def refresh(
    feeds: Annotated[list[str] | None, typer.Argument(metavar="[FEED…]", help="Ids or addresses; else all.")] = None,
    due: Annotated[bool, typer.Option("--due", help="Only those whose time has come, and pages.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be asked, and ask nobody.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Also what was looked at less than a minute ago.")] = False,
    model: ModelOption = None,
    database: DatabaseOption = DEFAULT_DATABASE,
    contact: ContactOption = None,
    private: PrivateOption = False,
    pause: PauseOption = PAUSE,
    shortest: ShortestOption = SHORTEST,
) -> None:
    """Look at feeds now and read what is new; exit status 3 where one did not answer."""
    bounds = Bounds(shortest=timedelta(seconds=shortest))
    fetching = partial(Fetcher, contact=contact, allow_private=private, pause=pause)
    with opened(database) as store:
        if dry_run:
            show(PLANNED, plan(store, chosen(store, feeds), due=due, forced=force))
            return
        if due:
            ticked = asyncio.run(look_at_due(store, fetching, bounds))
            read_waiting(store, model)
            typer.echo(f"{ticked.feeds} feeds and {ticked.pages} pages were due")
            return
        wanted = chosen(store, feeds)
        looks = asyncio.run(look(store, wanted, fetching, bounds, forced=force))
        read_waiting(store, model)
    show(REFRESHED, map(look_row, wanted, looks))
    raise typer.Exit(SOME_REFUSED if any(failed(one) for one in looks) else 0)


def chosen(store: Store, feeds: list[str] | None) -> tuple[Feed, ...]:
    """The feeds that are named, or all of them."""
    return tuple(named(store, feed) for feed in feeds) if feeds else store.feeds()


async def look_at_due(store: Store, fetching: Callable[[], Fetcher], bounds: Bounds) -> Ticked:
    """What a tick over all that is due came to."""
    async with fetching() as fetcher:
        return await tick(store, fetcher=fetcher, bounds=bounds)


async def look(
    store: Store, feeds: Sequence[Feed], fetching: Callable[[], Fetcher], bounds: Bounds, *, forced: bool
) -> list[Fetch | TooSoonError]:
    """What came of looking at each feed, one after another, or why it was not looked at."""
    looks: list[Fetch | TooSoonError] = []
    store.release_lost()
    async with fetching() as fetcher:
        with counting("looking at feeds", total=len(feeds)) as advance:
            for feed in feeds:
                try:
                    claimed = store.claim_feed(feed.id, forced=forced)
                    looks.append(await refresh_feed(store, claimed, fetcher=fetcher, bounds=bounds))
                except TooSoonError as refusal:
                    looks.append(refusal)
                advance()
    return looks


def look_row(feed: Feed, look: Fetch | TooSoonError) -> tuple[object, ...]:
    """A look in the columns of the table."""
    if isinstance(look, TooSoonError):
        return feed.id, feed.url, "not yet", 0, look
    return feed.id, feed.url, look.outcome, look.articles, look.detail


def failed(look: Fetch | TooSoonError) -> bool:
    """Whether a feed was looked at in vain."""
    return not isinstance(look, TooSoonError) and look.outcome in ("error", "blocked")


def test(
    url: Annotated[str, typer.Argument(metavar="URL", help="The feed's address, followed or not.")],
    database: DatabaseOption = DEFAULT_DATABASE,
    contact: ContactOption = None,
    private: PrivateOption = False,
    shortest: ShortestOption = SHORTEST,
) -> None:
    """Look at a feed without keeping anything, and tell what would happen and why; exit status 1 where it fails."""

    async def run(store: Store) -> tuple[tuple[Finding, ...], bool]:
        known = next((feed for feed in store.feeds() if feed.url == url), None)
        async with Fetcher(contact=contact, allow_private=private) as fetcher:
            await spare_resting(store, fetcher)
            bounds = Bounds(shortest=timedelta(seconds=shortest))
            return await try_feed(url, fetcher=fetcher, bounds=bounds, now=store.now(), feed=known)

    checked_url(url)
    with opened(database) as store:
        findings, well = asyncio.run(run(store))
    show(FOUND, [(finding.about, finding.says) for finding in findings])
    raise typer.Exit(0 if well else 1)


def named(store: Store, feed: str) -> Feed:
    """The feed with that id or address; raises NotFoundError."""
    for one in store.feeds():
        if feed in (str(one.id), one.url):
            return one
    raise NotFoundError(f"there is no feed {feed!r}: see `timeline feeds list`")
