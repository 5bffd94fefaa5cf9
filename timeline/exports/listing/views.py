"""What a list of events shows: plain values that the templates print and nothing more, every link already safe."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date as people write it; `machine` is set where HTML's `datetime` can say as much and no more."""

    label: str
    machine: str | None = None
    weekday: str | None = None
    span: str | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One source of an entry: its words, who says so, and how its own date was found.

    `href` leads to the outlet's page, `place` to the words in the article as it was read here; the quote is
    `before`, `trigger` and `after`; `telling` is None where the outlet simply says so.
    """

    outlet: str
    title: str
    href: str | None
    place: str | None
    published: DateView | None
    before: str
    trigger: str
    after: str
    stance: str
    telling: str | None
    date: DateView | None
    basis: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A name, which is a filter where it leads somewhere; `also` are the other spellings in the sources."""

    name: str
    href: str | None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClaim:
    """One of several dates that cannot all be true, and the outlets that give it."""

    date: str
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """How an entry stands to another: "Denies" and the title of what it denies."""

    phrase: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One happening on the page."""

    id: str
    href: str
    title: str
    date: DateView
    status: str
    status_meaning: str
    outlets: str
    counted: str
    people: tuple[NameView, ...]
    places: tuple[NameView, ...]
    why: tuple[str, ...]
    claims: tuple[DateClaim, ...]
    links: tuple[LinkView, ...]
    sources: tuple[SourceView, ...]
    explained_once: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DateGroup:
    """The entries that stand beside one date."""

    date: DateView
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A year, or a longer stretch, and what happened in it; `repeated` where its one date says the same."""

    heading: str
    repeated: bool
    groups: tuple[DateGroup, ...]
