"""The line that tells a mention: its clause, or the phrase that names it; with who says it where it is only said."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.mentions.account import Account
from timeline.mentions.clauses import governor
from timeline.mentions.dating import Dating
from timeline.mentions.naming import named_by
from timeline.mentions.parse import Token
from timeline.mentions.reading import Reading
from timeline.mentions.summary import summary_of, with_speaker
from timeline.mentions.telling import told_as_news
from timeline.mentions.voice import Voice
from timeline.mentions.wording import Summary
from timeline.types import DatedExpression, Stance


def line_of(token: Token, voice: Voice | None, stance: Stance, dating: Dating | None, reading: Reading) -> Summary:
    """The line of what a trigger tells, in this stance and dated so by words, if by any."""
    account, references = reading.account, reading.references
    expression = own_expression(dating, account)
    beside = dating is None or dating.number is None or not is_dated_by(governor(token), dating.number, reading.datings)
    sure = stance in {"asserted", "reported"} or (stance == "planned" and expression is not None)
    if beside and sure and (phrase := named_by(token, account, references, expression)):
        return phrase
    summary = summary_of(token, account, references, expression)
    if voice is None or not is_only_said(token, stance, account):
        return summary
    return with_speaker(summary, voice, token, account, references, expression)


def own_expression(dating: Dating | None, account: Account) -> DatedExpression | None:
    """The expression that dates a mention in its own clause; None where the publication or the frame does."""
    if dating is None or dating.number is None or dating.basis == "frame":
        return None
    return account.dated[dating.number]


def is_dated_by(verb: Token, number: int, datings: Mapping[int, Dating]) -> bool:
    """Whether an expression dates a verb."""
    return verb.i in datings and datings[verb.i].number == number


def is_only_said(token: Token, stance: Stance, account: Account) -> bool:
    """Whether a line needs its speaker: a quotation, a claim, and what is said of the present; not told events."""
    if stance == "claimed" or token.i in account.quotation_at:
        return stance != "denied"
    return stance == "reported" and not told_as_news(governor(token))
