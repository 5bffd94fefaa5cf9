"""`/v1/landmarks`: dated happenings that the user gives, by which what hangs on them is dated."""

from __future__ import annotations

from asyncio import to_thread

from litestar import Response, delete, get, put
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromPath, JSONBody

from service.access import may_write
from service.problems import invalid
from service.views.timelines import LandmarkIn, LandmarksView, LandmarkView
from timeline import edtf
from timeline.store import Store
from timeline.types import Landmark

LONGEST, MOST_PHRASES = 200, 50


@get("/v1/landmarks", operation_id="list_landmarks", summary="The landmarks")
async def list_landmarks(store: NamedDependency[Store]) -> LandmarksView:
    """All landmarks, the first given first."""
    return LandmarksView(landmarks=[landmark_view(one) for one in await to_thread(store.landmarks)])


@put(
    "/v1/landmarks/{name:str}",
    operation_id="put_landmark",
    summary="Give a landmark its date and phrases",
    responses={201: ResponseSpec(LandmarkView, generate_examples=False, description="it is new")},
    guards=[may_write],
)
async def put_landmark(
    store: NamedDependency[Store], state: State, name: FromPath[str], data: JSONBody[LandmarkIn]
) -> Response[LandmarkView]:
    """The landmark, 201 where it is new; what hangs on it is dated anew within seconds."""
    landmark = landmark_of(name, data)
    new = await to_thread(store.put_landmark, landmark)
    state.wake()
    return Response(landmark_view(landmark), status_code=201 if new else 200)


@delete(
    "/v1/landmarks/{name:str}",
    operation_id="remove_landmark",
    summary="Forget a landmark",
    guards=[may_write],
)
async def remove_landmark(store: NamedDependency[Store], state: State, name: FromPath[str]) -> None:
    """What hung on it is dated anew within seconds."""
    await to_thread(store.remove_landmark, name)
    state.wake()


def landmark_of(name: str, given: LandmarkIn) -> Landmark:
    """The landmark that was sent; raises a refusal, which names the field that will not do."""
    try:
        edtf.parse(given.date)
    except edtf.EdtfError as error:
        raise invalid("date", str(error)) from error
    phrases = tuple(dict.fromkeys(phrase.strip() for phrase in given.phrases))
    if not phrases or len(phrases) > MOST_PHRASES or any(not 0 < len(phrase) <= LONGEST for phrase in phrases):
        raise invalid("phrases", f"from 1 to {MOST_PHRASES} phrases of up to {LONGEST} characters are needed")
    if len(name) > LONGEST or any("\x00" in word for word in (name, *phrases)):
        raise invalid("name", f"names and phrases have up to {LONGEST} characters, none of them NUL")
    return Landmark(name=name, date=given.date, phrases=phrases)


def landmark_view(landmark: Landmark) -> LandmarkView:
    """A landmark as it is shown."""
    return LandmarkView(name=landmark.name, date=landmark.date, phrases=list(landmark.phrases))
