"""The HTTP routes, one file a resource.

Handlers call the store with `to_thread`: Litestar's own `sync_to_thread` answers a coroutine where two methods share a
path (2.25).
"""

from service.routes.articles import add_article, correct_article, list_articles, remove_article, show_article
from service.routes.changes import list_changes, stream_changes
from service.routes.events import explain_event, list_revisions, show_event
from service.routes.exports import EXPORTS
from service.routes.extract import extract_article
from service.routes.feeds import (
    add_feed,
    export_feeds,
    import_feeds,
    list_feeds,
    refresh_feed,
    remove_feed,
    show_feed,
)
from service.routes.health import healthz, readyz
from service.routes.landmarks import list_landmarks, put_landmark, remove_landmark
from service.routes.metrics import show_metrics
from service.routes.names import list_names
from service.routes.timeline import show_timeline, show_timeline_json
from service.routes.timelines import (
    list_timelines,
    remove_timeline,
    save_timeline,
    show_events,
    show_events_json,
    show_saved,
)

HANDLERS = (
    *EXPORTS,
    show_timeline,
    show_timeline_json,
    show_event,
    list_revisions,
    explain_event,
    list_names,
    list_landmarks,
    put_landmark,
    remove_landmark,
    list_timelines,
    show_saved,
    save_timeline,
    remove_timeline,
    show_events,
    show_events_json,
    list_changes,
    stream_changes,
    list_articles,
    show_article,
    add_article,
    correct_article,
    remove_article,
    extract_article,
    list_feeds,
    show_feed,
    add_feed,
    remove_feed,
    refresh_feed,
    export_feeds,
    import_feeds,
    healthz,
    readyz,
    show_metrics,
)

__all__ = ["HANDLERS"]
