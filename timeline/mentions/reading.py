"""What is known of an article before its mentions are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.mentions.account import Account
from timeline.mentions.dating import Dating
from timeline.mentions.news import News
from timeline.mentions.parse import Token
from timeline.mentions.references import References


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is known of an article before its mentions are made.

    `quoted` has the speakers of quotations and `datings` what an expression dates, by token; `passages` are the numbers
    of the sentences that are no news, and `news` is the day of the news, where a word tells it.
    """

    account: Account
    references: References
    quoted: Mapping[int, Token]
    datings: Mapping[int, Dating]
    passages: frozenset[int]
    news: News | None
