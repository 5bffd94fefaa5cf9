"""What an article tells that is not its news: other times, running totals, and what people think or ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.mentions.account import Account
from timeline.mentions.clauses import children, governor, is_past, is_perfect, subject
from timeline.mentions.earlier import first_conjunct
from timeline.mentions.parse import Span, Token
from timeline.mentions.words import REPORTING_VERBS, THIRD_PERSONS, WE_OR_I, words
from timeline.steps.arithmetic import day_before

OTHER_TIMES = words(
    """
    once recently previously originally formerly initially always often usually sometimes historically
    traditionally long ago ever repeatedly frequently generally typically
    """
)
TOTALS = words("now far already already still")
LASTING = words("for over since during in after within")
LONG_UNITS = words("week month year decade century generation time")
RECENT = words("recent past previous early last")
LONG_PAST = 60  # days
NOT_LATELY = 14  # days from which on what came after a day is no news of another
GOES_ON = 3  # sentences at most that go on with a day long past: the next one, and those about "he" or "it"
# What the perfect tells so deep in an article is how things have come to stand. (From the third sentence on it would
# order TimeSET's pairs better, .49 right of those decided in place of .46, but the default chronology would hold .47 of
# its salient events in place of .50.)
FAR = 15
PERSONAL = 0.15  # share of sentences in the first person from which an article is somebody's own words


def is_background(token: Token, account: Account, passages: frozenset[int]) -> bool:
    """Whether a trigger is of another time than the article's day, or no happening of a day at all.

    `passages` are the numbers of the sentences that speak of other times, or in somebody's own person.
    """
    verb = governor(token)
    number = account.sentence_number[token.i]
    if number in passages or (is_perfect(verb) and number >= FAR):
        return True
    earlier = any(one.lower_ == "earlier" for one in children(verb, "advmod"))  # maybe the same day, so no other time
    return earlier or begins_total(verb) or is_of_other_time(verb) or lasts(verb) or is_total(verb)


def is_of_other_time(verb: Token) -> bool:
    """Whether an adverb puts a clause at no day in particular: "once", "recently", "years later"."""
    return any(one.lower_ in OTHER_TIMES for one in children(verb, "advmod"))


def lasts(verb: Token) -> bool:
    """Whether a clause goes over weeks or more, or looks back on them: "for five months", "over the past decade"."""
    for one in children(verb, "prep"):
        if one.lower_ not in LASTING:
            continue
        for noun in children(one, "pobj"):
            long = noun.lemma_.lower() in LONG_UNITS
            if long and any(word.like_num or word.lower_ in RECENT for word in noun.lefts):
                return True
    return False


def is_total(verb: Token) -> bool:
    """Whether a clause in the perfect sums up until now: "has now lost a quarter", "has so far spent", "since May"."""
    if not is_perfect(verb):
        return False
    sums = any(one.lower_ in TOTALS for one in children(verb, "advmod"))
    return sums or any(one.lower_ == "since" for one in (*children(verb, "prep"), *since_clauses(verb)))


def begins_total(verb: Token) -> bool:
    """Whether a clause tells since when something has gone on: "has leaked since the tank burst"."""
    first = first_conjunct(verb)
    marked = any(one.lower_ == "since" for one in children(first, "mark"))
    return first.dep_ == "advcl" and marked and is_perfect(first.head)


def since_clauses(verb: Token) -> Sequence[Token]:
    """The marks of the adverbial clauses of a verb."""
    return [mark for clause in children(verb, "advcl") for mark in children(clause, "mark")]


def passages_of(account: Account, own: Mapping[int, int]) -> frozenset[int]:
    """The numbers of the sentences that tell of times long past, or speak in the first person outside quotations."""
    listed = frozenset(account.listed)
    personal = [number for number, one in enumerate(account.sentences) if is_personal(one, account)]
    if len(personal) > PERSONAL * len(account.sentences):
        return frozenset(range(len(account.sentences)))
    return (frozenset(personal) | long_past(account, own) | led_back(account, own)) - listed


def is_personal(sentence: Span, account: Account) -> bool:
    """Whether a sentence is in the first person, in nobody's quotation."""
    ours = (one for one in sentence if one.lower_ in WE_OR_I and one.pos_ == "PRON")
    return any(one.i not in account.quotation_at for one in ours)


def led_back(account: Account, own: Mapping[int, int]) -> frozenset[int]:
    """The numbers of the sentences whose main verb came after, or with, what they put weeks before the publication.

    "A ban was imposed after the ferry sank on 2 April" is in May what led to the news, not the news.
    """
    if account.article.published is None:
        return frozenset()
    least = day_before(account.article.published.day, NOT_LATELY).isoformat()
    found: set[int] = set()
    for at, number in own.items():
        when, clause = account.dated[number].when, first_conjunct(account.doc[at])
        if when is None or when.latest is None or when.latest[:10] >= least:
            continue
        led = any(one.lower_ in {"after", "when"} for one in clause.children)
        if clause.dep_ == "advcl" and led and clause.head.dep_ == "ROOT" and is_past(clause.head):
            found.add(account.sentence_number[at])
    return frozenset(found)


def long_past(account: Account, own: Mapping[int, int]) -> frozenset[int]:
    """The numbers of the sentences after one about a day long past that go on with it."""
    published = account.article.published
    if published is None:
        return frozenset()
    least = day_before(published.day, LONG_PAST).isoformat()
    latest: dict[int, str] = {}
    for at, number in own.items():
        when = account.dated[number].when
        if when is not None and when.latest is not None:
            sentence = account.sentence_number[at]
            latest[sentence] = max(latest.get(sentence, ""), when.latest[:10])
    found: set[int] = set()
    for first, day in latest.items():
        if day >= least:
            continue
        for number in range(first + 1, min(first + 1 + GOES_ON, len(account.sentences))):
            root = account.sentences[number].root
            who = subject(root)
            same = number == first + 1 or (who is not None and who.lower_ in THIRD_PERSONS)
            if number in latest or not same or root.tag_ != "VBD" or root.lemma_ in REPORTING_VERBS:
                break
            found.add(number)
    return frozenset(found)
