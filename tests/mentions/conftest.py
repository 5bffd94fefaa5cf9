from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from timeline.expressions import find_expressions
from timeline.mentions import find_mentions
from timeline.nlp import load_nlp
from timeline.resolve import resolve
from timeline.types import Article, Mention, Published

Reader = Callable[..., tuple[Mention, ...]]


@pytest.fixture(scope="session")
def tell() -> Reader:
    """The mentions of a text published on Wednesday 12 March 2025."""
    nlp = load_nlp()

    def mentions(text, *, title=None, triggers=None, published="2025-03-12"):
        day = Published(raw=published, day=date.fromisoformat(published)) if published else None
        article = Article(id="a", text=text, title=title, published=day)
        doc = nlp(text)
        return find_mentions(doc, article, resolve(find_expressions(text), article, doc), triggers=triggers)

    return mentions


@pytest.fixture(scope="session")
def tell_of(tell) -> Callable[..., Mention]:
    """The mention with this trigger, the first where there are several."""

    def mention(text, trigger, **options):
        found = tell(text, **options)
        chosen = [one for one in found if one.trigger == trigger]
        assert chosen, f"no mention of {trigger!r} in {[one.trigger for one in found]}"
        return chosen[0]

    return mention
