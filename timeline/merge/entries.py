"""Which events of a story stand in the default chronology: its news, dated or not, and about as many as are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.mentions.salience import ENTRY
from timeline.mentions.words import PLAIN_REPORTING_VERBS
from timeline.merge.tellings import is_dated
from timeline.types import Event, Mention

DATED_ENTRY = 0.6 * ENTRY  # what its own words date may weigh less: someone thought the day worth telling
# So many entries are enough for one article. On TimeSET's development part, where editors keep ten events of one,
# what reaches ENTRY is 1 to 25 entries of an article, and two fifths of theirs.
FULL = 17
LEAST = 0.2 * ENTRY  # what fills up a story of few entries is worth so much at least

Weighed = tuple[Event, float]


def worth(mention: Mention) -> float:
    """How much an editor would want an entry for a mention, ENTRY and more for news; 0 where it can be none."""
    if mention.when is None or mention.stance == "hypothetical" or is_plain_saying(mention):
        return 0.0
    return mention.salience * ENTRY / DATED_ENTRY if has_own_words(mention) else mention.salience


def notable(mention: Mention) -> bool:
    """Whether an editor would put it on a timeline: it has a date of its own, or is the day's main news."""
    return (is_dated(mention) or mention.main_news) and worth(mention) >= ENTRY


def is_plain_saying(mention: Mention) -> bool:
    """Whether a mention only passes words on."""
    return mention.kind == "verb" and mention.lemma in PLAIN_REPORTING_VERBS


def has_own_words(mention: Mention) -> bool:
    """Whether the words of a mention, or a landmark, date it."""
    return mention.basis in ("expression", "landmark")


def as_entries(weighed: Sequence[Weighed], *, articles: int) -> Iterator[Event]:
    """The events of a story in their order, as entries where they belong in the default chronology.

    `weighed` has each with the most that a telling of it is worth. Where an article gives more entries than a
    chronology of one article holds, the least of those without a date of their own go; a story of few entries is filled
    up with what is worth most of its background.
    """
    dated = [pair for pair in weighed if pair[0].notable and has_date(pair[0])]
    news = ranked(pair for pair in weighed if pair[0].notable and not has_date(pair[0]))
    kept = {event.id for event, _ in (*dated, *news[: max(0, FULL * articles - len(dated))])}
    told = {(event.title, day_of(event)) for event, _ in (*dated, *news)}
    for event, value in ranked(pair for pair in weighed if not pair[0].notable):
        if len(kept) >= FULL or value < LEAST:
            break
        if may_fill(event) and (event.title, day_of(event)) not in told:
            kept.add(event.id)
            told.add((event.title, day_of(event)))
    return (replace(event, notable=event.id in kept) for event, _ in weighed)


def may_fill(event: Event) -> bool:
    """Whether an event may be an entry where there are few: it happened, and no longer ago than its date says."""
    return event.when is not None and event.when.earliest is not None and event.status != "denied"


def ranked(weighed: Iterable[Weighed]) -> list[Weighed]:
    """What is worth most first, of equals by id."""
    return sorted(weighed, key=lambda pair: (-pair[1], pair[0].id))


def has_date(event: Event) -> bool:
    """Whether the words of a source date it."""
    dated = (source for source in event.sources if source.when is not None and source.when.earliest is not None)
    return any(source.basis in ("expression", "landmark", "event") for source in dated)


def day_of(event: Event) -> str | None:
    """Its date as EDTF."""
    return event.when.edtf if event.when else None
