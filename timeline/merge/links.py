"""What events have to do with each other: a denial leads to what it denies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.mentions.words import DENYING_VERBS
from timeline.merge.tellings import Telling
from timeline.types import Link

DENIALS = DENYING_VERBS | {"denial", "rebuttal", "refutation"}
Place = tuple[str, int]  # article id and start of the sentence


def denials(groups: Mapping[str, Iterable[Telling]]) -> dict[str, tuple[Link, ...]]:
    """For the id of each denial the links to what it denies: what the same sentence tells as denied.

    `groups` are the tellings of each event by its id.
    """
    denied: dict[Place, set[str]] = {}
    for event, tellings in groups.items():
        for one in tellings:
            if one.mention.stance == "denied" and one.mention.lemma not in DENIALS:
                denied.setdefault(place(one), set()).add(event)
    found: dict[str, set[str]] = {}
    for event, tellings in groups.items():
        for one in tellings:
            if one.mention.lemma in DENIALS:
                found.setdefault(event, set()).update(denied.get(place(one), set()) - {event})
    return {event: tuple(Link(type="denies", event=one) for one in sorted(targets)) for event, targets in found.items()}


def place(telling: Telling) -> Place:
    """The sentence that a telling stands in."""
    return telling.article.id, telling.mention.quote.start
