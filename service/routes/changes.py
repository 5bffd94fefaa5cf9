"""`/v1/changes` and `/v1/stream`: what has become of events, in the order in which it did."""

from __future__ import annotations

from asyncio import to_thread
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.params import HeaderParameter, QueryParameter
from litestar.response import Stream
from litestar.response.base import ASGIResponse
from litestar.serialization import encode_json

from service.telling import edition_of, tell, words_of
from service.views.changes import ChangesView, change_view
from timeline.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from service.answers import Told
    from service.watch import Watch
    from timeline.store import Change, Edition

LARGEST_PAGE = 500
LAST = 2**53 - 1  # the largest that every reader of JSON keeps exactly
AT_ONCE = 100
PING_SECONDS = 15.0
RETRY_MILLISECONDS = 2000
EVENT_STREAM = "text/event-stream"


@get("/v1/changes", operation_id="list_changes", summary="What has become of events since")
async def list_changes(
    request: Request[Any, Any, Any],
    store: NamedDependency[Store],
    after: Annotated[int, QueryParameter(ge=0, le=LAST, description="`next` of the page before; 0 for all")] = 0,
    limit: Annotated[int, QueryParameter(ge=1, le=LARGEST_PAGE, description="changes on a page")] = 100,
) -> ASGIResponse:
    """Changes in the order in which they were made; whoever puts them together from 0 on has the store's events."""
    edition = await edition_of(store)
    write = partial(written, store, checked(edition, after), after, limit)
    return await tell(request, words_of(request, f"{after} {limit}".encode()), edition, write)


def written(store: Store, edition: Edition, after: int, limit: int) -> Told:
    """A page of changes as JSON, and of which edition it is."""
    changes = store.changes(after, limit=limit)
    following = changes[-1].seq if changes else after
    view = ChangesView(changes=list(map(change_view, changes)), next=following, seq=max(edition.seq, following))
    return edition, encode_json(view)


@get(
    "/v1/stream",
    operation_id="stream_changes",
    summary="What becomes of events, as it happens",
    media_type=EVENT_STREAM,
)
async def stream_changes(
    store: NamedDependency[Store],
    state: State,
    after: Annotated[
        int | None,
        QueryParameter(ge=0, le=LAST, description="changes after this one; without it, from now on"),
    ] = None,
    last_event_id: Annotated[
        int | None,
        HeaderParameter(name="Last-Event-ID", ge=0, le=LAST, description="as `after`, and before it"),
    ] = None,
) -> Stream:
    """Server-sent events: `id` is the sequence number, `data` a change as in `/v1/changes`; a comment keeps it open."""
    start = after if last_event_id is None else last_event_id
    edition = checked(await edition_of(store), start or 0)
    return Stream(
        frames(store, state.watch, edition.seq if start is None else start),
        media_type=EVENT_STREAM,
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def frames(store: Store, watch: Watch, after: int) -> AsyncIterator[bytes]:
    """The stream itself, until the client leaves or the server ends."""
    with watch.listening():
        yield b"retry: %d\n\n" % RETRY_MILLISECONDS
        while not watch.closed:
            changes = await to_thread(store.changes, after, limit=AT_ONCE)
            for change in changes:
                yield frame(change)
                after = change.seq
            if not changes and not await watch.beyond(after, patience=PING_SECONDS):
                yield b": nothing new\n\n"


def frame(change: Change) -> bytes:
    """One change as a server-sent event (WHATWG HTML, 9.2); JSON has no line breaks in it."""
    return b"id: %d\nevent: change\ndata: %b\n\n" % (change.seq, encode_json(change_view(change)))


def checked(edition: Edition, after: int) -> Edition:
    """The edition; a refusal where the caller has seen a change that this store has not had yet."""
    if after > edition.seq:
        raise ClientException(
            f"the last change is {edition.seq}, so {after} is of another store, or of this one before a backup was "
            "restored: forget what you have and start from 0",
            status_code=409,
        )
    return edition
