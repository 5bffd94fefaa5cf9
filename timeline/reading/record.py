"""One article from the fields of a JSON object, of a front matter or of a request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.identity import made_id
from timeline.pages import read_stamp
from timeline.types import Article, ArticleRefusedError, Published

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.reading.refusal import Undated

HALF_CHARACTER = re.compile("[\ud800-\udfff]")
LONGEST_TEXT = 1_000_000  # characters: what spaCy reads at once
PLAIN_FIELDS = ("url", "source", "title", "language")


def article_of(fields: Mapping[str, object], *, undated: Undated = "refuse") -> Article:
    """The article of some fields in the contract's names; raises ArticleRefusedError, which says what is wrong.

    `id`, `url`, `source`, `title` and `language` may be absent, None or empty; other fields are ignored.
    """
    text = words(fields, "text")
    if text is None or not text.strip():
        raise ArticleRefusedError("the article has no text")
    if len(text) > LONGEST_TEXT:
        raise ArticleRefusedError(f"the text is longer than {LONGEST_TEXT} characters; give its parts as articles")
    published = published_of(fields)
    if published is None and undated == "refuse":
        raise ArticleRefusedError(
            "the article has no publication date; give `published`, or take it as it is: `--undated keep`"
        )
    url, source, title, language = (words(fields, name) for name in PLAIN_FIELDS)
    return Article(
        id=given_id(fields) or made_id(url=url, text=text),
        text=text,
        published=published,
        url=url,
        source=source,
        title=title,
        language=language,
    )


def words(fields: Mapping[str, object], name: str) -> str | None:
    """A field that holds words, letter for letter; None where it is absent or empty."""
    value = fields.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ArticleRefusedError(f"`{name}` must be a string")
    half = HALF_CHARACTER.search(value)
    if half:
        raise ArticleRefusedError(f"`{name}` holds half a character (a lone surrogate) at {half.start()}")
    return value


def given_id(fields: Mapping[str, object]) -> str | None:
    """The article's own id, which may be a number."""
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return words(fields, "id")


def published_of(fields: Mapping[str, object]) -> Published | None:
    """The publication date with its UTC offset; None where the article gives none."""
    raw = words(fields, "published")
    return None if raw is None else read_published(raw)


def read_published(raw: str) -> Published:
    """A publication date that someone gave; raises ArticleRefusedError where it is none."""
    published = read_stamp(raw, origin="given")
    if published is None:
        raise ArticleRefusedError(
            f"`published` is {raw!r}, which is no ISO 8601 date such as 2025-01-06T00:40:00+02:00"
        )
    return published
