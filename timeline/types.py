"""The values that flow between the rooms: articles in, expressions, mentions, events and a chronology out.

Offsets are Unicode code points into the article's own text, start inclusive, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from timeline.steps import Step
    from timeline.written import Written

Precision = Literal[
    "second",
    "minute",
    "hour",
    "daypart",
    "day",
    "week",
    "month",
    "quarter",
    "season",
    "year",
    "decade",
    "century",
    "range",
]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AnchorKind = Literal["published", "text", "previous", "event", "none"]
Basis = Literal["expression", "frame", "event", "publication", "landmark", "vote"]
Stance = Literal["asserted", "reported", "claimed", "denied", "planned", "hypothetical"]
Status = Literal["asserted", "reported", "claimed", "disputed", "denied", "planned"]
Role = Literal["agent", "patient", "other"]
LinkType = Literal["denies", "repeats", "part_of"]
Style = Literal["auto", "news", "narrative"]


class TimelineError(Exception):
    """The root of what this library raises on purpose; its message says what to do."""


class ArticleRefusedError(TimelineError):
    """An article that cannot be read: without text, or without a publication date it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article was published, in its publisher's own day.

    `day` is the publisher's local day, from which "yesterday" is counted; `moment` keeps the UTC offset where
    one was given, None where only a day is known; `raw` is what the source wrote; `origin` says who said so.
    """

    raw: str
    day: date
    moment: datetime | None = None
    origin: str = "given"

    @property
    def iso(self) -> str:
        """What the source wrote, where that is ISO 8601; else the same as ISO 8601 (feeds write RFC 822)."""
        if self.raw.startswith(self.day.isoformat()):
            return self.raw
        return self.day.isoformat() if self.moment is None else self.moment.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as it came in; `published` is None only where undated articles are kept on purpose.

    `date_doubt` says in a sentence why its publication date may be wrong: two sources of it that lie more than 36 hours
    apart, or one that was not believed. None where nothing speaks against it. `place` is the file and line it was read
    from, for complaints; it is no part of what the article is.
    """

    id: str
    text: str
    published: Published | None
    url: str | None = None
    source: str | None = None
    title: str | None = None
    language: str | None = None
    date_doubt: str | None = None
    place: str | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When something is, as precisely as is known and no more.

    `edtf` is Extended Date/Time Format; `earliest` and `latest` are inclusive ISO bounds, None when open; `best` is
    the single likeliest day (ISO), None where no day is likelier than another; `label` is how a person would write it.
    `confidence` is the share of such dates that are right, None where it was not measured; it is no part of the date.
    """

    edtf: str
    earliest: str | None
    latest: str | None
    precision: Precision
    best: str | None
    label: str
    confidence: float | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """The TIMEX3 view of an expression (TimeML 1.2.1): what it says, not when it is."""

    type: TimexType
    value: str
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A stretch of text that names a time, and what it says; nothing about when that is."""

    start: int
    end: int
    text: str
    written: Written
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeTo:
    """A date that hangs on another event: `distance` (an ISO 8601 duration, `PXD` where vague) `relation` `text`.

    `start` and `end` say where the words for that event stand in the article.
    """

    text: str
    relation: Literal["before", "after", "during", "same"]
    distance: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedExpression:
    """An expression and when it is; replaying `steps` gives `when` again."""

    expression: TimeExpression
    timex: Timex
    when: When | None
    anchor: AnchorKind
    steps: tuple[Step, ...]
    relative_to: RelativeTo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch of the article, letter for letter."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone or something that takes part; `name` is the fullest form the article gives, `text` the form here."""

    name: str
    text: str
    label: str
    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a mention says it happened."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says so, and with which verb."""

    name: str
    start: int
    end: int
    verb: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One telling of one happening in one article.

    `lemma` is the trigger's lemma; `kind` tells verbs from nouns; `sentence` counts sentences from 0;
    `expression` is an index into the extraction's expressions; `basis` says where `when` comes from;
    `headline` marks the article's title or lead; `main_news` what the article is there to tell;
    `salience` (0 and up) ranks mentions of one article as an editor would; `readable` says that the summary makes
    sense alone.
    """

    article: str
    start: int
    end: int
    trigger: str
    lemma: str
    kind: Literal["verb", "noun"]
    sentence: int
    quote: Quote
    summary: str
    when: When | None
    basis: Basis
    steps: tuple[Step, ...]
    stance: Stance
    expression: int | None = None
    relative_to: RelativeTo | None = None
    participants: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    speaker: Speaker | None = None
    headline: bool = False
    main_news: bool = False
    salience: float = 1.0
    readable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything read out of one article; `language` is the one it was read in, two letters of ISO 639-1."""

    article: Article
    expressions: tuple[DatedExpression, ...]
    mentions: tuple[Mention, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Landmark:
    """A dated event the user gives, and the phrases by which texts call it."""

    name: str
    date: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceQuote:
    """One source of an event: the article, its own words, its own date and stance."""

    article: str
    url: str | None
    source: str | None
    title: str | None
    published: str | None
    start: int
    end: int
    trigger: str
    quote: Quote
    summary: str
    when: When | None
    basis: Basis
    steps: tuple[Step, ...]
    speaker: Speaker | None
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone or something an event is about: one name, and the other spellings in which sources give it."""

    name: str
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation of one event to another, by id."""

    type: LinkType
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening, with everyone who tells of it.

    `steps` replay to `when`; `notable` says that it belongs in the default chronology.
    """

    id: str
    title: str
    when: When | None
    steps: tuple[Step, ...]
    status: Status
    salience: float
    source_count: int
    independent_source_count: int
    dates_agree: bool
    notable: bool
    participants: tuple[Person, ...] = ()
    places: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    sources: tuple[SourceQuote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronology:
    """Events in order of time: by earliest, else best, else latest; then precision, then id.

    `title` and `description` are those of a saved timeline.
    """

    events: tuple[Event, ...]
    title: str | None = None
    description: str | None = None
