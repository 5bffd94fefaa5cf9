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
    """One source of an entry: its words, who says so, and how its own date was found.

    `href` leads to the outlet's page, `place` to the words in the article as it was read here.
    """

    outlet: str
    title: str
    href: str | None
    place: str
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
class Bar:
    """A day, month, year or decade, how many entries can lie in it, and the address that shows them.

    `level` is from 0, nothing, to 10, the most; `href` is None where there is nothing to show.
    """

    label: str
    counted: str
    level: int
    href: str | None


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
    strip: tuple[Bar, ...]
    sections: tuple[Section, ...]
    first: str | None
    next: str | None
    json: str
    embed: str
    oembed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of an article's text; `notes` are the ids of what is said about it, none where it is not marked."""

    text: str
    id: str | None = None
    notes: tuple[str, ...] = ()
    kind: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """What is known of marked words: the time they name, or what they tell and when that was."""

    id: str
    words: str
    back: str
    kind: str
    date: DateView
    says: str
    why: tuple[str, ...]
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of an article, and the notes on the words that are marked in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article as it was read; `state` says why there is nothing to see where there is not."""

    title: str
    outlet: str
    href: str | None
    published: DateView | None
    language: str | None
    state: str | None
    counted: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed in plain words: how it goes, and when it was and will be looked at."""

    name: str
    href: str | None
    url: str
    health: str
    state: str
    error: str | None
    checked: str | None
    following: str | None
    found: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """The builder: what was chosen, the element that it gives, and the lines for a site's own page.

    `kept` are filters that came with the address and have no field here.
    """

    fields: dict[str, str]
    kept: dict[str, str]
    problems: dict[str, str]
    sources: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    src: str
    attributes: dict[str, str]
    page: str
    snippet: str
    frame: str
