"""`/v1/timeline`: the chronology, filtered, a page at a time."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from litestar import MediaType, Request, get
from litestar.response.base import ASGIResponse
from litestar.serialization import decode_json, encode_json

from service.answers import GZIPPED, LEAST_PACKED, Answers, packed
from service.caching import matches
from service.questions import AskedOperation, Question, question_of
from service.views import invalid
from timeline.store import CursorError, Store, ViewPage

SHAPE = b"2"  # of the answers; another one lets nobody keep what an older version of the service told


@get(
    "/v1/timeline",
    operation_id="show_timeline",
    operation_class=AskedOperation,
    summary="The chronology, in order of time",
)
async def show_timeline(request: Request[Any, Any, Any]) -> ASGIResponse:
    """The events of one page."""
    store: Store = request.app.state.store
    asked = request.scope["query_string"]
    question = question_of(asked, store) if b"timeline=" not in asked else await to_thread(question_of, asked, store)
    return await answer(request, store, question)


async def answer(request: Request[Any, Any, Any], store: Store, question: Question) -> ASGIResponse:
    """A page of events as the question wants it, or 304 where the asker has it."""
    asked = said(request, question)
    seq = store.events_seq() if store.reads_here else await to_thread(store.events_seq)
    wanted, tag = request.headers.get("if-none-match"), page_tag(seq, asked)
    if wanted is not None and matches(wanted.encode("latin-1"), tag.encode()):
        return ASGIResponse(status_code=304, headers={"ETag": tag})
    pack = "gzip" in request.headers.get("accept-encoding", "")
    answers: Answers = request.app.state.answers
    body = answers.get((asked, pack), seq)
    if body is None:
        if store.answers_at_once and not (pack or question.fields or question.include or question.facets):
            found = written(store, question)
        else:
            found = await to_thread(written, store, question, pack=pack)
        seq, body = found
        answers.put((asked, pack), seq, body)
    headers = {"ETag": page_tag(seq, asked), **({"Content-Encoding": "gzip"} if body.startswith(GZIPPED) else {})}
    return ASGIResponse(body=body, media_type=MediaType.JSON, headers=headers)


def written(store: Store, question: Question, *, pack: bool = False) -> tuple[int, bytes]:
    """The answer as JSON, by gzip where it is to be packed and worth it, and the last change of any event then."""
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
    body = page_json(page, events, more)
    return page.seq, packed(body) if pack and len(body) >= LEAST_PACKED else body


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
        shown = [{**one, "change": changes[event["id"]]} for one, event in zip(shown, events, strict=True)]
    return encode_json(shown)[1:-1], more


def said(request: Request[Any, Any, Any], question: Question) -> bytes:
    """What tells this question's answers from others': its words, and when the timeline it is of was last changed."""
    changed = question.saved.changed_at.isoformat() if question.saved and question.saved.changed_at else ""
    return b"\n".join((SHAPE, request.scope["path"].encode(), request.scope["query_string"], changed.encode()))


def page_tag(seq: int, asked: bytes) -> str:
    """The same for one question until any event changes: known without looking for its events."""
    return f'W/"{seq}-{blake2b(asked, digest_size=6).hexdigest()}"'
