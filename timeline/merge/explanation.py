"""Why an event is what it is: why its sources are one happening, why this date and status, why an entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.merge.collection import Collection
from timeline.merge.company import Company
from timeline.merge.explain import explain_pair
from timeline.merge.odds import undated
from timeline.merge.pairs import date_evidence
from timeline.merge.profile import Profile
from timeline.merge.relative import Happening
from timeline.merge.standing import standing
from timeline.merge.status import stance_of
from timeline.merge.tellings import Telling
from timeline.merge.vote import name_of
from timeline.steps import describe
from timeline.types import Event, Stance, Status

SAYS: Mapping[Stance, str] = {
    "asserted": "says so itself",
    "reported": "passes on what a named source says",
    "claimed": "passes on what a party claims",
    "denied": "denies it or passes on a denial",
    "planned": "tells of it as planned or expected",
    "hypothetical": "tells of it as a mere possibility, which does not count",
}
RULES: Mapping[Status, str] = {
    "denied": "every source denies it",
    "disputed": "some sources deny it, others do not",
    "planned": "more sources tell of it as planned than as having happened",
    "claimed": "of all ways in which it is told, most sources pass on a claim",
    "reported": "of all ways in which it is told, most sources pass on a report",
    "asserted": "of all ways in which it is told, most sources say so themselves",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an event is told: an article's id, its name for readers, and the trigger's first character."""

    article: str
    source: str
    start: int
    trigger: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Why a telling was put together with one that stood before it: evidence with log-odds, their sum last."""

    telling: Place
    before: Place
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Sentences on why its tellings are one event, why this date and this status, and why it is an entry or none."""

    event: str
    title: str
    together: tuple[Tie, ...]
    date: tuple[str, ...]
    status: tuple[str, ...]
    standing: tuple[str, ...]


def explanation(event: Event, happening: Happening, collection: Collection, company: Company) -> Explanation:
    """The explanation of the event that was made of this happening."""
    tellings = [member.telling for member in happening.members]
    rule = f"{event.status}: {RULES[event.status]}"
    return Explanation(
        event=event.id,
        title=event.title,
        together=tuple(ties(happening.members, collection, company)),
        date=tuple(map(describe, event.steps)) or ("no source says when",),
        status=(*voices(tellings, collection.original), rule),
        standing=tuple(standing(event, tellings)),
    )


def ties(members: Sequence[Profile], collection: Collection, company: Company) -> Iterator[Tie]:
    """For every telling but the first, what ties it most strongly to one before it."""
    for at, one in enumerate(members[1:], start=1):
        pairs = [(other, one) for other in members[:at]]
        odds = undated(pairs, collection.library, company)
        total = [weight + date_evidence(*pair) for weight, pair in zip(odds, pairs, strict=True)]
        before = members[total.index(max(total))]
        reasons = explain_pair(before, one, collection.library, company)
        yield Tie(telling=place(one.telling), before=place(before.telling), reasons=tuple(reasons))


def place(telling: Telling) -> Place:
    """Where a telling stands."""
    mention = telling.mention
    return Place(article=telling.article.id, source=name_of(telling), start=mention.start, trigger=mention.trigger)


def voices(tellings: Sequence[Telling], original: Mapping[str, str]) -> Iterator[str]:
    """How each source tells it; a copy of another's text has no voice of its own."""
    said: dict[str, None] = {}
    for one in tellings:
        copied = original.get(one.article.id, one.article.id) != one.article.id
        told = "is a copy of another source's text, which counts once" if copied else SAYS[stance_of(one.mention)]
        said[f"{name_of(one)} {told}"] = None
    yield from said
