"""`/v1/timeline.csv`, `/v1/timelines/{slug}/events.csv` and their kin: what other programs read."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from litestar import Request, Response, get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from service.formats import FORMATS, Format
from service.problems import invalid
from service.questions import EXPORTED, OF_ONE_EXPORTED, Asked, Question, asking, question_of
from service.telling import edition_of, holds, question_words, tag_of
from service.widget.links import base_of, page_href
from timeline.exports.syndication import Entry, Feed
from timeline.store import CursorError, Page, SavedTimeline, Store, TimelineQuery, chronology_of

TITLE = "Event timeline"


def of_all(form: Format) -> HTTPRouteHandler:
    """The route of the chronology in one format."""

    @get(
        f"/v1/timeline.{form.suffix}",
        operation_id=f"export_{form.suffix}",
        operation_class=asking(EXPORTED),
        summary=f"The chronology as {form.about}",
        media_type=form.media_type,
    )
    async def export(request: Request[Any, Any, Any]) -> Response[str]:
        """A page of the chronology with the filters of `/v1/timeline`; the header Link names the next one."""
        return await exported(request, form, known=EXPORTED)

    return export


def of_one(form: Format) -> HTTPRouteHandler:
    """The route of saved timelines in one format."""

    @get(
        f"/v1/timelines/{{slug:str}}/events.{form.suffix}",
        operation_id=f"export_timeline_{form.suffix}",
        operation_class=asking(OF_ONE_EXPORTED),
        summary=f"The events of a saved timeline as {form.about}",
        media_type=form.media_type,
    )
    async def export(request: Request[Any, Any, Any], slug: FromPath[str]) -> Response[str]:
        """As the chronology in this format with `timeline=<slug>`."""
        return await exported(request, form, slug=slug, known=OF_ONE_EXPORTED)

    return export


async def exported(
    request: Request[Any, Any, Any], form: Format, *, known: Mapping[str, Asked], slug: str | None = None
) -> Response[str]:
    """A page in a format, or 304 where the asker has it."""
    store: Store = request.app.state.store
    question = await to_thread(question_of, request.scope["query_string"], store, slug=slug, known=known)
    tag = tag_of(await edition_of(store), question_words(request, question))
    if holds(request, tag):
        return Response("", status_code=304, headers={"ETag": tag})
    text, headers = await to_thread(written, store, form, request, question)
    return Response(text, media_type=form.media_type, headers={"ETag": tag, **headers})


def written(
    store: Store, form: Format, request: Request[Any, Any, Any], question: Question
) -> tuple[str, dict[str, str]]:
    """A page in a format, and the headers that go with it."""
    query, saved = question.query, question.saved
    if form.write is not None:
        page = found(store, query)
        return form.write(chronology_of(page.events, saved)), linked(request, page)
    assert form.write_feed is not None
    page = found(store, replace(query, sort="updated"))
    return form.write_feed(feed(store, page, request, saved)), linked(request, page)


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
        page=page_href(base_of(request), {"timeline": saved.slug}) if saved else None,
        entries=tuple(entries),
    )


EXPORTS = (*map(of_all, FORMATS), *map(of_one, FORMATS))
