"""`/v1/timelines`: questions that were given a name."""

from __future__ import annotations

from asyncio import to_thread
from typing import Any

from litestar import Request, Response, delete, get, put
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, JSONBody
from litestar.response.base import ASGIResponse

from service.access import may_write
from service.problems import invalid
from service.questions import FILTERS, OF_ONE, asking, query_of, question_of
from service.routes.landmarks import landmark_view
from service.routes.timeline import answer
from service.views.timelines import SavedTimelinesView, SavedTimelineView, TimelineIn
from timeline.store import SavedTimeline, Store, TimelineQuery, timeline_fault


@get("/v1/timelines", operation_id="list_timelines", summary="The saved timelines")
async def list_timelines(store: NamedDependency[Store]) -> SavedTimelinesView:
    """All of them, by slug."""
    return SavedTimelinesView(timelines=await to_thread(all_shown, store))


@get("/v1/timelines/{slug:str}", operation_id="show_timeline_saved", summary="One saved timeline")
async def show_saved(store: NamedDependency[Store], slug: FromPath[str]) -> SavedTimelineView:
    """What it asks, and how it is called."""
    return await to_thread(shown_by, store, slug)


@put(
    "/v1/timelines/{slug:str}",
    operation_id="save_timeline",
    summary="Save a timeline under a slug",
    responses={201: ResponseSpec(SavedTimelineView, generate_examples=False, description="it is new")},
    guards=[may_write],
)
async def save_timeline(
    store: NamedDependency[Store], slug: FromPath[str], data: JSONBody[TimelineIn]
) -> Response[SavedTimelineView]:
    """The timeline as it stands now, 201 where it is new."""
    saved = saved_of(slug, data)
    fault = timeline_fault(saved, known={landmark.name for landmark in await to_thread(store.landmarks)})
    if fault is not None:
        raise invalid(*fault)
    new = await to_thread(store.save_timeline, saved)
    return Response(await to_thread(shown_by, store, slug), status_code=201 if new else 200)


@delete(
    "/v1/timelines/{slug:str}",
    operation_id="remove_timeline",
    summary="Forget a saved timeline",
    guards=[may_write],
)
async def remove_timeline(store: NamedDependency[Store], slug: FromPath[str]) -> None:
    """Its events stay."""
    await to_thread(store.remove_timeline, slug)


@get(
    "/v1/timelines/{slug:str}/events",
    operation_id="show_timeline_events",
    operation_class=asking(OF_ONE),
    summary="The events of a saved timeline",
)
async def show_events(request: Request[Any, Any, Any], slug: FromPath[str]) -> ASGIResponse:
    """As `/v1/timeline?timeline=<slug>`."""
    store: Store = request.app.state.store
    question = await to_thread(question_of, request.scope["query_string"], store, slug=slug, known=OF_ONE)
    return await answer(request, store, question)


@get(
    "/v1/timelines/{slug:str}/events.json",
    operation_id="show_timeline_events_json",
    operation_class=asking(OF_ONE),
    summary="The events of a saved timeline as JSON, whatever Accept says",
)
async def show_events_json(request: Request[Any, Any, Any], slug: FromPath[str]) -> ASGIResponse:
    """As `/v1/timelines/{slug}/events`."""
    store: Store = request.app.state.store
    question = await to_thread(question_of, request.scope["query_string"], store, slug=slug, known=OF_ONE)
    return await answer(request, store, question)


def saved_of(slug: str, given: TimelineIn) -> SavedTimeline:
    """The timeline that was sent; raises a refusal, which names the filter that will not do."""
    return SavedTimeline(
        slug=slug,
        title=given.title,
        query=read_query(given),
        description=given.description,
        language=given.language,
        landmarks=tuple(dict.fromkeys(given.landmarks)),
        pinned=tuple(dict.fromkeys(given.pinned)),
    )


def read_query(given: TimelineIn) -> TimelineQuery:
    """The filters that were sent; one that is unknown or cannot be read is named."""
    for name in given.query:
        if name not in FILTERS:
            raise invalid(name[:80], f"is no filter of /v1/timeline; there are {', '.join(FILTERS)}")
    written = {
        name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in given.query.items()
    }
    return query_of({name: value for name, value in written.items() if value})


def all_shown(store: Store) -> list[SavedTimelineView]:
    """All saved timelines as they are shown."""
    return [timeline_view(store, saved) for saved in store.saved_timelines()]


def shown_by(store: Store, slug: str) -> SavedTimelineView:
    """The saved timeline of a slug as it is shown."""
    return timeline_view(store, store.saved_timeline(slug))


def timeline_view(store: Store, saved: SavedTimeline) -> SavedTimelineView:
    """A saved timeline as it is shown; landmarks that are there no more are left out."""
    landmarks = {landmark.name: landmark for landmark in store.landmarks()} if saved.landmarks else {}
    assert saved.created_at is not None
    assert saved.changed_at is not None
    return SavedTimelineView(
        slug=saved.slug,
        title=saved.title,
        description=saved.description,
        language=saved.language,
        query=asked_by(saved.query),
        landmarks=[landmark_view(landmarks[name]) for name in saved.landmarks if name in landmarks],
        pinned=list(saved.pinned),
        events=f"/v1/timelines/{saved.slug}/events",
        created_at=saved.created_at,
        changed_at=saved.changed_at,
    )


def asked_by(query: TimelineQuery) -> dict[str, str | int | bool]:
    """A question as the parameters that put it."""
    default = TimelineQuery()
    names = {asked.sets: name for name, asked in FILTERS.items() if name != "text"}
    return {
        name: getattr(query, part) for part, name in names.items() if getattr(query, part) != getattr(default, part)
    }
