"""Fetching: a URL safely, a feed into its items, an item or a page into an article."""

from timeline.fetching.articles import fetch_article, fetch_page, item_article
from timeline.fetching.errors import FetchError, Outcome
from timeline.fetching.feeds import FeedItem, FeedRead, read_feed
from timeline.fetching.fetch import FEED_LIMIT, PAGE_LIMIT, Fetched, Fetcher, NotModified, checked_url

__all__ = [
    "FEED_LIMIT",
    "PAGE_LIMIT",
    "FeedItem",
    "FeedRead",
    "FetchError",
    "Fetched",
    "Fetcher",
    "NotModified",
    "Outcome",
    "checked_url",
    "fetch_article",
    "fetch_page",
    "item_article",
    "read_feed",
]
