"""What the page shows: plain values that the templates print and nothing more, every link already safe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.exports.listing.views import DateView, Section


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

    `level` is from 0, nothing, to 10, the most; `href` is None where there is nothing to show; `tick` is what the
    axis says where the bar begins; `apart` marks a bar for all that lies before the others, or after them.
    """

    label: str
    counted: str
    level: int
    href: str | None
    tick: str | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """How much happened when: the bars, and what one of them stands for."""

    bars: tuple[Bar, ...]
    caption: str
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole page; `problems` names the fields of the form that could not be read, and why.

    `mending` says that one of the folded fields is among them; `first` and `next` lead to other pages of the list.
    """

    title: str
    summary: str
    fields: dict[str, str]
    sources: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    precisions: tuple[Choice, ...]
    heading: str
    lead: str
    chips: tuple[Chip, ...]
    mending: bool
    problems: dict[str, str]
    strip: Strip | None
    sections: tuple[Section, ...]
    first: str | None
    next: str | None
    json: str
    feed: str
    calendar: str
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
    """What is known of marked words: the time they name, or what they tell and when that was.

    `words` are the marked ones, `summary` the happening in a sentence, `event` the entry it went into.
    """

    id: str
    words: str
    back: str
    kind: str
    date: DateView | None
    says: str
    why: tuple[str, ...]
    summary: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of an article, the notes on the words that are marked in it, and those on what is background."""

    pieces: tuple[Piece, ...]
    notes: tuple[NoteView, ...]
    asides: tuple[NoteView, ...]


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
    interval: str
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
    layouts: tuple[Choice, ...]
    groupings: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    src: str
    attributes: dict[str, str]
    page: str
    snippet: str
    frame: str
