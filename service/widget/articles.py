"""An article as it was read: its own page, which every quote leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import Response, get
from litestar.di import NamedDependency

from service.ids import id_after
from service.widget.absent import absent
from service.widget.links import Asked, mount
from service.widget.marks import paragraphs
from service.widget.rendering import page
from service.widget.views import ArticleView
from timeline.exports.links import web_address
from timeline.exports.listing.dates import published_view
from timeline.exports.listing.entries import UNNAMED
from timeline.exports.listing.words import counted
from timeline.store import Reading, Store

if TYPE_CHECKING:
    from timeline.store import StoredArticle

NOT_READ = {
    "pending": "It waits to be read: look again in a moment.",
    "claimed": "It is being read just now: look again in a moment.",
    "failed": "It could not be read.",
    "removed": "It was taken down, and its words with it.",
}


@get("/articles/{article_id:path}", include_in_schema=False, sync_to_thread=True, exception_handlers=absent("article"))
def show_article(store: NamedDependency[Store], request: Asked) -> Response[str]:
    """An article with all that was read out of it, status 410 where it was taken down."""
    root, article_id = mount(request), id_after("/articles/", request)
    stored, reading = store.article(article_id), store.reading(article_id)
    status = 410 if stored.state == "removed" else 200
    return page("article.html", root=root, status=status, it=article_view(stored, reading, root=root))


def article_view(stored: StoredArticle, reading: Reading | None, *, root: str) -> ArticleView:
    """The article as its page shows it; what was taken down keeps its outlet and day and loses its words."""
    article = stored.article
    return ArticleView(
        title=article.title or "Article without a title",
        outlet=article.source or UNNAMED,
        href=web_address(article.url) if stored.state != "removed" else None,
        published=published_view(article.published.iso if article.published else None),
        language=article.language,
        state=None if reading else NOT_READ.get(stored.state, "Nothing was read out of it."),
        counted=found(reading) if reading else "",
        paragraphs=paragraphs(reading, root=root) if reading else (),
    )


def found(reading: Reading) -> str:
    """How much was read out of it."""
    times = counted(len(reading.extraction.expressions), "time", "times")
    return f"{times} named, {counted(len(reading.extraction.mentions), 'happening', 'happenings')} told"
