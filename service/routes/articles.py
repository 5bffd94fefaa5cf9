"""`/v1/articles`: what the chronology is made from."""

from __future__ import annotations

from asyncio import to_thread
from typing import Annotated, Any

from litestar import Request, delete, get, patch, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import ClientException, ValidationException
from litestar.params import JSONBody, QueryParameter

from service.access import may_write
from service.ids import id_after
from service.problems import invalid
from service.views.articles import (
    Accepted,
    ArticleIn,
    ArticlesView,
    ArticleView,
    Correction,
    article_of,
    article_view,
    published_of,
)
from timeline.store import CursorError, Store

LARGEST_PAGE = 500
HERE = "/v1/articles/"


@get("/v1/articles", operation_id="list_articles", summary="The articles, the latest added first")
async def list_articles(
    store: NamedDependency[Store],
    source: Annotated[str | None, QueryParameter(description="only this outlet's")] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=LARGEST_PAGE, description="articles on a page")] = 100,
    cursor: Annotated[str | None, QueryParameter(description="`next` of the page before")] = None,
) -> ArticlesView:
    """A page of articles without their texts."""
    try:
        page = await to_thread(store.articles, source=source or None, limit=limit, cursor=cursor or None)
    except CursorError as error:
        raise invalid("cursor", str(error)) from error
    return ArticlesView(articles=[article_view(stored) for stored in page.articles], next=page.next)


@get(
    "/v1/articles/{article_id:path}",
    operation_id="show_article",
    summary="One article and how far it has been read",
)
async def show_article(store: NamedDependency[Store], request: Request[Any, Any, Any]) -> ArticleView:
    """An article without its text."""
    return article_view(await to_thread(store.article, id_after(HERE, request)))


@post(
    "/v1/articles",
    operation_id="add_article",
    summary="Send an article",
    status_code=202,
    guards=[may_write],
)
async def add_article(store: NamedDependency[Store], state: State, data: JSONBody[ArticleIn]) -> Accepted:
    """The article's id; it is stored when this answers, and is read within seconds."""
    saved = await to_thread(store.add_article, article_of(data))
    if saved.outcome == "removed":
        raise ClientException(
            f"article {saved.id!r} was taken down and stays so: to publish it again, send it under another `id` "
            "and `url`",
            status_code=409,
        )
    state.wake()
    return Accepted(id=saved.id, outcome=saved.outcome)


@patch(
    "/v1/articles/{article_id:path}",
    operation_id="correct_article",
    summary="Correct date or source",
    guards=[may_write],
)
async def correct_article(
    store: NamedDependency[Store], state: State, request: Request[Any, Any, Any], data: JSONBody[Correction]
) -> ArticleView:
    """The corrected article; everything in it is dated anew."""
    if data.published is None and data.source is None:
        raise ValidationException("send `published`, `source` or both")
    published = published_of(data.published) if data.published is not None else None
    corrected = await to_thread(store.correct_article, id_after(HERE, request), published=published, source=data.source)
    state.wake()
    return article_view(corrected)


@delete(
    "/v1/articles/{article_id:path}",
    operation_id="remove_article",
    summary="Take an article down",
    guards=[may_write],
)
async def remove_article(store: NamedDependency[Store], request: Request[Any, Any, Any]) -> None:
    """Its text and its quotes are gone when this answers."""
    await to_thread(store.remove_article, id_after(HERE, request))
