"""Articles at web addresses, for the commands that fetch."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from timeline.fetching import Fetcher, FetchError, fetch_article
from timeline.reading import Refusal

if TYPE_CHECKING:
    from timeline.reading import Undated
    from timeline.types import Article


class ReadAddress(Protocol):
    """Reads one address: its article, or why there is none."""

    def __call__(self, url: str, *, undated: Undated) -> Iterator[Article | Refusal]:
        """At most one of the two."""
        ...


ContactOption = Annotated[
    str | None, typer.Option(envvar="TIMELINE_CONTACT", help="Address or URL in the User-Agent of every fetch.")
]
PrivateOption = Annotated[
    bool,
    typer.Option(
        "--allow-private-addresses",
        envvar="TIMELINE_ALLOW_PRIVATE_ADDRESSES",
        help="Fetch from private and loopback addresses too.",
    ),
]
PauseOption = Annotated[
    float,
    typer.Option(
        "--pause", envvar="TIMELINE_FETCH_PAUSE_SECONDS", min=0, help="Seconds between two requests to one host."
    ),
]


def is_address(source: str) -> bool:
    """Whether a source is a web address, not a file."""
    return source.lower().startswith(("http://", "https://"))


@contextmanager
def reading_addresses(*, contact: str | None, private: bool, pause: float) -> Iterator[ReadAddress]:
    """A function that reads addresses, all through one fetcher, so that a host is asked with pauses between."""
    with asyncio.Runner() as runner:
        fetcher = Fetcher(contact=contact, allow_private=private, pause=pause)
        try:
            yield partial(read_address, runner=runner, fetcher=fetcher)
        finally:
            runner.run(fetcher.aclose())


def read_address(
    url: str, *, undated: Undated, runner: asyncio.Runner, fetcher: Fetcher
) -> Iterator[Article | Refusal]:
    """The article at an address, or why there is none."""
    try:
        article = runner.run(fetch_article(url, fetcher=fetcher, now=datetime.now(UTC)))
    except FetchError as problem:
        yield Refusal(place=url, reason=str(problem))
        return
    if article.published is None and undated == "refuse":
        yield Refusal(
            place=url, reason="the page does not say when it was published; to take it as it is: `--undated keep`"
        )
    else:
        yield article
