"""What can be followed at an address that somebody names: a feed, or the one that its page links to."""

from __future__ import annotations

from timeline.fetching import Fetcher, FetchError, Found, discover


async def find_feed(url: str, *, fetcher: Fetcher) -> Found:
    """The feed at an address, or the first that a page there links to; raises FetchError.

    The reason is `not_a_feed` where the page links to none: it may be followed itself, where that is asked for.
    """
    found = await discover(url, fetcher=fetcher)
    if found.kind == "page":
        raise FetchError(f"{url} is a page that links to no feed; it can be followed as a page", reason="not_a_feed")
    return found
