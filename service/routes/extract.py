"""`/v1/extract`: what one article says, without keeping it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody, QueryParameter

from service.access import may_write
from service.refresh.extractors import Extractors
from service.views.articles import ArticleIn, article_of
from timeline.exports.json import extraction_json


@post(
    "/v1/extract",
    operation_id="extract_article",
    summary="Read an article without keeping it",
    status_code=200,
    guards=[may_write],
)
async def extract_article(
    extractors: NamedDependency[Extractors],
    data: JSONBody[ArticleIn],
    undated: Annotated[
        Literal["refuse", "keep"], QueryParameter(description="what to do with an article without a publication date")
    ] = "refuse",
) -> dict[str, Any]:
    """The time expressions and event mentions of the article."""
    return extraction_json(await extractors.read(article_of(data, undated=undated)))
