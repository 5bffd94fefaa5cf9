"""Publication dates at the ends of the calendar are ordinary input: they disturb no other article."""

from __future__ import annotations

import pytest

from timeline.reading import article_of
from timeline.store import Store
from timeline.types import Extraction


@pytest.mark.parametrize(
    "published",
    ["0001-01-01", "9999-12-31", "9999-12-31T23:59:59-14:00", "0001-01-01T00:30:00+14:00", "2023-05-10T09:00:00+02:00"],
)
def test_an_article_of_any_year_can_be_stored_related_and_taken_down(store: Store, published: str) -> None:
    odd = article_of({"id": "odd", "published": published, "text": "The dam near Porto burst yesterday."})
    other = article_of({"id": "other", "published": "2024-01-01", "text": "The council met."})
    for article in (odd, other):
        store.add_article(article)
    for claimed in store.claim_pending(10):
        store.save_extraction(claimed, Extraction(article=claimed.article, expressions=(), mentions=()))
    assert {one.article.id for one in store.related(["odd", "other"]).extractions} == {"odd", "other"}
    store.remove_article("odd")
    kept = store.article("odd").article.published
    assert kept is not None
    assert kept.raw == published
