"""The date of a happening, from the dates of its tellings: the most direct ones decide, and narrow each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from timeline.edtf import EdtfError, parse
from timeline.merge.days import Days, days_of
from timeline.merge.tellings import Telling, is_dated
from timeline.steps import Met, Step, Voted, apply
from timeline.types import Basis, When

# How much a date counts by where it comes from: words of its own, a date the user gave, another event, the passage.
DIRECTNESS: Mapping[Basis, float] = {
    "expression": 3.0,
    "landmark": 3.0,
    "event": 2.0,
    "frame": 1.0,
    "vote": 1.0,
    "publication": 0.5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The date that a happening gets; replaying `steps` gives `when`; `agree` is False where sources contradict it."""

    when: When | None
    steps: tuple[Step, ...]
    basis: Basis
    agree: bool


UNDATED = Verdict(when=None, steps=(), basis="publication", agree=True)


def vote(tellings: Sequence[Telling], original: Mapping[str, str]) -> Verdict:
    """The verdict over tellings in their order; `original` names one article for all copies of a text.

    Tellings with a date of their own decide; only where there is none do publication days.
    """
    dated = [one for one in tellings if one.mention.when is not None]
    own = [one for one in dated if is_dated(one.mention)]
    if own:
        return decide(own, original)
    main = [one for one in dated if one.mention.main_news]
    return decide(main[:1] or by_latest(dated)[:1], original)


def by_latest(tellings: Sequence[Telling]) -> list[Telling]:
    """What had happened by the earliest day comes first, of one day what has a likeliest day."""
    return sorted(tellings, key=lambda one: (days_of(one.mention.when).last, one.mention.basis != "publication"))


def decide(tellings: Sequence[Telling], original: Mapping[str, str]) -> Verdict:
    """The dates that most speak for, met with each other."""
    if not tellings:
        return UNDATED
    chosen = supporters(tellings, original)
    base = min(chosen, key=lambda one: width(one.mention.when))
    when, steps = base.mention.when, base.mention.steps
    for other in chosen:
        met = Met(edtf=edtf_of(other), source=name_of(other))
        if other is not base and (narrower := apply(met, when)) is not None and narrower != when:
            when, steps = less_sure(narrower, when, other.mention.when), (*steps, met)
    agree = len(chosen) == len(tellings)
    if not agree and when is not None:
        said = Voted(edtf=when.edtf, precision=when.precision, votes=len(chosen), of=len(tellings), best=when.best)
        steps = (said, *steps)
    return Verdict(when=when, steps=steps, basis=base.mention.basis, agree=agree)


def less_sure(narrower: When, *met: When | None) -> When:
    """A date met out of others, as sure as the least sure of them: it holds where all of them do."""
    known = [one.confidence for one in met if one is not None and one.confidence is not None]
    return replace(narrower, confidence=min(known, default=None))


def supporters(tellings: Sequence[Telling], original: Mapping[str, str]) -> list[Telling]:
    """The tellings whose dates can all be true on the day that most speak for, of equals the one most narrowly told."""
    spans = [(one, days_of(one.mention.when)) for one in tellings]
    corners = sorted({corner for _, days in spans for corner in days})

    def strength(day: float) -> tuple[float, float, float]:
        votes: dict[str, float] = {}
        narrowest = inf
        for one, days in spans:
            if days.first <= day <= days.last:
                voter = original.get(one.article.id, one.article.id)
                votes[voter] = max(votes.get(voter, 0.0), DIRECTNESS[one.mention.basis])
                narrowest = min(narrowest, days.last - days.first)
        return sum(votes.values()), -narrowest, -day

    day = max(corners, key=strength)
    return [one for one, days in spans if holds(days, day)]


def holds(days: Days, day: float) -> bool:
    """Whether a day lies in these."""
    return days.first <= day <= days.last


def width(when: When | None) -> float:
    """How long the time is that a date leaves open, in seconds."""
    try:
        return inf if when is None else (value := parse(when.edtf)).upper - value.lower
    except EdtfError:
        return inf


def edtf_of(telling: Telling) -> str:
    """The date of a telling as EDTF; it has one."""
    assert telling.mention.when is not None
    return telling.mention.when.edtf


def name_of(telling: Telling) -> str:
    """How readers know the source of a telling."""
    return telling.article.source or telling.article.title or telling.article.id
