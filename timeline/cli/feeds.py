"""`timeline feeds`: which feeds are followed, and a look at them by hand."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import looks
from timeline.cli.addresses import ContactOption, PauseOption, PrivateOption
from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened
from timeline.cli.inputs import SOME_REFUSED
from timeline.cli.looks import FeedArgument, named
from timeline.cli.tables import moment, plain, show
from timeline.fetching import PAUSE, Fetcher, FetchError, checked_url
from timeline.refresh import OpmlError, Outline, find_feed, follow_all, in_words, read_opml, write_opml

if TYPE_CHECKING:
    from timeline.store import Feed, FetchEntry

app = typer.Typer(no_args_is_help=True, help="Follow feeds.")
app.command("refresh")(looks.refresh)
app.command("test")(looks.test)
COLUMNS = ("id", "address", "outlet", "checked", "next check", "state", "error", "errors", "interval")
LOG = ("at", "outcome", "status", "articles", "seconds", "detail")


@app.command()
def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="The address of a feed, or of a page that links to one.")],
    source: Annotated[str | None, typer.Option(help="The outlet its articles are of.")] = None,
    page: Annotated[bool, typer.Option("--page", help="Follow the page itself: one article that changes.")] = False,
    as_given: Annotated[bool, typer.Option("--as-given", help="Follow this address without looking at it.")] = False,
    database: DatabaseOption = DEFAULT_DATABASE,
    contact: ContactOption = None,
    private: PrivateOption = False,
    pause: PauseOption = PAUSE,
) -> None:
    """Follow a feed: at this address, or the first that the page there links to."""
    checked_url(url)
    followed = url if page or as_given else asyncio.run(found(url, contact=contact, private=private, pause=pause))
    with opened(database) as store:
        show(COLUMNS, [row(store.add_feed(followed, source=source, kind="page" if page else "feed"))])


async def found(url: str, *, contact: str | None, private: bool, pause: float) -> str:
    """The address of the feed that is meant; raises FetchError where there is an answer and no feed.

    Without an answer the address is followed as it is: looking at it will go on until there is one.
    """
    try:
        async with Fetcher(contact=contact, allow_private=private, pause=pause) as fetcher:
            feed = await find_feed(url, fetcher=fetcher)
    except FetchError as error:
        if error.reason == "not_a_feed":
            raise FetchError(f"{error}, with --page", reason=error.reason) from error
        typer.echo(f"timeline: followed as given, for it could not be looked at: {plain(str(error))}", err=True)
        return url
    if feed.url != url:
        typer.echo(f"timeline: {plain(url)} is a page; followed is the feed it leads to: {plain(feed.url)}", err=True)
    return feed.url


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


@app.command("log")
def logged(feed: FeedArgument, database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """What came of the last 20 looks at a feed, the last one first."""
    with opened(database) as store:
        entries = store.fetch_log(named(store, feed).id)
    show(
        LOG,
        [(moment(one.at), one.outcome, one.status, one.articles, f"{one.seconds:.1f}", one.detail) for one in entries],
    )


@app.command("import")
def imported(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An OPML file, as other readers export it.")],
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Follow every feed of an OPML file; exit status 3 where some have no address that can be followed."""
    outlines = read_opml(contents(file))
    with opened(database) as store:
        done = follow_all(store, outlines)
    for url in done.refused:
        typer.echo(f"timeline: not followed: {plain(url)}: only http and https URLs are fetched", err=True)
    typer.echo(f"{done.new} new; {done.known} followed already")
    raise typer.Exit(SOME_REFUSED if done.refused else 0)


@app.command("export")
def exported(database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """Write the feeds as OPML to stdout, for other readers."""
    with opened(database) as store:
        outlines = [Outline(url=feed.url, title=feed.source or feed.title) for feed in store.feeds()]
    typer.echo(write_opml(outlines), nl=False)


def contents(file: Path) -> bytes:
    """The bytes of a file; raises OpmlError where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as problem:
        raise OpmlError(f"cannot read {file}: {problem.strerror}") from problem


def log_row(entry: FetchEntry) -> tuple[object, ...]:
    """A look in the columns of the log."""
    return moment(entry.at), entry.outcome, entry.status, entry.articles, f"{entry.seconds:.1f}", entry.detail


def row(feed: Feed) -> tuple[object, ...]:
    """A feed in the columns of the table."""
    state = "disabled" if feed.disabled else "error" if feed.error else "followed"
    outlet, reason = feed.source or feed.title, feed.disabled or feed.error
    following = None if feed.disabled else moment(feed.next_check_at)
    health = state, reason, feed.error_count or None
    return feed.id, feed.url, outlet, moment(feed.checked_at), following, *health, in_words(feed.interval_seconds)
