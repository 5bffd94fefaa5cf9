"""Articles as they are sent and shown."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from service.problems import invalid
from timeline import reading
from timeline.pages import read_stamp
from timeline.reading.refusal import Undated
from timeline.store import StoredArticle
from timeline.types import Article, Published


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleIn:
    """An article as the contract writes it."""

    text: str
    published: str | None = None
    id: str | int | None = None
    url: str | None = None
    source: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is to be corrected in an article: its publication date, its source, or both."""

    published: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What became of an article that was posted; it is stored, and is read next."""

    id: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article without its text, which is its publisher's; `state` says how far it has been read."""

    id: str
    url: str | None
    source: str | None
    title: str | None
    published: str | None
    date_doubt: str | None
    language: str | None
    state: str
    revision: int
    feed: str | None
    error: str | None
    added_at: datetime
    changed_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesView:
    """A page of articles, the latest added first."""

    articles: list[ArticleView]
    next: str | None


def article_of(given: ArticleIn, *, undated: Undated = "refuse") -> Article:
    """The article that was sent; raises ValidationException, which names the field that will not do."""
    if not given.text.strip():
        raise invalid("text", "an article without text cannot be read")
    if len(given.text) > reading.LONGEST_TEXT:
        raise invalid("text", f"longer than {reading.LONGEST_TEXT} characters")
    if given.url and not given.url.lower().startswith(("http://", "https://")):
        raise invalid("url", "an http or https address is needed")
    if given.published:
        published_of(given.published)
    elif undated == "refuse":
        raise invalid("published", "an article without a publication date is refused: send an ISO 8601 date")
    return reading.article_of(asdict(given), undated=undated)


def published_of(raw: str) -> Published:
    """The publication date that was sent."""
    published = read_stamp(raw, origin="given")
    if published is None:
        raise invalid("published", f"{raw[:40]!r} is not an ISO 8601 date or date-time")
    return published


def article_view(stored: StoredArticle) -> ArticleView:
    """A stored article as it is shown."""
    article = stored.article
    return ArticleView(
        id=article.id,
        url=article.url,
        source=article.source,
        title=article.title,
        published=article.published.iso if article.published else None,
        date_doubt=article.date_doubt,
        language=article.language,
        state=stored.state,
        revision=stored.revision,
        feed=stored.feed,
        error=stored.error,
        added_at=stored.added_at,
        changed_at=stored.changed_at,
        withdrawn_at=stored.withdrawn_at,
    )
