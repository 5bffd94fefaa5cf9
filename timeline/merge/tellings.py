"""A telling: one mention with its article, in an order that does not depend on how the articles came in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.types import Article, Extraction, Mention
from timeline.written import Written

UNDATED = "~"  # sorts after every date


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One mention and the article that it stands in; `written` is what its time expression says, where it has one."""

    mention: Mention
    article: Article
    written: Written | None = None


def tellings(extractions: Iterable[Extraction]) -> tuple[Telling, ...]:
    """Every mention of every article: the earliest article first, then by its identity and the place in it."""
    return tuple(sorted((told(one, mention) for one in extractions for mention in one.mentions), key=place))


def told(extraction: Extraction, mention: Mention) -> Telling:
    """A mention with its article and the expression that dates it."""
    at = mention.expression
    written = None if at is None else extraction.expressions[at].expression.written
    return Telling(mention=mention, article=extraction.article, written=written)


def place(telling: Telling) -> tuple[str, str, int, int]:
    """Where a telling stands among all."""
    return published(telling.article), identity(telling.article), telling.mention.start, telling.mention.end


def identity(article: Article) -> str:
    """What names an article wherever it is read: its address, else its id."""
    return article.url or article.id


def published(article: Article) -> str:
    """The article's publication day, in a form that sorts."""
    return article.published.day.isoformat() if article.published else UNDATED


def is_dated(mention: Mention) -> bool:
    """Whether a mention has a date of its own: the publication's, and that it was before something else, are bounds."""
    when = mention.when
    if when is None or mention.basis == "publication":
        return False
    return mention.basis != "event" or when.earliest is not None
