"""An event made from the tellings of one happening."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.merge.days import days_of, span
from timeline.merge.tellings import Telling, identity, place
from timeline.types import Event, Mention, Person, SourceQuote, Stance, Status

OWN_DATE = ("expression", "frame", "event", "landmark", "vote")
STATUS: dict[Stance, Status] = {
    "asserted": "asserted",
    "reported": "reported",
    "claimed": "claimed",
    "denied": "denied",
    "planned": "planned",
    "hypothetical": "claimed",
}


def event_of(members: Sequence[Telling], original: Mapping[str, str]) -> Event:
    """The event that these tellings are about; `original` names the first article of each copied text."""
    tellings = sorted(members, key=place)
    dated = min(tellings, key=lambda one: (one.mention.basis == "publication", span(days_of(one.mention.when)))).mention
    articles = {one.article.id for one in tellings}
    best = max(tellings, key=lambda one: one.mention.salience).mention
    return Event(
        id=event_id(tellings[0]),
        title=best.summary,
        when=dated.when,
        steps=dated.steps,
        status=status_of(tellings),
        salience=best.salience + len({original.get(one, one) for one in articles}) - 1,
        source_count=len(articles),
        independent_source_count=len({original.get(one, one) for one in articles}),
        dates_agree=True,
        notable=any(notable(one.mention) for one in tellings),
        participants=participants_of(tellings),
        places=tuple(dict.fromkeys(place.name for one in tellings for place in one.mention.places)),
        sources=tuple(source_of(one) for one in tellings),
    )


def event_id(founder: Telling) -> str:
    """The same id for the same founding mention, wherever and whenever it is read."""
    canonical = f"{identity(founder.article)}\n{founder.mention.start}\n{founder.mention.lemma}"
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def notable(mention: Mention) -> bool:
    """Whether an editor would put it on a timeline: it has a date of its own, or is the day's main news."""
    if mention.stance == "hypothetical" or mention.when is None:
        return False
    return mention.basis in OWN_DATE or mention.main_news


def status_of(tellings: Sequence[Telling]) -> Status:
    """What may be said of it, from the stances of its tellings."""
    stances = [one.mention.stance for one in tellings]
    if "denied" in stances:
        return "denied" if set(stances) == {"denied"} else "disputed"
    return STATUS[Counter(stances).most_common(1)[0][0]]


def participants_of(tellings: Sequence[Telling]) -> tuple[Person, ...]:
    """Who takes part, in the order in which they are named."""
    named = {one.name: one.label for telling in tellings for one in telling.mention.participants}
    return tuple(Person(name=name, label=label) for name, label in named.items())


def source_of(telling: Telling) -> SourceQuote:
    """A telling as a source of its event."""
    mention, article = telling.mention, telling.article
    return SourceQuote(
        article=article.id,
        url=article.url,
        source=article.source,
        title=article.title,
        published=article.published.raw if article.published else None,
        start=mention.start,
        end=mention.end,
        trigger=mention.trigger,
        quote=mention.quote,
        summary=mention.summary,
        when=mention.when,
        basis=mention.basis,
        steps=mention.steps,
        speaker=mention.speaker,
        stance=mention.stance,
    )
