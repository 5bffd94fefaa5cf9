"""`/v1/events`: one event, by any id it ever had."""

from __future__ import annotations

from asyncio import to_thread
from typing import Annotated, Any
from urllib.parse import quote

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Redirect

from service.views.changes import RevisionsView, change_view
from timeline.explain import explain
from timeline.exports.json import event_json, explanation_json
from timeline.store import NotFoundError, Store


@get(
    "/v1/events/{event_id:str}",
    operation_id="show_event",
    summary="One event with all its sources",
)
async def show_event(
    store: NamedDependency[Store],
    event_id: FromPath[str],
    revision: Annotated[
        int | None, QueryParameter(ge=1, le=2**31 - 1, description="the event as this one of its changes made it")
    ] = None,
) -> Response[dict[str, Any]] | Redirect:
    """The event; a former id leads to the event that it has become part of, unless a revision is named."""
    if revision is not None:
        return Response(event_json(await to_thread(store.event_as_it_was, event_id, revision)))
    event = await to_thread(store.event, event_id)
    if event.id != event_id:
        return Redirect(f"/v1/events/{quote(event.id, safe='')}", status_code=308)
    return Response(event_json(event))


@get(
    "/v1/events/{event_id:str}/revisions",
    operation_id="list_revisions",
    summary="What became of an event, change by change",
)
async def list_revisions(store: NamedDependency[Store], event_id: FromPath[str]) -> RevisionsView:
    """All changes of an id, the oldest first, those before a merge too; `event` is null where it was gone."""
    changes = await to_thread(store.revisions, event_id)
    if not changes:
        raise NotFoundError(f"there is no event {event_id!r}")
    return RevisionsView(revisions=list(map(change_view, changes)))


@get(
    "/v1/events/{event_id:str}/explanation",
    operation_id="explain_event",
    summary="Why the sources of an event are one event, why it has its date, and why its status",
)
async def explain_event(store: NamedDependency[Store], event_id: FromPath[str]) -> Response[dict[str, Any]]:
    """The reasons; evidence for one happening has its weight in log-odds, the sum last."""
    told = await to_thread(explain, store, event_id)
    return Response(explanation_json(told))
