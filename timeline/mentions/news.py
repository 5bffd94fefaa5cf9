"""The day of an article's news, where a word tells it, and when what led to it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.mentions.account import Account
from timeline.mentions.dating import Dating, dating_in
from timeline.mentions.frame import day_of
from timeline.mentions.parse import Token
from timeline.steps import Preceded, Step, replay


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The day of an article's news, where a word tells it, as a frame, and the date of what led to it."""

    day: str
    at: Dating
    before: Dating


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


def preceding(steps: tuple[Step, ...], verb: Token) -> Dating | None:
    """The date of what came before what a verb tells, of which the steps give the date."""
    steps = (*steps, Preceded(text=verb.text))
    when = replay(steps)
    return None if when is None or when.latest is None else Dating(when=when, basis="event", steps=steps)


def last_day(dating: Dating) -> str:
    """The last day of a date that has one."""
    assert dating.when is not None and dating.when.latest is not None
    return dating.when.latest[:10]
