"""What was stored reads as what was saved, whatever an article says."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.merge import merge
from timeline.nlp import load_nlp
from timeline.pipeline import extract
from timeline.store import payload
from timeline.types import Article, Published

SENTENCES = (
    "Ann Vey met Bo Lind in Riga on Monday, 3 May.",
    "Two weeks ago the council voted; three days later the mayor denied it.",
    "A few days after the strike, talks began in early 2022.",
    "The fair opens at 10 a.m. on Easter Sunday and is held every second Friday.",
    "It lasted for six hours between 5 and 7 March, in the late 1990s and the third quarter.",
    "The “Große Fähre” – 40 ° N – was, he claimed, “never” sunk.",
)


@pytest.fixture(scope="module")
def extractions() -> list[object]:
    published = Published(raw="2022-05-12", day=date(2022, 5, 12))
    articles = [Article(id=str(at), text=text, published=published) for at, text in enumerate(SENTENCES)]
    return list(extract(articles, load_nlp()))


def test_extractions_and_events_come_back_as_they_were(extractions: list[object]) -> None:
    steps = set()
    for one in extractions:
        expressions, mentions = one.expressions, one.mentions  # type: ignore[attr-defined]
        assert payload.unpack_expressions(payload.pack_expressions(expressions)) == expressions
        assert [payload.unpack_mention(payload.pack_mention(mention)) for mention in mentions] == list(mentions)
        steps |= {type(step) for mention in mentions for step in mention.steps}
        steps |= {type(expression.expression.written) for expression in expressions}
    assert len(steps) > 6
    events = merge(extractions)  # type: ignore[arg-type]
    assert events
    assert tuple(payload.unpack_event(payload.pack_event(event)) for event in events) == events
