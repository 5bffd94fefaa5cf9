"""The contract's JSON shapes, made from the library's values."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from timeline.chronology import sortable
from timeline.exports.links import is_web_address
from timeline.steps import describe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.merge import Explanation
    from timeline.steps import Step
    from timeline.types import (
        Chronology,
        DatedExpression,
        Event,
        Extraction,
        Mention,
        Quote,
        RelativeTo,
        SourceQuote,
        Speaker,
        Timex,
        When,
    )

Json = dict[str, Any]


def extraction_json(extraction: Extraction) -> Json:
    """One line of `timeline extract`: the expressions and mentions of an article."""
    return {
        "id": extraction.article.id,
        "language": extraction.language,
        "expressions": [expression_json(dated) for dated in extraction.expressions],
        "mentions": [mention_json(mention) for mention in extraction.mentions],
    }


def expression_json(dated: DatedExpression) -> Json:
    """A time expression: what it says (`timex`), when that is (`when`), and why."""
    expression = dated.expression
    return {
        "start": expression.start,
        "end": expression.end,
        "text": expression.text,
        "timex": value_json(dated.timex),
        "when": when_json(dated.when),
        "anchor": dated.anchor,
        "rule": expression.rule,
        "relative_to": value_json(dated.relative_to),
        "why": why_json(dated.steps),
    }


def mention_json(mention: Mention) -> Json:
    """A mention with its quote, date, participants, speaker and stance."""
    return {
        "start": mention.start,
        "end": mention.end,
        "trigger": mention.trigger,
        "quote": value_json(mention.quote),
        "summary": mention.summary,
        "expression": mention.expression,
        "when": when_json(mention.when),
        "basis": mention.basis,
        "relative_to": value_json(mention.relative_to),
        "why": why_json(mention.steps),
        "participants": [asdict(participant) for participant in mention.participants],
        "places": [asdict(place) for place in mention.places],
        "speaker": value_json(mention.speaker),
        "stance": mention.stance,
    }


def event_json(event: Event) -> Json:
    """An event with every source that tells of it."""
    return {
        "id": event.id,
        "title": event.title,
        "when": when_json(event.when),
        "why": why_json(event.steps),
        "status": event.status,
        "salience": round(event.salience, 3),
        "source_count": event.source_count,
        "independent_source_count": event.independent_source_count,
        "dates_agree": event.dates_agree,
        "participants": [
            {"name": person.name, "label": person.label, "aliases": list(person.aliases)}
            for person in event.participants
        ],
        "places": list(event.places),
        "links": [asdict(link) for link in event.links],
        "sources": [source_json(source) for source in event.sources],
    }


def source_json(source: SourceQuote) -> Json:
    """One source of an event: whose words, from where to where, and the date these words give."""
    return {
        "article": source.article,
        "url": source.url if is_web_address(source.url) else None,
        "source": source.source,
        "title": source.title,
        "published": source.published,
        "start": source.start,
        "end": source.end,
        "trigger": source.trigger,
        "quote": value_json(source.quote),
        "when": when_json(source.when),
        "basis": source.basis,
        "why": why_json(source.steps),
        "speaker": value_json(source.speaker),
        "stance": source.stance,
    }


def explanation_json(told: Explanation) -> Json:
    """Why an event is what it is."""
    return asdict(told)


def why_json(steps: Sequence[Step]) -> list[str]:
    """The reasons of a date, a plain sentence each."""
    return [describe(step) for step in steps]


def when_json(when: When | None) -> Json | None:
    """A date; its days stand there for the years 0000 to 9999 only.

    ISO 8601 leaves other years to the agreement of the partners, and as strings they would not be in order of time:
    for these `edtf` and `label` say all that is known.
    """
    if when is None:
        return None
    shape = asdict(when)
    for day in ("earliest", "latest", "best"):
        shape[day] = sortable(shape[day])
    return shape


def value_json(value: Timex | Quote | Speaker | RelativeTo | None) -> Json | None:
    """A flat value as it stands in the contract; None stays None."""
    return None if value is None else asdict(value)


def write(chronology: Chronology) -> str:
    """The chronology as one JSON object."""
    events = [event_json(event) for event in chronology.events]
    called = {"title": chronology.title, "description": chronology.description}
    given = {name: text for name, text in called.items() if text}
    return json.dumps({**given, "events": events}, ensure_ascii=False, indent=1) + "\n"
