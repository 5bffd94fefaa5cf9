"""Which events of a story stand in the default chronology: its news, dated or not, and about as many as are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from timeline.mentions.salience import ENTRY
from timeline.mentions.words import PLAIN_REPORTING_VERBS
from timeline.merge.days import days_of, overlap
from timeline.merge.tellings import Telling, is_dated
from timeline.types import Event, Mention

DATED_ENTRY = 0.6 * ENTRY  # what its own words date may weigh less: someone thought the day worth telling
# So many entries are enough for one article. On TimeSET's development part, where editors keep ten events of one,
# what reaches ENTRY is 1 to 25 entries of an article, and two fifths of theirs.
FULL = 17
UNREADABLE = 0.6  # what a happening is worth, as a share, that nobody tells in words that can be read alone
LEAST = 0.2 * ENTRY  # what fills up a story of few entries is worth so much at least


class Weighed(NamedTuple):
    """An event, the most that a telling of it is worth, and whether one tells it as the news of its article."""

    event: Event
    value: float
    is_news: bool


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


def weighed_by(event: Event, group: Sequence[Telling]) -> Weighed:
    """An event with what its tellings are worth."""
    mentions = [one.mention for one in group]
    readable = any(one.readable for one in mentions)
    value = max(map(worth, mentions)) * (1.0 if readable else UNREADABLE)
    return Weighed(event, value, any(one.main_news for one in mentions))


def as_entries(weighed: Sequence[Weighed], *, articles: int) -> Iterator[Event]:
    """The events of a story in their order, as entries where they belong in the default chronology.

    Where an article gives more entries than a chronology of one article holds, the least of those without a date of
    their own go; a story of few entries is filled up with what is worth most of its background.
    """
    notable = [one for one in weighed if one.event.notable]
    dated = [one for one in notable if has_date(one.event)]
    news = ranked(one for one in notable if not has_date(one.event))
    kept = {one.event.id for one in (*dated, *news[: max(0, FULL * articles - len(dated))])}
    told: dict[str, list[Event]] = defaultdict(list)
    for one in notable:
        told[one.event.title].append(one.event)
    for one in ranked(one for one in weighed if not one.event.notable):
        if len(kept) >= FULL or one.value < LEAST:
            break
        if may_fill(one) and not any(may_be_once(one.event, other) for other in told[one.event.title]):
            kept.add(one.event.id)
            told[one.event.title].append(one.event)
    return (replace(one.event, notable=one.event.id in kept) for one in weighed)


def may_fill(one: Weighed) -> bool:
    """Whether an event may be an entry where there are few: it happened, and no longer ago than its date says.

    What the news is told with may have no first day.
    """
    when, known = one.event.when, one.event.status != "denied"
    return known and when is not None and (when.earliest is not None or one.is_news)


def ranked(weighed: Iterable[Weighed]) -> list[Weighed]:
    """What is worth most first, of equals by id."""
    return sorted(weighed, key=lambda one: (-one.value, one.event.id))


def has_date(event: Event) -> bool:
    """Whether the words of a source date it."""
    dated = (source for source in event.sources if source.when is not None and source.when.earliest is not None)
    return any(source.basis in ("expression", "landmark", "event") for source in dated)


def may_be_once(one: Event, other: Event) -> bool:
    """Whether two events may be of the same day."""
    return overlap(days_of(one.when), days_of(other.when)) is not None
