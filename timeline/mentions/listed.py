"""What the lines of a list of days tell: each line's clauses are of the day at its head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.mentions.account import Account
from timeline.mentions.parse import Token
from timeline.mentions.telling import is_told


def line_of(token: Token, account: Account) -> tuple[int, bool] | None:
    """The day that heads the line of a list in which a trigger is told, and whether it is in its first sentence."""
    line = account.listed.get(account.sentence_number[token.i])
    told = line is not None and ((token.dep_ == "ROOT" and token.pos_ == "NOUN") or is_told(token, account))
    return line if told else None


def below(account: Account, triggers: Sequence[Token], own: Mapping[int, int]) -> Mapping[int, int]:
    """Token index of a trigger that goes on with a line of a list -> the number of the day that heads it."""
    lines = ((token.i, line_of(token, account)) for token in triggers if token.i not in own)
    return {at: line[0] for at, line in lines if line is not None}
