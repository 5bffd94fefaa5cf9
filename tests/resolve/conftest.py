"""What the tests of this room share: one pipeline, and a short way to resolve a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language

from timeline.expressions import find_expressions
from timeline.nlp import load_nlp
from timeline.resolve import resolve
from timeline.types import Article, DatedExpression, Published

Resolve = Callable[..., tuple[DatedExpression, ...]]


def article(text: str, published: str | None) -> Article:
    """An article of that text; `published` is an ISO day."""
    when = None if published is None else Published(raw=published, day=date.fromisoformat(published))
    return Article(id="1", text=text, published=when)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline."""
    return load_nlp()


@pytest.fixture(scope="session")
def dated(nlp: Language) -> Resolve:
    """The dated expressions of a text published on a day."""

    def resolved(text: str, published: str | None = "2025-01-06", **options: str) -> tuple[DatedExpression, ...]:
        return resolve(find_expressions(text), article(text, published), nlp(text), **options)  # type: ignore[arg-type]

    return resolved
