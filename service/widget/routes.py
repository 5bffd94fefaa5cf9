"""What a browser asks for: the page, one entry's page, the widget's file and how to embed it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from litestar import MediaType, Response, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.static_files import create_static_files_router
from markupsafe import escape

from service.widget.articles import show_article
from service.widget.entries import sections, unshown
from service.widget.feeds import show_feeds
from service.widget.filters import Filters, read_filters, unreadable
from service.widget.links import Asked, event_href, mount, page_href
from service.widget.pages import page_view
from service.widget.rendering import STATIC, page
from timeline.store import NotFoundError, Page, QueryError, Store, TimelineQuery
from timeline.types import Event

PAGE_SIZE = 50
YEAR = 365 * 24 * 3600
SCRIPT = (STATIC / "embed.js").read_bytes()
SCRIPT_HEADERS = {
    "Cache-Control": "public, max-age=3600",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}
NOTHING = Page(events=(), next=None, total_hint=0)


@get("/", include_in_schema=False, sync_to_thread=True)
def show_page(store: NamedDependency[Store], request: Asked) -> Response[str]:
    """The chronology as a page; filters that cannot be read are named in it, with status 400."""
    # Taken as they come, not as typed parameters: a wrong one is answered on the page, not with problem+json.
    filters = read_filters(request.query_params)
    cursor = request.query_params.get("cursor") or None
    found, filters = ask(store, filters, cursor)
    root = mount(request)
    view = page_view(
        filters,
        found.events,
        total=found.total_hint,
        linked=titles(store, found.events),
        outlets=store.outlets(),
        spread=() if filters.problems else store.spread(query(filters, None)),
        root=root,
        cursor=cursor,
        following=found.next,
    )
    return page("page.html", root=root, status=400 if filters.problems else 200, view=view)


@get("/events/{event_id:str}", include_in_schema=False, sync_to_thread=True)
def show_entry(store: NamedDependency[Store], request: Asked, event_id: FromPath[str]) -> Response[str] | Redirect:
    """One entry with everything unfolded; a former id leads to the entry it has become part of."""
    root = mount(request)
    try:
        event = store.event(event_id)
    except NotFoundError:
        return page("missing.html", root=root, status=404)
    if event.id != event_id:
        return Redirect(event_href(root, event.id), status_code=308)
    (section,) = sections([event], root=root, filters={}, linked=titles(store, [event]))
    return page("event.html", root=root, it=section.groups[0].entries[0], json=f"{root}/v1{event_href('', event.id)}")


@get("/embed.js", media_type="text/javascript; charset=utf-8", include_in_schema=False, sync_to_thread=False)
def embed_script() -> Response[bytes]:
    """The widget: one file for pages of any origin."""
    return Response(SCRIPT, media_type="text/javascript; charset=utf-8", headers=SCRIPT_HEADERS)


@get("/embed", include_in_schema=False, media_type=MediaType.HTML, sync_to_thread=False)
def show_embedding(request: Asked) -> Response[str]:
    """How to embed the chronology with the filters of this address, and what that looks like."""
    filters = read_filters(request.query_params)
    kept = {name: value for name, value in filters.values.items() if name not in filters.problems}
    root = mount(request)
    source = page_href(root, kept, "/v1/timeline")
    return page("embed.html", root=root, src=source, snippet=snippet(str(request.base_url), kept))


def ask(store: Store, filters: Filters, cursor: str | None) -> tuple[Page, Filters]:
    """The page of the chronology that the filters ask for; nothing, and why, where they cannot be read."""
    if filters.problems:
        return NOTHING, filters
    try:
        return store.timeline(query(filters, cursor)), filters
    except QueryError as error:
        return NOTHING, unreadable(filters, "cursor", str(error))


def titles(store: Store, events: Sequence[Event]) -> dict[str, str]:
    """The titles of the events that these link to without being beside them; those taken down have none."""
    found = {}
    for event_id in unshown(events):
        with suppress(NotFoundError):
            found[event_id] = store.event(event_id).title
    return found


def query(filters: Filters, cursor: str | None) -> TimelineQuery:
    """The filters as the store asks them."""
    return TimelineQuery(
        text=filters.get("text"),
        name=filters.get("name"),
        source=filters.get("source"),
        status=filters.status,
        start=filters.get("from"),
        end=filters.get("to"),
        everything=filters.get("all") is not None,
        limit=PAGE_SIZE,
        cursor=cursor,
    )


def snippet(base: str, parameters: dict[str, str]) -> str:
    """The lines that a site puts into its page."""
    host = base.rstrip("/")
    source = escape(page_href(host, parameters, "/v1/timeline"))
    site = escape(page_href(host, parameters))
    return (
        f'<script src="{escape(host)}/embed.js" async></script>\n'
        f'<event-timeline src="{source}" limit="20">\n'
        f'  <a href="{site}">The chronology</a>\n'
        f"</event-timeline>"
    )


HANDLERS = (
    show_page,
    show_entry,
    show_article,
    show_feeds,
    embed_script,
    show_embedding,
    create_static_files_router(
        path="/static",
        directories=[STATIC],
        name="widget-static",
        cache_control=CacheControlHeader(max_age=YEAR, public=True, immutable=True),
    ),
)
