"""The HTTP routes, one file a resource.

Handlers call the store with `to_thread`: Litestar's own `sync_to_thread` answers a coroutine where two methods share a
path (2.25).
"""

from service.routes.articles import add_article, correct_article, list_articles, remove_article, show_article
from service.routes.changes import list_changes, stream_changes
from service.routes.events import show_event
from service.routes.extract import extract_article
from service.routes.feeds import add_feed, list_feeds, refresh_feed, remove_feed
from service.routes.health import healthz, readyz
from service.routes.metrics import show_metrics
from service.routes.timeline import show_timeline

HANDLERS = (
    show_timeline,
    show_event,
    list_changes,
    stream_changes,
    list_articles,
    show_article,
    add_article,
    correct_article,
    remove_article,
    extract_article,
    list_feeds,
    add_feed,
    remove_feed,
    refresh_feed,
    healthz,
    readyz,
    show_metrics,
)

__all__ = ["HANDLERS"]
