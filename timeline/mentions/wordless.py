"""When something is that no word dates: by what it is told with, by the news of its article, or by the publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from timeline.mentions.clauses import governor, is_over
from timeline.mentions.dating import Dating
from timeline.mentions.earlier import Later, last_later, later_than
from timeline.mentions.news import last_day, preceding
from timeline.mentions.parse import Token
from timeline.mentions.reading import Reading
from timeline.steps import NoLaterThan, replay
from timeline.steps.arithmetic import day_before
from timeline.types import Published, Stance

AHEAD = frozenset({"planned", "hypothetical"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a mention is told: as `news` of its article, and `fresh`, which is not in passing in the article's lead."""

    stance: Stance
    news: bool
    fresh: bool


def wordless(token: Token, manner: Manner, reading: Reading) -> tuple[Dating, bool]:
    """The date of a mention that no word dates, and whether it is main news."""
    published, news = reading.account.article.published, reading.news
    if manner.stance in AHEAD or published is None:
        return Dating(when=None, basis="publication", steps=()), manner.news
    later = later_than(token)
    earlier = None if later is None else before_later(later, manner, published, reading.datings)
    if earlier is not None:
        # "told police on Tuesday that he left a stove on", in the news of Monday's fire; an arrest may be of Tuesday
        if news is not None and not manner.news and earlier.basis == "event" and last_day(earlier) > news.day:
            earlier = news.before
        return earlier, manner.news and earlier.basis == "publication"
    begun = is_over(governor(token)) or (token.pos_ != "VERB" and not manner.news)  # "where a war is underway"
    if news is not None and begun and not (manner.news and manner.fresh):
        return news.before, manner.news
    if news is not None and manner.news and news.day == published.day.isoformat():
        return news.at, True
    return by_publication(published.day, main_news=manner.news), manner.news


def before_later(later: Later, manner: Manner, published: Published, datings: Mapping[int, Dating]) -> Dating | None:
    """The date of what is only known to be earlier than something dated; None where that has no date, or lies ahead.

    What was told as news on the day of the publication or the day before is of the day of telling or the day before.
    """
    known = datings.get(last_later(later, datings).verb.i)
    if known is None or known.when is None or known.when.latest is None:
        return None
    last = known.when.latest[:10]
    if last > published.day.isoformat():
        return None
    if manner.news and manner.fresh and later.reported and last >= day_before(published.day).isoformat():
        return by_publication(date.fromisoformat(last), main_news=True)
    return preceding(known.steps, later.verb)


def by_publication(day: date, *, main_news: bool) -> Dating:
    """The day of publication, or of telling, as an upper bound.

    The main news of an article is of that day or the day before; its background is open towards the past.
    """
    earliest = day_before(day).isoformat() if main_news else None
    steps = (NoLaterThan(day=day.isoformat(), earliest=earliest),)
    return Dating(when=replay(steps), basis="publication", steps=steps)
