"""`/v1/timeline.csv` and its kin: the chronology in the formats that other programs read."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler

from service.caching import weak_tag
from service.formats import FORMATS, Format
from service.questions import EXPORTED, ExportOperation, question_of
from service.views import invalid
from service.widget.links import base_of
from timeline.exports.syndication import Entry, Feed
from timeline.store import CursorError, Page, SavedTimeline, Store, TimelineQuery
from timeline.types import Chronology

TITLE = "Event timeline"


def route(form: Format) -> HTTPRouteHandler:
    """The route of one format."""

    @get(
        f"/v1/timeline.{form.suffix}",
        operation_id=f"export_{form.suffix}",
        operation_class=ExportOperation,
        summary=f"The chronology as {form.about}",
        media_type=form.media_type,
    )
    async def export(request: Request[Any, Any, Any]) -> Response[str]:
        """A page of the chronology with the filters of `/v1/timeline`; the header Link names the next one."""
        store: Store = request.app.state.store
        text, headers = await to_thread(written, store, form, request)
        tag = weak_tag(text.encode()).decode()  # of the text, so that it holds however the answer is compressed
        return Response(text, media_type=form.media_type, headers={"ETag": tag, **headers})

    return export


def written(store: Store, form: Format, request: Request[Any, Any, Any]) -> tuple[str, dict[str, str]]:
    """A page in a format, and the headers that go with it."""
    question = question_of(request.scope["query_string"], store, known=EXPORTED)
    query = question.query
    if form.write is not None:
        page = found(store, query)
        return form.write(Chronology(events=page.events)), linked(request, page)
    assert form.write_feed is not None
    page = found(store, replace(query, sort="updated"))
    return form.write_feed(feed(store, page, request, question.saved)), linked(request, page)


def found(store: Store, query: TimelineQuery) -> Page:
    """The page that is asked for; a refusal where its cursor is of another question."""
    try:
        return store.timeline(query)
    except CursorError as error:
        raise invalid("cursor", str(error)) from error


def linked(request: Request[Any, Any, Any], page: Page) -> dict[str, str]:
    """Where the next page is (RFC 8288), for formats that have no place for it."""
    if page.next is None:
        return {}
    asked = [(name, value) for name, value in parse_qsl(request.url.query) if name != "cursor"]
    return {"Link": f'<{request.url.path}?{urlencode([*asked, ("cursor", page.next)])}>; rel="next"'}


def feed(store: Store, page: Page, request: Request[Any, Any, Any], saved: SavedTimeline | None) -> Feed:
    """The events of a page with the times at which they came and last changed, called as the timeline they are of."""
    spans = store.lifetimes([event.id for event in page.events])
    entries = [
        Entry(event=event, created=spans[event.id][0], updated=spans[event.id][1])
        for event in page.events
        if event.id in spans  # not removed between the two questions
    ]
    return Feed(
        title=saved.title if saved else TITLE,
        description=saved.description if saved else None,
        address=str(request.url),
        home=base_of(request) + "/",
        entries=tuple(entries),
    )


EXPORTS = tuple(map(route, FORMATS))
