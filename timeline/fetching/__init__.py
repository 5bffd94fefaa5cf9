"""Fetching: a URL safely, a feed into its items, an item or a page into an article."""

from timeline.fetching.answers import Fetched, NotModified, Redirect, RetryAfter
from timeline.fetching.articles import fetch_article, fetch_page, item_article
from timeline.fetching.errors import OF_THE_NETWORK, FetchError, Reason
from timeline.fetching.feeds import read_feed
from timeline.fetching.fetch import FEED_LIMIT, PAGE_LIMIT, PAUSE, Fetcher, checked_url
from timeline.fetching.items import FeedItem, FeedRead, Kind, Pace

__all__ = [
    "FEED_LIMIT",
    "OF_THE_NETWORK",
    "PAGE_LIMIT",
    "PAUSE",
    "FeedItem",
    "FeedRead",
    "FetchError",
    "Fetched",
    "Fetcher",
    "Kind",
    "NotModified",
    "Pace",
    "Reason",
    "Redirect",
    "RetryAfter",
    "checked_url",
    "fetch_article",
    "fetch_page",
    "item_article",
    "read_feed",
]
