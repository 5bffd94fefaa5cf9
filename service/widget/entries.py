"""Events as the page shows them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from service.widget.dates import date_view, heading, published_view
from service.widget.links import article_href, event_href, page_href
from service.widget.views import (
    DateClaim,
    DateGroup,
    EntryView,
    LinkView,
    NameView,
    Section,
    SourceView,
)
from service.widget.words import BACK_LINKS, BASES, LINKS, STATUSES, counted, telling
from timeline.exports.json import why_json
from timeline.exports.links import web_address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.types import Event, Person, SourceQuote

UNNAMED = "Outlet not named"


def sections(
    events: Sequence[Event], *, root: str, filters: Mapping[str, str], linked: Mapping[str, str]
) -> tuple[Section, ...]:
    """The events in their order, gathered under years, and under dates within a year.

    `linked` gives the titles of the events that these deny, repeat or belong to and that are not among them.
    """
    titles = {**linked, **{event.id: event.title for event in events}}
    made = [(heading(event.when), entry_view(event, events, titles, root=root, filters=filters)) for event in events]
    return tuple(
        Section(heading=year, groups=_by_date([entry for _, entry in entries]))
        for year, entries in groupby(made, key=lambda pair: pair[0])
    )


def entry_view(
    event: Event, shown: Sequence[Event], titles: Mapping[str, str], *, root: str, filters: Mapping[str, str]
) -> EntryView:
    """One entry; its names are filters on top of those in force."""
    return EntryView(
        id=f"event-{event.id}",
        href=event_href(root, event.id),
        title=event.title,
        date=date_view(event.when),
        status=event.status,
        status_meaning=STATUSES[event.status],
        outlets=", ".join(_outlets(event.sources)),
        counted=_counted(event),
        people=tuple(
            NameView(name=person.name, href=page_href(root, {**filters, "name": person.name}), also=person.aliases)
            for person in who(event)
        ),
        places=tuple(NameView(name=place, href=page_href(root, {**filters, "name": place})) for place in event.places),
        why=tuple(why_json(event.steps)),
        claims=() if event.dates_agree else date_claims(event.sources),
        links=links(event, shown, titles, root=root),
        sources=tuple(source_view(source, root) for source in event.sources),
        explained_once=len(event.sources) == 1 and event.sources[0].steps == event.steps,
    )


def who(event: Event) -> tuple[Person, ...]:
    """The participants that are not named as places too."""
    places = {_bare(place) for place in event.places}
    return tuple(person for person in event.participants if _bare(person.name) not in places)


def source_view(source: SourceQuote, root: str) -> SourceView:
    """One source: its words letter for letter, and a link only where it leads to a web page."""
    return SourceView(
        outlet=source.source or UNNAMED,
        title=source.title or "the article",
        href=web_address(source.url),
        place=article_href(root, source.article, source.start),
        published=published_view(source.published),
        quote=source.quote.text,
        stance=source.stance,
        telling=telling(source.stance, source.speaker.name if source.speaker else None),
        date=date_view(source.when) if source.when else None,
        basis=BASES[source.basis],
        why=tuple(why_json(source.steps)),
    )


def date_claims(sources: Sequence[SourceQuote]) -> tuple[DateClaim, ...]:
    """The dates given and who gives each, in order of time."""
    dated = [(source.when, source) for source in sources if source.when]
    dated.sort(key=lambda pair: (pair[0].earliest or "", pair[0].latest or "", pair[0].label))
    return tuple(
        DateClaim(date=label, outlets=_outlets([source for _, source in pairs]))
        for label, pairs in ((label, list(group)) for label, group in groupby(dated, key=lambda pair: pair[0].label))
    )


def links(event: Event, shown: Sequence[Event], titles: Mapping[str, str], *, root: str) -> tuple[LinkView, ...]:
    """What the entry denies, repeats or belongs to; and, of the entries shown beside it, which do so to it."""
    outgoing = [(LINKS[link.type], link.event) for link in event.links]
    incoming = [(BACK_LINKS[link.type], other.id) for other in shown for link in other.links if link.event == event.id]
    return tuple(
        LinkView(phrase=phrase, title=titles[other], href=event_href(root, other))
        for phrase, other in dict.fromkeys(outgoing + incoming)
        if other in titles
    )


def unshown(events: Sequence[Event]) -> tuple[str, ...]:
    """The ids of the events that these link to and that are not among them."""
    shown = {event.id for event in events}
    return tuple(dict.fromkeys(link.event for event in events for link in event.links if link.event not in shown))


def _by_date(entries: Sequence[EntryView]) -> tuple[DateGroup, ...]:
    return tuple(DateGroup(date=date, entries=tuple(group)) for date, group in groupby(entries, key=lambda e: e.date))


def _outlets(sources: Sequence[SourceQuote]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.source or UNNAMED for source in sources))


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _counted(event: Event) -> str:
    number = counted(event.source_count, "source", "sources")
    if event.independent_source_count < event.source_count:
        return f"{number}, {event.independent_source_count} independent"
    return number
