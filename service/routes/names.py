"""`/v1/names`: whom and what the events name."""

from __future__ import annotations

from asyncio import to_thread
from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter

from service.problems import invalid
from service.views.names import NamesView, NameView
from timeline.store import CursorError, NameKind, Store

LARGEST_PAGE = 500


@get("/v1/names", operation_id="list_names", summary="Names, those of the most events first")
async def list_names(
    store: NamedDependency[Store],
    q: Annotated[str | None, QueryParameter(max_length=200, description="how a word of the name starts")] = None,
    kind: FromQuery[NameKind | None] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=LARGEST_PAGE)] = 100,
    cursor: FromQuery[str | None] = None,
) -> NamesView:
    """A page of the names by which events call someone or somewhere, with the other spellings in their sources."""
    prefix = (q or "").replace("\x00", "")
    try:
        page = await to_thread(store.names, prefix=prefix, kind=kind, limit=limit, cursor=cursor or None)
    except CursorError as error:
        raise invalid("cursor", str(error)) from error
    names = [
        NameView(name=one.name, kind=one.kind, spellings=list(one.spellings), count=one.count) for one in page.names
    ]
    return NamesView(names=names, next=page.next)
