"""`/v1/timeline`: the chronology, filtered, a page at a time."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from litestar import Request, get
from litestar.response.base import ASGIResponse
from litestar.serialization import decode_json, encode_json

from service.problems import invalid
from service.questions import PARAMETERS, Question, asking, question_of
from service.telling import edition_of, question_words, tell
from timeline.store import CursorError, Store, ViewPage

if TYPE_CHECKING:
    from service.answers import Told


@get(
    "/v1/timeline",
    operation_id="show_timeline",
    operation_class=asking(PARAMETERS),
    summary="The chronology, in order of time",
)
async def show_timeline(request: Request[Any, Any, Any]) -> ASGIResponse:
    """The events of one page."""
    store: Store = request.app.state.store
    asked = request.scope["query_string"]
    question = question_of(asked, store) if b"timeline=" not in asked else await to_thread(question_of, asked, store)
    return await answer(request, store, question)


@get(
    "/v1/timeline.json",
    operation_id="show_timeline_json",
    operation_class=asking(PARAMETERS),
    summary="The chronology as JSON, whatever Accept says",
)
async def show_timeline_json(request: Request[Any, Any, Any]) -> ASGIResponse:
    """As `/v1/timeline`."""
    store: Store = request.app.state.store
    return await answer(request, store, await to_thread(question_of, request.scope["query_string"], store))


async def answer(request: Request[Any, Any, Any], store: Store, question: Question) -> ASGIResponse:
    """A page of events as the question wants it, or 304 where the asker has it."""
    plain = not (question.fields or question.include or question.facets)
    edition = await edition_of(store)
    write = partial(written, store, question)
    return await tell(
        request, question_words(request, question), edition, write, at_once=store.answers_at_once and plain
    )


def written(store: Store, question: Question) -> Told:
    """The answer as JSON, and of which edition it is."""
    try:
        page = store.timeline_views(question.query)
    except CursorError as error:
        raise invalid("cursor", str(error)) from error
    if "total" in question.include:
        page = replace(page, total_hint=store.count(question.query), total_exact=True)
    events, more = page.events, b""
    if question.fields or set(question.include) - {"total"}:
        events, more = shaped(store, question, page)
    if question.facets:
        more += b',"facets":' + encode_json(store.facets(question.query, question.facets))
    return page.edition, page_json(page, events, more)


def page_json(page: ViewPage, events: bytes, more: bytes) -> bytes:
    """The page as JSON; each event was written when it was stored, and is only copied here."""
    following = b'"%b"' % page.next.encode() if page.next else b"null"
    exact = b"true" if page.total_exact else b"false"
    said = b'],"next":%b,"total_hint":%d,"total_exact":%b%b}' % (following, page.total_hint, exact, more)
    return b"".join((b'{"events":[', events, said))


def shaped(store: Store, question: Question, page: ViewPage) -> tuple[bytes, bytes]:
    """The events with the fields that are wanted, and what is wanted beside them."""
    events: list[dict[str, Any]] = decode_json(b"[%b]" % page.events)
    more = b""
    if "linked" in question.include:
        here = {event["id"] for event in events}
        others = {link["event"] for event in events for link in event["links"]} - here
        more = b',"linked":' + encode_json(store.titles(others))
    kept = question.fields or tuple(events[0] if events else ())
    shown = [{name: event[name] for name in kept} for event in events]
    if "change" in question.include:
        changes = store.last_changes([event["id"] for event in events])
        shown = [
            {**one, "change": changes[event["id"]]}
            for one, event in zip(shown, events, strict=True)
            if event["id"] in changes  # not removed since the page was read
        ]
    return encode_json(shown)[1:-1], more
