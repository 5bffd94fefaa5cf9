"""Articles as they are stored, and how far each has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from timeline.store.tables import ArticleState
    from timeline.types import Article, Extraction

Outcome = Literal["new", "unchanged", "revised", "removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of an article that came in; `removed` means that it was taken down before, and stays so."""

    id: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article and how far it has been read; `text` is empty once it was taken down."""

    article: Article
    state: ArticleState
    revision: int
    feed: str | None
    error: str | None
    added_at: datetime
    changed_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read out of an article, with the words that were read.

    `events` gives the id of the event that tells a mention, by where its trigger starts; `notable` are those of
    them that the default chronology shows.
    """

    extraction: Extraction
    events: Mapping[int, str]
    notable: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Articles, the latest added first, and where to go on; `next` is None at the end."""

    articles: tuple[StoredArticle, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """An article that is ours to read until the lease ends."""

    article: Article
    revision: int
    token: str
