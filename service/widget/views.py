"""What the page shows: plain values that the templates print and nothing more, every link already safe."""

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
    """One source of an entry: its words, who says so, and how its own date was found."""

    outlet: str
    title: str
    href: str | None
    published: DateView | None
    quote: str
    stance: str
    telling: str
    date: DateView | None
    basis: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """A name that is also a filter; `also` are the other spellings in the sources."""

    name: str
    href: str
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
    """A year, or a longer stretch, and what happened in it."""

    heading: str
    groups: tuple[DateGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of a select."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A filter in force, and the address of the page without it."""

    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole page; `problems` names the fields of the form that could not be read, and why.

    `mending` says that one of the folded fields is among them; `first` and `next` lead to other pages of the list.
    """

    summary: str
    fields: dict[str, str]
    sources: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    chips: tuple[Chip, ...]
    mending: bool
    problems: dict[str, str]
    sections: tuple[Section, ...]
    first: str | None
    next: str | None
    json: str
    embed: str
