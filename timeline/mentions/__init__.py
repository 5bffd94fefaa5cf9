"""Sentence and time in; what happened, who, where, said by whom, how sure, and when out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy import tokens as spacy

from timeline.mentions.account import Account
from timeline.mentions.anchors import anchor_of
from timeline.mentions.background import is_background, passages_of
from timeline.mentions.clauses import governor
from timeline.mentions.dating import Dating, dating_by_saying, datings_of
from timeline.mentions.naming import named_by
from timeline.mentions.parse import Token, plain
from timeline.mentions.participants import participants_of, places_of
from timeline.mentions.references import References
from timeline.mentions.salience import ENTRY, IN_PASSING, salience_of
from timeline.mentions.speaker import Saying, quoted_by, saying
from timeline.mentions.stance import is_plain_negation, stance_of
from timeline.mentions.summary import Said, summary_of, with_speaker
from timeline.mentions.telling import is_aside, is_told, told_as_news
from timeline.mentions.triggers import Trigger, find_triggers, given_triggers
from timeline.mentions.wordless import AHEAD, Manner, News, news_of, wordless
from timeline.types import Article, Basis, DatedExpression, Mention, Participant, Quote, Speaker, Stance

__all__ = ["find_mentions"]


def find_mentions(
    doc: spacy.Doc,
    article: Article,
    dated: Sequence[DatedExpression],
    *,
    triggers: Sequence[tuple[int, int]] | None = None,
) -> tuple[Mention, ...]:
    """Every telling of a happening in an article, in the order of the text; page furniture gives none.

    `doc` is the parse of the article's text; `triggers` are the spans to take as mentions instead of finding them.
    """
    account = Account(doc=plain(doc), article=article, dated=dated)
    found = tuple(find_triggers(account) if triggers is None else given_triggers(account, sorted(triggers)))
    quoted = quoted_by(account.doc)
    references = References(account, quoted)
    datings = datings_of(account, [trigger.token for trigger in found])
    own = {at: one.number for at, one in datings.items() if one.number is not None and one.basis != "frame"}
    passages = passages_of(account, own)
    reading = Reading(
        account=account,
        references=references,
        quoted=quoted,
        datings={at: one for at, one in datings.items() if at in own or account.sentence_number[at] not in passages},
        passages=passages,
        news=news_of(account, own),
    )
    return tuple(mention(trigger, reading) for trigger in found)


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


def mention(trigger: Trigger, reading: Reading) -> Mention:
    """The mention of one trigger."""
    account, references, datings = reading.account, reading.references, reading.datings
    token, article = trigger.token, account.article
    dating = datings.get(token.i) or dating_by_saying(token, datings, account)
    participants = participants_of(token, account, references)
    said = saying(token, reading.quoted)
    speaker = None if said is None else speaker_of(said, account, references)
    verb_of_saying = None if said is None else said.verb
    stance = stance_of(
        token,
        said=verb_of_saying,
        party=speaker is not None and takes_part(speaker, participants),
        ahead=dating is not None and lies_ahead(dating, article),
    )
    sentence = account.sentence_number[token.i]
    headline = account.is_title(token) or sentence in account.lead
    basis: Basis = "publication" if dating is None else dating.basis
    salience = salience_of(trigger, account, stance=stance, basis=basis, participants=participants)
    as_news = told_as_news(governor(token))
    news = (headline or (salience >= ENTRY and as_news)) and stance not in AHEAD
    if not account.is_title(token) and is_background(token, account, reading.passages):
        news = False
    expression = own_expression(dating, account)
    beside = dating is None or dating.number is None or not is_dated_by(governor(token), dating.number, datings)
    sure = stance in {"asserted", "reported"} or (stance == "planned" and expression is not None)
    phrase = named_by(token, account, references, expression) if beside and sure else None
    summary = phrase or summary_of(token, account, references, expression)
    if phrase is None and said is not None and speaker is not None and is_only_said(token, stance, account):
        teller = Said(verb=said.verb, name=speaker.name)
        summary = with_speaker(summary, teller, token, account, references, expression)
    own = basis not in {"publication", "frame"}
    told = own or is_told(token, account)
    nothing = stance == "denied" and is_plain_negation(token, said=verb_of_saying)
    if not summary.alone or is_aside(token) or not told or nothing:
        salience = round(IN_PASSING * salience, 3)
    if dating is None:
        fresh = sentence not in account.lead or account.is_title(token) or (salience >= ENTRY and as_news)
        manner = Manner(stance=stance, news=news, fresh=fresh)
        dating, news = wordless(token, manner, account, datings, reading.news)
    return Mention(
        article=article.id,
        start=trigger.start,
        end=trigger.end,
        trigger=article.text[trigger.start : trigger.end],
        lemma=trigger.lemma,
        kind=trigger.kind,
        sentence=sentence,
        quote=quote(trigger, account),
        summary=summary.text,
        when=dating.when,
        basis=dating.basis,
        steps=dating.steps,
        stance=stance,
        expression=dating.number,
        relative_to=None if dating.number is None else anchor_of(account.dated[dating.number], account),
        participants=participants,
        places=places_of(token, account),
        speaker=speaker,
        headline=headline,
        main_news=news,
        salience=salience,
        readable=summary.readable,
    )


def is_dated_by(verb: Token, number: int, datings: Mapping[int, Dating]) -> bool:
    """Whether an expression dates a verb."""
    return verb.i in datings and datings[verb.i].number == number


def is_only_said(token: Token, stance: Stance, account: Account) -> bool:
    """Whether a line needs its speaker: a quotation, a claim, and what is said of the present; not told events."""
    if stance == "claimed" or token.i in account.quotation_at:
        return stance != "denied"
    return stance == "reported" and not told_as_news(governor(token))


def own_expression(dating: Dating | None, account: Account) -> DatedExpression | None:
    """The expression that dates a mention in its own clause; None where the publication or the frame does."""
    if dating is None or dating.number is None or dating.basis == "frame":
        return None
    return account.dated[dating.number]


def lies_ahead(dating: Dating, article: Article) -> bool:
    """Whether a date lies wholly after the publication."""
    if dating.when is None or dating.when.earliest is None or article.published is None:
        return False
    return dating.when.earliest[:10] > article.published.day.isoformat()


def takes_part(speaker: Speaker, participants: Sequence[Participant]) -> bool:
    """Whether who speaks is one of those who take part."""
    return any(one.name == speaker.name for one in participants)


def speaker_of(said: Saying, account: Account, references: References) -> Speaker:
    """Who speaks, by the fullest name the article gives, else as it stands."""
    span = references.entity(said.who)
    words = account.article.text[said.who.idx : said.who.end]
    name = account.name(span) if span is not None else words
    start, end = said.who.idx, said.who.end
    return Speaker(name=name, start=start, end=end, verb=said.verb.text)


def quote(trigger: Trigger, account: Account) -> Quote:
    """The sentence around a trigger, letter for letter, without the space and the bullet at its ends."""
    sentence = trigger.token.sent
    start = min(sentence.start_char, trigger.start)
    end = max(sentence.end_char, trigger.end)
    text = account.article.text[start:end]
    left = len(text) - len(text.lstrip("-–—*•·▪ \t\n\xa0"))
    start = min(start + left, trigger.start)
    end = max(start + len(account.article.text[start:end].rstrip()), trigger.end)
    return Quote(start=start, end=end, text=account.article.text[start:end])
