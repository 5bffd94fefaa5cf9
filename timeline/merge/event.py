"""An event made from the tellings of one happening."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.merge.days import days_of, overlap
from timeline.merge.entries import notable
from timeline.merge.relative import Happening
from timeline.merge.status import status_of
from timeline.merge.tellings import Telling, identity, is_dated
from timeline.merge.title import titled_by
from timeline.merge.vote import Verdict
from timeline.types import Event, Link, Mention, Participant, Person, SourceQuote

NAMES_SHOWN = 8
GROUND = ("LOC", "FAC")  # who stands beside a verb may be a country, and acts; a sea or a bridge does not
# What a telling weighs that does not say when it was: what articles date is what editors keep (two collections of the
# oil spill: AR1 .104 -> .127, AR2 .019 -> .032, Date-F1 .802 -> .823; at .25 .118, .026, .823).
UNDATED = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What events are made with: the first of each group of copies, the canonical names, the links, all by id."""

    original: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]
    links: Mapping[str, tuple[Link, ...]]


def event_of(happening: Happening, context: Context) -> Event:
    """The event that these tellings are about."""
    tellings = [member.telling for member in happening.members]
    key = event_id(tellings)
    articles = {one.article.id for one in tellings}
    independent = {context.original.get(one, one) for one in articles}
    verdict = happening.verdict
    title = titled_by(tellings)
    return Event(
        id=key,
        title=title.summary,
        when=verdict.when,
        steps=verdict.steps,
        status=status_of(tellings, context.original),
        salience=salience_of(tellings, context.original),
        source_count=len(articles),
        independent_source_count=len(independent),
        dates_agree=verdict.agree,
        notable=verdict.when is not None and title.readable and any(notable(one.mention) for one in tellings),
        participants=participants_of(tellings, context.names),
        places=tuple(dict.fromkeys(place.name for one in tellings for place in one.mention.places)),
        links=context.links.get(key, ()),
        sources=tuple(source_of(one, verdict) for one in tellings),
    )


def event_id(tellings: Sequence[Telling]) -> str:
    """The id of the founding mention, the first of all: the same wherever and whenever it is read."""
    founder = tellings[0]
    mention = founder.mention
    canonical = f"{identity(founder.article)}\n{mention.start}-{mention.end}\n{mention.lemma}"
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def salience_of(tellings: Sequence[Telling], original: Mapping[str, str]) -> float:
    """The sum of what its tellings weigh, those that tell when it was most; of copies of one text, one counts."""
    by_article: dict[str, float] = defaultdict(float)
    for one in tellings:
        by_article[one.article.id] += one.mention.salience * (1.0 if says_when(one.mention) else UNDATED)
    voices: dict[str, float] = {}
    for article, weight in by_article.items():
        voice = original.get(article, article)
        voices[voice] = max(voices.get(voice, 0.0), weight)
    return round(sum(voices.values()), 3)


def says_when(mention: Mention) -> bool:
    """Whether the telling says when it was, by a date or by another event, and not by its passage alone."""
    return is_dated(mention) and mention.basis != "frame"


def participants_of(tellings: Sequence[Telling], names: Mapping[str, Mapping[str, str]]) -> tuple[Person, ...]:
    """Who takes part: the most often named first, with the other spellings that sources use."""
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    spellings: dict[str, dict[str, None]] = {}
    for telling in tellings:
        canonical = names.get(telling.article.id, {})
        for one in telling.mention.participants:
            if is_where(one, telling.mention):
                continue
            name = canonical.get(one.name, one.name)
            counts[name] += 1
            labels.setdefault(name, one.label)
            spellings.setdefault(name, {}).update(dict.fromkeys((one.name, *spelt(one.text))))
    return tuple(
        Person(name=name, label=labels[name], aliases=tuple(one for one in spellings[name] if one != name))
        for name, _ in counts.most_common(NAMES_SHOWN)
    )


def is_where(one: Participant, mention: Mention) -> bool:
    """Whether a participant is but where it happened: "the ship left the Mediterranean", "talks in Geneva"."""
    return one.role == "other" and (one.label in GROUND or one.name in {place.name for place in mention.places})


def spelt(text: str) -> tuple[str, ...]:
    """The form in a text where it is a name, not a pronoun or "the leader"."""
    return (text,) if text[:1].isupper() and len(text) > 3 else ()


def source_of(telling: Telling, verdict: Verdict) -> SourceQuote:
    """A telling as a source of its event; where only its publication dated it, with the date of the event."""
    mention, article = voted(telling.mention, verdict), telling.article
    return SourceQuote(
        article=article.id,
        url=article.url,
        source=article.source,
        title=article.title,
        published=article.published.iso if article.published else None,
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


def voted(mention: Mention, verdict: Verdict) -> Mention:
    """The mention with the date of its event, if its own says nothing against it and is but the publication's."""
    if is_dated(mention) or verdict.when in (None, mention.when) or verdict.basis == "publication":
        return mention
    if overlap(days_of(mention.when), days_of(verdict.when)) is None:
        return mention
    return replace(mention, when=verdict.when, basis="vote", steps=verdict.steps)
