"""The day that a passage is about: told by one verb, it dates what is told after it without a date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from timeline.mentions.account import Account
from timeline.mentions.background import is_of_other_time
from timeline.mentions.clauses import children, is_participle, is_past
from timeline.mentions.lexicon import verb_of
from timeline.mentions.parse import Token
from timeline.mentions.words import REPORTING_VERBS

NEAR_START = 4  # sentences from the first that may tell the article's day
LONGEST_AGO = timedelta(days=10)  # an older day is background, not what the article is about
REACH = 2  # sentences after a dated one that go on with its day, before the article's own is taken
DAYS = frozenset({"day", "daypart", "hour"})
Day = tuple[Token, int]  # the verb that tells it, the number of its expression


def framed(account: Account, triggers: Sequence[Token], own: Mapping[int, int]) -> Mapping[int, int]:
    """Token index of a trigger without a date -> the number of the expression that tells its passage's day."""
    found: dict[int, int] = {}
    for token, number in days_told(account, triggers, own):
        found.setdefault(token.i, number)
        if token.pos_ == "VERB":
            for one in going_on(token):
                found.setdefault(one.i, number)
    return {token.i: found[token.i] for token in triggers if token.i in found and token.i not in own}


def days_told(account: Account, triggers: Sequence[Token], own: Mapping[int, int]) -> Iterator[Day]:
    """The triggers without a date of their own that a day told before them dates, each with that day's expression."""
    article = day_of(account, own)
    passage = article
    for token in triggers:
        if token.i in own:
            sets = is_main_verb(token) or not names_day(account, own[token.i])
            if sets and lies_behind(account, own[token.i]) and not account.is_listed(token):
                passage = (token, own[token.i])
        elif article is not None and shares_day(token, article[0], account):
            yield token, article[1]
        elif is_main_verb(token) and is_simple_past(token) and not (account.is_title(token) or is_of_other_time(token)):
            near = passage is not None and sentences_between(passage[0], token, account) <= REACH
            told = passage if near else article
            if told is not None and not names_day(account, told[1]):  # a passage on a year or a month
                told = article if token.lemma_ in REPORTING_VERBS else None
            if told is not None:
                yield token, told[1]


def day_of(account: Account, own: Mapping[int, int]) -> Day | None:
    """The first verb near the start that is dated by a day shortly before the publication, and its expression."""
    for at, number in sorted(own.items()):
        token = account.doc[at]
        if account.sentence_number[at] >= NEAR_START:
            return None
        if token.pos_ == "VERB" and is_recent(account, number):
            return token, number
    return None


def is_recent(account: Account, number: int) -> bool:
    """Whether an expression names a day on or shortly before the publication."""
    when, published = account.dated[number].when, account.article.published
    if when is None or published is None or when.best is None or when.precision not in DAYS:
        return False
    try:
        return timedelta(0) <= published.day - date.fromisoformat(when.best[:10]) <= LONGEST_AGO
    except ValueError:  # a year outside 1 to 9999
        return False


def lies_behind(account: Account, number: int) -> bool:
    """Whether an expression names a time that is not after the publication."""
    when, published = account.dated[number].when, account.article.published
    if when is None or when.latest is None:
        return False
    return published is None or when.latest[:10] <= published.day.isoformat()


def names_day(account: Account, number: int) -> bool:
    """Whether an expression names a day or less."""
    when = account.dated[number].when
    return when is not None and when.precision in DAYS


def sentences_between(one: Token, later: Token, account: Account) -> int:
    """How many sentences further on a word stands."""
    return account.sentence_number[later.i] - account.sentence_number[one.i]


def shares_day(token: Token, dated: Token, account: Account) -> bool:
    """Whether a trigger is the headline's verb, or another word for what the dated verb tells."""
    if account.is_title(token):
        return token.dep_ == "ROOT" and sentences_between(dated, token, account) != 0
    if token.i == dated.i or act(token) != act(dated) or is_pluperfect(token):
        return False
    return token.pos_ == "VERB" or points_back(token)


def points_back(noun: Token) -> bool:
    """Whether a noun speaks of something told before, and of nothing else ("the announcement")."""
    return any(one.lower_ in {"the", "this", "that"} for one in noun.children) and not any(children(noun, "prep"))


def is_main_verb(token: Token) -> bool:
    """Whether a trigger is the verb of its sentence."""
    return token.pos_ == "VERB" and token.dep_ == "ROOT"


def going_on(verb: Token) -> Iterator[Token]:
    """The verbs that go on with one: "… and left, saying that …"."""
    for one in children(verb, "conj", "advcl"):
        joined = one.dep_ == "conj" and is_past(one) and not any(children(one, "nsubj", "nsubjpass"))
        if joined or (one.dep_ == "advcl" and is_participle(one)):
            yield one
            yield from going_on(one)


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
