"""Which stored event a newly merged one continues, so that ids survive a merge."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from timeline.types import Event, SourceQuote

Telling = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The new events under the ids they are stored by, and where each old id that is no more leads (or None)."""

    events: tuple[Event, ...]
    gone: Mapping[str, str | None]


def match(new: Sequence[Event], old: Sequence[Event], *, taken: Callable[[str], bool]) -> Matched:
    """Give each new event the id of the old one it shares most tellings with; the larger share decides, then the id.

    One that shares none, but comes with the id of an old one, is that too: all its words may have been revised.
    `taken` says of an id whether an event outside this merge has it.
    """
    namesakes = [(event.id, event.id, 0) for event in new if event.id in {event.id for event in old}]
    pairs = sorted([*shared(new, old), *namesakes], key=lambda pair: (-pair[2], pair[1], pair[0]))
    ids: dict[str, str] = {}
    heirs: dict[str, str] = {}
    for of_new, of_old, _ in pairs:
        if of_new not in ids and of_old not in heirs:
            ids[of_new], heirs[of_old] = of_old, of_new
    used = set(heirs)
    for event in new:
        if event.id not in ids:
            ids[event.id] = free_id(event.id, lambda key: key in used or taken(key))
            used.add(ids[event.id])
    gone: dict[str, str | None] = {event.id: None for event in old if event.id not in heirs}
    for of_new, of_old, tellings_shared in reversed(pairs):
        if of_old in gone and tellings_shared:
            gone[of_old] = ids[of_new]
    return Matched(events=tuple(renamed(event, ids) for event in new), gone=gone)


def shared(new: Sequence[Event], old: Sequence[Event]) -> list[tuple[str, str, int]]:
    """How many tellings each new event shares with each old one, where there are any."""
    holders: dict[Telling, list[str]] = {}
    for event in old:
        for telling in tellings(event):
            holders.setdefault(telling, []).append(event.id)
    pairs = []
    for event in new:
        common = Counter(holder for telling in tellings(event) for holder in holders.get(telling, ()))
        pairs += [(event.id, holder, count) for holder, count in common.items()]
    return pairs


def tellings(event: Event) -> set[Telling]:
    """What identifies an event's tellings, even where a revision has moved them within the article."""
    return {telling(source) for source in event.sources}


def telling(source: SourceQuote) -> Telling:
    """The article, the sentence and the trigger."""
    return source.article, source.quote.text, source.trigger


def free_id(wanted: str, taken: Callable[[str], bool]) -> str:
    """The wanted id, or with the first number that makes it free."""
    number, key = 1, wanted
    while taken(key):
        number += 1
        key = f"{wanted}-{number}"
    return key


def renamed(event: Event, ids: Mapping[str, str]) -> Event:
    """The event under its stored id, its links too."""
    links = tuple(replace(link, event=ids.get(link.event, link.event)) for link in event.links)
    return replace(event, id=ids[event.id], links=links)
