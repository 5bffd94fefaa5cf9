"""Articles at web addresses, for the commands that fetch."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.fetching import Fetcher, FetchError, fetch_article
from timeline.reading import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.reading import Undated
    from timeline.types import Article

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


def is_address(source: str) -> bool:
    """Whether a source is a web address, not a file."""
    return source.lower().startswith(("http://", "https://"))


def read_address(url: str, *, undated: Undated, contact: str | None, private: bool) -> Iterator[Article | Refusal]:
    """The article at an address, or why there is none."""
    try:
        article = asyncio.run(fetch(url, contact=contact, private=private))
    except FetchError as problem:
        yield Refusal(place=url, reason=str(problem))
        return
    if article.published is None and undated == "refuse":
        yield Refusal(place=url, reason="the page does not say when it was published")
    else:
        yield article


async def fetch(url: str, *, contact: str | None, private: bool) -> Article:
    """The article at an address; raises FetchError."""
    async with Fetcher(contact=contact, allow_private=private) as fetcher:
        return await fetch_article(url, fetcher=fetcher)
