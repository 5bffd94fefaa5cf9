"""When something was from which a date is counted: "arrested on Tuesday, two days after police searched his home"."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.mentions.account import Account
from timeline.mentions.heirs import heirs
from timeline.mentions.hosts import anchored, hosts
from timeline.mentions.parse import Token
from timeline.steps import Counted, Step
from timeline.types import DatedExpression
from timeline.written import Relative

SIDES = {"after": -1, "before": 1}
# How fine a date is has to bear what is counted from it: two days before a year are no day.
COUNTABLE = {
    "day": frozenset({"day", "week", "month", "year"}),
    "daypart": frozenset({"day", "week", "month", "year"}),
    "month": frozenset({"month", "year"}),
    "year": frozenset({"year"}),
}


def counted_from(account: Account, own: Mapping[int, int], known: set[int]) -> Mapping[int, tuple[Step, ...]]:
    """Token index -> the steps to its date, of triggers that a dated one is told as so long after or before.

    `own` are the numbers of the expressions that date triggers, `known` the indices of all triggers.
    """
    found: dict[int, tuple[Step, ...]] = {}
    for number, dated in enumerate(account.dated):
        step = way_back(dated)
        trigger = None if step is None else counted(dated, account)
        if step is None or trigger is None or trigger.i not in known:
            continue
        for host in hosts(dated, account, known):
            if own.get(host, number) != number and bears(step, account.dated[own[host]]):
                steps = (*account.dated[own[host]].steps, step)
                found.update(dict.fromkeys((trigger.i, *heirs(trigger, known)), steps))
    return {at: steps for at, steps in found.items() if at not in own}


def way_back(dated: DatedExpression) -> Counted | None:
    """The step from what so long after an event is to the event; None for what is not counted from one, or roughly."""
    written = dated.expression.written
    if dated.when is not None or dated.relative_to is None or not isinstance(written.says, Relative):
        return None
    side, span = SIDES.get(written.says.relation), written.says.span
    if side is None or span is None or written.modifier is not None or len(span.amounts) != 1:
        return None
    (amount,) = span.amounts
    return None if amount.count is None else Counted(unit=amount.unit, count=side * amount.count)


def counted(dated: DatedExpression, account: Account) -> Token | None:
    """The word for the event from which a date is counted."""
    start, end = anchored(dated, account)
    span = account.doc.char_span(start, end) if start < end else None
    return None if span is None else span.root


def bears(step: Counted, dated: DatedExpression) -> bool:
    """Whether a date is fine enough to count from it."""
    return dated.when is not None and step.unit in COUNTABLE.get(dated.when.precision, ())
