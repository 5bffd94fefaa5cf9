"""`/v1/timeline`: the chronology, filtered, a page at a time."""

from __future__ import annotations

from asyncio import to_thread
from typing import Annotated

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from service.views import invalid
from timeline import edtf
from timeline.store import Store, TimelineQuery, ViewPage
from timeline.types import Status

LARGEST_PAGE = 500


@get("/v1/timeline", operation_id="show_timeline", summary="The chronology, in order of time")
async def show_timeline(
    store: NamedDependency[Store],
    q: FromQuery[str | None] = None,
    text: FromQuery[str | None] = None,
    name: FromQuery[str | None] = None,
    source: FromQuery[str | None] = None,
    status: FromQuery[Status | None] = None,
    start: Annotated[str | None, QueryParameter(name="from", description="EDTF: from this time on")] = None,
    end: Annotated[str | None, QueryParameter(name="to", description="EDTF: up to this time")] = None,
    everything: Annotated[bool, QueryParameter(name="all", description="background and undated events too")] = False,
    limit: Annotated[int, QueryParameter(ge=1, le=LARGEST_PAGE)] = 100,
    cursor: FromQuery[str | None] = None,
) -> Response[bytes]:
    """The events of one page; `text` is another name of `q`."""
    for field, time in (("from", start), ("to", end)):
        check_time(field, time)
    query = TimelineQuery(
        text=q or text or None,
        name=name or None,
        source=source or None,
        status=status,
        start=start or None,
        end=end or None,
        everything=everything,
        limit=limit,
        cursor=cursor or None,
    )
    page = store.timeline_views(query) if store.answers_at_once else await to_thread(store.timeline_views, query)
    return Response(page_json(page), media_type=MediaType.JSON, headers={"ETag": page_tag(page)})


def check_time(field: str, time: str | None) -> None:
    """Raise a refusal that names the parameter, where it is given and is no EDTF."""
    try:
        if time:
            edtf.parse(time)
    except edtf.EdtfError as error:
        raise invalid(field, str(error)) from error


def page_json(page: ViewPage) -> bytes:
    """The page as JSON; each event was written when it was stored, and is only copied here."""
    following = f'"{page.next}"' if page.next else "null"
    return b'{"events":[%b],"next":%b,"total_hint":%d}' % (page.events, following.encode(), page.total_hint)


def page_tag(page: ViewPage) -> str:
    """The same for one question until any event changes: cheaper than reading all bytes of every answer again."""
    return f'W/"{page.seq}-{page.total_hint}"'
