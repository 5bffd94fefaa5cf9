"""What events have to do with each other: a denial leads to what it denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from timeline.mentions.words import DENYING_VERBS
from timeline.merge.tellings import Telling
from timeline.types import Link

DENIALS = DENYING_VERBS | {"denial", "rebuttal", "refutation"}
Sentence = tuple[str, int]  # article id and where it starts
Denied = tuple[int, str]  # where the trigger starts, and its event's id


def denials(groups: Mapping[str, Iterable[Telling]]) -> dict[str, tuple[Link, ...]]:
    """For the id of each denial the links to what it denies; `groups` are the tellings of each event by its id."""
    denied: dict[Sentence, list[Denied]] = defaultdict(list)
    for event, tellings in groups.items():
        for one in tellings:
            if one.mention.stance == "denied" and one.mention.lemma not in DENIALS:
                denied[sentence(one)].append((one.mention.start, event))
    found = {event: sorted(set(targets(event, tellings, denied))) for event, tellings in groups.items()}
    return {event: tuple(Link(type="denies", event=one) for one in others) for event, others in found.items() if others}


def targets(event: str, tellings: Iterable[Telling], denied: Mapping[Sentence, list[Denied]]) -> Iterator[str]:
    """For each telling of a denial what comes first after it, of that which its sentence tells as denied."""
    for one in tellings:
        if one.mention.lemma in DENIALS:
            nearby = [(start < one.mention.start, start, other) for start, other in denied.get(sentence(one), ())]
            others = sorted(place for place in nearby if place[2] != event)
            yield from (other for _, _, other in others[:1])


def sentence(telling: Telling) -> Sentence:
    """The sentence that a telling stands in."""
    return telling.article.id, telling.mention.quote.start
