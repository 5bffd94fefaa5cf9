"""The date of a mention by the expression that dates it: its own, that of its passage, or the day of saying."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.mentions.account import Account
from timeline.mentions.clauses import governor, is_perfect
from timeline.mentions.distances import counted_from
from timeline.mentions.frame import framed
from timeline.mentions.hosts import expressions_of, preposition_of
from timeline.mentions.listed import below
from timeline.mentions.parse import Token
from timeline.mentions.telling import carries
from timeline.mentions.words import REPORTING_VERBS
from timeline.steps import AtClock, Carried, Step, Until, replay
from timeline.types import Basis, DatedExpression, When

BESIDE = frozenset({"before", "after"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a mention is, how that is known, and the steps that replay to it; `number` is its expression's."""

    when: When | None
    basis: Basis
    steps: tuple[Step, ...]
    number: int | None = None


def datings_of(account: Account, triggers: Sequence[Token]) -> Mapping[int, Dating]:
    """Token index -> the date of its mention, for the triggers that an expression dates, their own or the frame's."""
    own = expressions_of(account, triggers)
    frame = {**framed(account, triggers, own), **below(account, triggers, own)}
    counted = counted_from(account, own, {token.i for token in triggers})
    return {
        **{at: dating_in(account.dated[number], number) for at, number in frame.items()},
        **{at: Dating(when=replay(steps), basis="event", steps=steps) for at, steps in counted.items()},
        **{at: dating_by(account.dated[number], number, account, at) for at, number in own.items()},
    }


def dating_by(dated: DatedExpression, number: int, account: Account, at: int) -> Dating:
    """The date by an expression of the mention's own.

    "Has held talks since May" is from May to the publication; "shortly before noon" is of that day.
    """
    basis: Basis = "event" if dated.when is None or dated.anchor == "event" else "expression"
    if (published := account.article.published) is not None and lasts_since(dated, account, account.doc[at]):
        steps = (*dated.steps, Until(text=published.day.isoformat(), edtf=published.day.isoformat()))
        return Dating(when=replay(steps), basis=basis, steps=steps, number=number)
    if preposition_of(dated, account) not in BESIDE:
        return Dating(when=dated.when, basis=basis, steps=dated.steps, number=number)
    steps = tuple(one for one in dated.steps if not (isinstance(one, AtClock) and one.hour is not None))
    return Dating(when=replay(steps), basis=basis, steps=steps, number=number)


def lasts_since(dated: DatedExpression, account: Account, token: Token) -> bool:
    """Whether a trigger is what has gone on since a date: "has held talks since May"."""
    verb = governor(token)
    return dated.when is not None and is_perfect(verb) and preposition_of(dated, account) == "since"


def dating_in(dated: DatedExpression, number: int) -> Dating:
    """The date by the expression that frames the passage."""
    assert dated.when is not None
    carried = Carried(text=dated.expression.text, edtf=dated.when.edtf, precision=dated.when.precision)
    steps = (*dated.steps, carried)
    return Dating(when=replay(steps), basis="frame", steps=steps, number=number)


def dating_by_saying(token: Token, datings: Mapping[int, Dating], account: Account) -> Dating | None:
    """The day of saying for what was said to have just come true: "said on Friday that it has closed the gate"."""
    verb = governor(token)
    if (verb.i != token.i and not carries(verb, token)) or not is_said(verb) or not is_perfect(verb):
        return None
    known = datings.get(verb.head.i)
    if known is None or known.number is None or known.when is None or known.when.precision not in {"day", "daypart"}:
        return None
    return dating_in(account.dated[known.number], known.number)


def is_said(verb: Token) -> bool:
    """Whether a verb is what a verb of saying reports."""
    return verb.dep_ in {"ccomp", "parataxis"} and verb.head.lemma_ in REPORTING_VERBS
