"""When something is that no word dates: by what it is told with, by the news of its article, or by the publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from timeline.mentions.account import Account
from timeline.mentions.clauses import governor, is_over
from timeline.mentions.dating import Dating, dating_in
from timeline.mentions.earlier import Later, last_later, later_than
from timeline.mentions.frame import day_of
from timeline.mentions.parse import Token
from timeline.steps import NoLaterThan, Preceded, Step, replay
from timeline.steps.arithmetic import day_before
from timeline.types import Published, Stance

AHEAD = frozenset({"planned", "hypothetical"})


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The day of an article's news, where a word tells it, as a frame, and the date of what led to it."""

    day: str
    at: Dating
    before: Dating


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a mention is told: as `news` of its article, and `fresh`, which is not in passing in the article's lead."""

    stance: Stance
    news: bool
    fresh: bool


def news_of(account: Account, own: Mapping[int, int]) -> News | None:
    """The day of the news; None where no word tells it.

    `own` has the numbers of the expressions that date triggers of their own.
    """
    if (told := day_of(account, own)) is None:
        return None
    verb, number = told
    at = dating_in(account.dated[number], number)
    before = preceding(account.dated[number].steps, verb)
    return None if before is None else News(day=last_day(before), at=at, before=before)


def wordless(
    token: Token, manner: Manner, account: Account, datings: Mapping[int, Dating], news: News | None
) -> tuple[Dating, bool]:
    """The date of a mention that no word dates, and whether it is main news; `datings` has those that words date."""
    published = account.article.published
    if manner.stance in AHEAD or published is None:
        return Dating(when=None, basis="publication", steps=()), manner.news
    later = later_than(token)
    earlier = None if later is None else before_later(later, manner, published, datings)
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


def preceding(steps: tuple[Step, ...], verb: Token) -> Dating | None:
    """The date of what came before what a verb tells, of which the steps give the date."""
    steps = (*steps, Preceded(text=verb.text))
    when = replay(steps)
    return None if when is None or when.latest is None else Dating(when=when, basis="event", steps=steps)


def last_day(dating: Dating) -> str:
    """The last day of a date that has one."""
    assert dating.when is not None and dating.when.latest is not None
    return dating.when.latest[:10]


def by_publication(day: date, *, main_news: bool) -> Dating:
    """The day of publication, or of telling, as an upper bound.

    The main news of an article is of that day or the day before; its background is open towards the past.
    """
    earliest = day_before(day).isoformat() if main_news else None
    steps = (NoLaterThan(day=day.isoformat(), earliest=earliest),)
    return Dating(when=replay(steps), basis="publication", steps=steps)
