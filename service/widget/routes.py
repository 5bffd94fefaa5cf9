"""What a browser asks for: the page, one entry's page, and all that the other files here answer."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from litestar import Response, get
from litestar.datastructures import CacheControlHeader
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.static_files import create_static_files_router
from markupsafe import Markup

from service.widget.absent import absent
from service.widget.articles import show_article
from service.widget.asking import ask, query, saved_of
from service.widget.description import show_api
from service.widget.embedding import HANDLERS as EMBEDDING
from service.widget.feeds import show_feeds
from service.widget.filters import LARGEST_PAGE, PAGE_SIZE, number, read_filters, read_size, unreadable
from service.widget.links import Asked, addresses, base_of, event_href, mount, page_href
from service.widget.oembed import answer_oembed
from service.widget.pages import page_view
from service.widget.rendering import FOLDERS, page
from timeline.exports import jsonld
from timeline.exports.listing.entries import sections, unshown
from timeline.store import NotFoundError, Store, chronology_of
from timeline.types import Event

YEAR = 365 * 24 * 3600
LAST_REVISION = 2**31 - 1


@get("/", include_in_schema=False, sync_to_thread=True)
def show_page(store: NamedDependency[Store], request: Asked) -> Response[str]:
    """The chronology as a page; filters that cannot be read are named in it, with status 400."""
    # Taken as they come, not as typed parameters: a wrong one is answered on the page, not with problem+json.
    filters = read_filters(request.query_params)
    cursor = request.query_params.get("cursor") or None
    size = read_size(request.query_params)
    if size is None:
        filters = unreadable(filters, "limit", f"Write a number from 1 to {LARGEST_PAGE} as limit.")
    found, filters = ask(store, filters, cursor, limit=size or PAGE_SIZE)
    root, saved = mount(request), saved_of(store, filters)
    view = page_view(
        filters,
        found.events,
        total=found.total_hint,
        linked=titles(store, found.events),
        outlets=store.outlets(),
        spread=() if filters.problems else store.spread(query(store, filters)),
        saved=saved,
        root=root,
        base=base_of(request),
        size=size or PAGE_SIZE,
        cursor=cursor,
        following=found.next,
    )
    described = Markup(jsonld.write(chronology_of(found.events, saved)))  # noqa: S704  # has no "<" in it
    return page("page.html", root=root, status=400 if filters.problems else 200, view=view, jsonld=described)


@get("/timelines/{slug:str}", include_in_schema=False, sync_to_thread=True, exception_handlers=absent("timeline"))
def show_saved_timeline(store: NamedDependency[Store], request: Asked, slug: FromPath[str]) -> Redirect:
    """The way to the page of a saved timeline, whose address the filters go on from."""
    saved = store.saved_timeline(slug)
    return Redirect(page_href(mount(request), {"timeline": saved.slug}), status_code=307)


@get("/events/{event_id:str}", include_in_schema=False, sync_to_thread=True, exception_handlers=absent("entry"))
def show_entry(store: NamedDependency[Store], request: Asked, event_id: FromPath[str]) -> Response[str] | Redirect:
    """One entry with everything unfolded, as it is or, where a revision is named, as that made it.

    A former id leads to the entry it has become part of, unless it is asked for as it was.
    """
    root, asked = mount(request), request.query_params.get("revision", "").strip()
    revision = number(asked, 1, LAST_REVISION)
    if asked and revision is None:
        raise NotFoundError(f"there is no revision {asked[:20]!r} of {event_id!r}")
    event = store.event(event_id) if revision is None else store.event_as_it_was(event_id, revision)
    if event.id != event_id:
        return Redirect(event_href(root, event.id), status_code=308)
    (section,) = sections([event], to=addresses(root, {}), linked=titles(store, [event]))
    address = event_href("", event.id) + (f"?revision={revision}" if revision else "")
    entry = section.groups[0].entries[0]
    return page("event.html", root=root, it=entry, json=f"{root}/v1{address}", revision=revision)


def titles(store: Store, events: Sequence[Event]) -> dict[str, str]:
    """The titles of the events that these link to without being beside them; those taken down have none."""
    found = {}
    for event_id in unshown(events):
        with suppress(NotFoundError):
            found[event_id] = store.event(event_id).title
    return found


HANDLERS = (
    show_page,
    show_entry,
    show_saved_timeline,
    show_article,
    show_feeds,
    show_api,
    *EMBEDDING,
    answer_oembed,
    create_static_files_router(
        path="/static",
        directories=[*FOLDERS],
        name="widget-static",
        cache_control=CacheControlHeader(max_age=YEAR, public=True, immutable=True),
    ),
)
