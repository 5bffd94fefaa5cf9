"""`/v1/events`: one event, by any id it ever had."""

from __future__ import annotations

from asyncio import to_thread
from typing import Any

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from timeline.explain import explain
from timeline.exports.json import event_json, explanation_json
from timeline.store import Store


@get(
    "/v1/events/{event_id:str}",
    operation_id="show_event",
    summary="One event with all its sources",
)
async def show_event(store: NamedDependency[Store], event_id: FromPath[str]) -> Response[dict[str, Any]] | Redirect:
    """The event; a former id leads to the event that it has become part of."""
    event = await to_thread(store.event, event_id)
    if event.id != event_id:
        return Redirect(f"/v1/events/{event.id}", status_code=308)
    return Response(event_json(event))


@get(
    "/v1/events/{event_id:str}/explanation",
    operation_id="explain_event",
    summary="Why the sources of an event are one event, why it has its date, and why its status",
)
async def explain_event(store: NamedDependency[Store], event_id: FromPath[str]) -> Response[dict[str, Any]]:
    """The reasons; evidence for one happening has its weight in log-odds, the sum last."""
    told = await to_thread(explain, store, event_id)
    return Response(explanation_json(told))
