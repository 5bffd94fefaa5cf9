"""Fetching: a URL safely, a feed into its items, an item or a page into an article."""

from timeline.fetching.answers import Fetched, NotModified, Redirect, RetryAfter
from timeline.fetching.articles import ItemRead, fetch_article, read_item
from timeline.fetching.discovery import Found, discover
from timeline.fetching.errors import OF_THE_NETWORK, FetchError, Reason
from timeline.fetching.feeds import read_feed
from timeline.fetching.fetch import FEED_LIMIT, PAGE_LIMIT, PAUSE, Fetcher, checked_url
from timeline.fetching.items import FeedItem, FeedRead, Kind, Pace
from timeline.fetching.sites import FetchedFeed, FetchedPage, fetch_feed, fetch_page

__all__ = [
    "FEED_LIMIT",
    "OF_THE_NETWORK",
    "PAGE_LIMIT",
    "PAUSE",
    "FeedItem",
    "FeedRead",
    "FetchError",
    "Fetched",
    "FetchedFeed",
    "FetchedPage",
    "Fetcher",
    "Found",
    "ItemRead",
    "Kind",
    "NotModified",
    "Pace",
    "Reason",
    "Redirect",
    "RetryAfter",
    "checked_url",
    "discover",
    "fetch_article",
    "fetch_feed",
    "fetch_page",
    "read_feed",
    "read_item",
]
