"""The day that an article is about: told once near its start, it dates what is told after without a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from timeline.mentions.account import Account
from timeline.mentions.clauses import CLAUSES, children, is_past, subject
from timeline.mentions.lexicon import verb_of
from timeline.mentions.references import References
from timeline.mentions.words import REPORTING_VERBS

NEAR_START = 4  # sentences from the first that may tell the day
LONGEST_AGO = timedelta(days=10)  # an older day is background, not what the article is about


def framed(
    account: Account, triggers: Sequence[Token], own: Mapping[int, int], references: References
) -> Mapping[int, int]:
    """Token index of a trigger without a date -> the number of the expression that tells the article's day."""
    day = day_of(account, triggers, own)
    if day is None:
        return {}
    token, number = day
    agent = who(token, references, account)
    action = act(token)
    return {
        one.i: number
        for one in triggers
        if one.i not in own and (shares_day(one, token, account, action) or follows(one, agent, references, account))
    }


def day_of(account: Account, triggers: Sequence[Token], own: Mapping[int, int]) -> tuple[Token, int] | None:
    """The first verb near the start that is dated by a day shortly before the publication, and its expression."""
    for token in triggers:
        if account.sentence_number[token.i] >= NEAR_START:
            return None
        number = own.get(token.i)
        if number is not None and token.pos_ == "VERB" and is_recent(account, number):
            return token, number
    return None


def is_recent(account: Account, number: int) -> bool:
    """Whether an expression names a day on or shortly before the publication."""
    when, published = account.dated[number].when, account.article.published
    if when is None or published is None or when.best is None or when.precision not in {"day", "daypart", "hour"}:
        return False
    try:
        return timedelta(0) <= published.day - date.fromisoformat(when.best[:10]) <= LONGEST_AGO
    except ValueError:  # a year outside 1 to 9999
        return False


def shares_day(token: Token, dated: Token, account: Account, action: str) -> bool:
    """Whether a trigger is the headline's verb, or another word for what the dated verb tells."""
    if account.is_title(token):
        return token.dep_ == "ROOT" and account.sentence_number[token.i] != account.sentence_number[dated.i]
    if token.i == dated.i or act(token) != action or is_pluperfect(token):
        return False
    return token.pos_ == "VERB" or points_back(token)


def points_back(noun: Token) -> bool:
    """Whether a noun speaks of something told before, and of nothing else ("the announcement")."""
    return any(one.lower_ in {"the", "this", "that"} for one in noun.children) and not any(children(noun, "prep"))


def follows(token: Token, agent: str | None, references: References, account: Account) -> bool:
    """Whether a trigger goes on with the day's telling: a main verb in the simple past, by the same agent."""
    if token.pos_ != "VERB" or token.dep_ not in CLAUSES or account.is_title(token) or not is_simple_past(token):
        return False
    if token.dep_ == "ROOT" and token.lemma_ in REPORTING_VERBS:
        return True
    return agent is not None and token.dep_ in {"ROOT", "conj"} and who(token, references, account) == agent


def is_simple_past(verb: Token) -> bool:
    """Whether a verb tells of a past day, not of a time before it or up to now."""
    helpers = {one.lower_ for one in children(verb, "aux", "auxpass")}
    return not helpers & {"had", "has", "have", "'ve", "’ve"} and (
        verb.tag_ == "VBD" or bool(helpers & {"was", "were", "did"})
    )


def is_pluperfect(token: Token) -> bool:
    """Whether a verb tells of a time before the past that is told of."""
    return is_past(token) and any(one.lower_ == "had" for one in children(token, "aux"))


def act(token: Token) -> str:
    """The verb for what a trigger tells: its own, or the one that its noun is made from."""
    lemma = token.lemma_.lower()
    return lemma if token.pos_ == "VERB" else verb_of(lemma) or lemma


def who(token: Token, references: References, account: Account) -> str | None:
    """The name of the agent of a verb."""
    one = subject(token)
    span = references.entity(one) if one is not None else None
    return account.name(span) if span is not None else None
