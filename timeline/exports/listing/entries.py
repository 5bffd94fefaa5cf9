"""Events as a list shows them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from timeline.exports.json import why_json
from timeline.exports.links import web_address
from timeline.exports.listing.dates import date_view, heading, published_view
from timeline.exports.listing.views import (
    DateClaim,
    DateGroup,
    EntryView,
    LinkView,
    NameView,
    Section,
    SourceView,
)
from timeline.exports.listing.words import BACK_LINKS, BASES, LINKS, STATUSES, counted, telling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from timeline.types import Event, Person, SourceQuote

UNNAMED = "Outlet not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where a list leads: to an event by its id, to a quote in its article, to what else names somebody."""

    event: Callable[[str], str]
    place: Callable[[SourceQuote], str | None]
    name: Callable[[str], str | None]


def sections(events: Sequence[Event], *, to: Addresses, linked: Mapping[str, str]) -> tuple[Section, ...]:
    """The events in their order, gathered under years, and under dates within a year.

    `linked` gives the titles of the events that these deny, repeat or belong to and that are not among them.
    """
    titles = {**linked, **{event.id: event.title for event in events}}
    made = [(heading(event.when), entry_view(event, events, titles, to=to)) for event in events]
    return tuple(
        _section(year, [entry for _, entry in entries]) for year, entries in groupby(made, key=lambda pair: pair[0])
    )


def entry_view(event: Event, shown: Sequence[Event], titles: Mapping[str, str], *, to: Addresses) -> EntryView:
    """One entry, among the events that are shown with it."""
    return EntryView(
        id=f"event-{event.id}",
        href=to.event(event.id),
        title=event.title,
        date=date_view(event.when),
        status=event.status,
        status_meaning=STATUSES[event.status],
        outlets=", ".join(_outlets(event.sources)),
        counted=_counted(event),
        people=tuple(name_view(person.name, to, also=person.aliases) for person in who(event)),
        places=tuple(name_view(place, to) for place in event.places),
        why=tuple(why_json(event.steps)),
        claims=() if event.dates_agree else date_claims(event.sources),
        links=links(event, shown, titles, to=to),
        sources=tuple(source_view(source, to) for source in event.sources),
        explained_once=len(event.sources) == 1 and event.sources[0].steps == event.steps,
    )


def who(event: Event) -> tuple[Person, ...]:
    """The participants that are not named as places too."""
    places = {_bare(place) for place in event.places}
    return tuple(person for person in event.participants if _bare(person.name) not in places)


def name_view(name: str, to: Addresses, *, also: tuple[str, ...] = ()) -> NameView:
    """A name without the article that its sentence put before it, unless a single word would be left: The Hague."""
    first, _, rest = name.partition(" ")
    shown = rest if first == "the" or (first == "The" and " " in rest) else name
    return NameView(name=shown or name, href=to.name(shown or name), also=tuple(one for one in also if one != shown))


def source_view(source: SourceQuote, to: Addresses) -> SourceView:
    """One source: its words letter for letter, and a link only where it leads to a web page."""
    before, trigger, after = quoted(source)
    plain = source.stance == "asserted" and source.speaker is None
    return SourceView(
        outlet=source.source or UNNAMED,
        title=source.title or "the article",
        href=web_address(source.url),
        place=to.place(source),
        published=published_view(source.published),
        before=before,
        trigger=trigger,
        after=after,
        stance=source.stance,
        telling=None if plain else telling(source.stance, source.speaker.name if source.speaker else None),
        date=date_view(source.when) if source.when else None,
        basis=BASES[source.basis],
        why=tuple(why_json(source.steps)),
    )


def quoted(source: SourceQuote) -> tuple[str, str, str]:
    """The quote before, at and after the word that tells of the event; all of it before where that is not in it."""
    text, start, end = source.quote.text, source.start - source.quote.start, source.end - source.quote.start
    if start >= 0 and text[start:end] == source.trigger:
        return text[:start], text[start:end], text[end:]
    return text, "", ""


def date_claims(sources: Sequence[SourceQuote]) -> tuple[DateClaim, ...]:
    """The dates given and who gives each, in order of time."""
    dated = [(source.when, source) for source in sources if source.when]
    dated.sort(key=lambda pair: (pair[0].earliest or "", pair[0].latest or "", pair[0].label))
    return tuple(
        DateClaim(date=label, outlets=_outlets([source for _, source in pairs]))
        for label, pairs in ((label, list(group)) for label, group in groupby(dated, key=lambda pair: pair[0].label))
    )


def links(event: Event, shown: Sequence[Event], titles: Mapping[str, str], *, to: Addresses) -> tuple[LinkView, ...]:
    """What the entry denies, repeats or belongs to; and, of the entries shown beside it, which do so to it."""
    outgoing = [(LINKS[link.type], link.event) for link in event.links]
    incoming = [(BACK_LINKS[link.type], other.id) for other in shown for link in other.links if link.event == event.id]
    return tuple(
        LinkView(phrase=phrase, title=titles[other], href=to.event(other))
        for phrase, other in dict.fromkeys(outgoing + incoming)
        if other in titles
    )


def unshown(events: Sequence[Event]) -> tuple[str, ...]:
    """The ids of the events that these link to and that are not among them."""
    shown = {event.id for event in events}
    return tuple(dict.fromkeys(link.event for event in events for link in event.links if link.event not in shown))


def _section(year: str, entries: Sequence[EntryView]) -> Section:
    groups = tuple(DateGroup(date=date, entries=tuple(group)) for date, group in groupby(entries, key=lambda e: e.date))
    return Section(heading=year, repeated=[group.date.label for group in groups] == [year], groups=groups)


def _outlets(sources: Sequence[SourceQuote]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.source or UNNAMED for source in sources))


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _counted(event: Event) -> str:
    number = counted(event.source_count, "source", "sources")
    if event.independent_source_count < event.source_count:
        return f"{number}, {event.independent_source_count} independent"
    return number
