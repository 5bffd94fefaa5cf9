"""Sentence and time in; what happened, who, where, said by whom, how sure, and when out."""

from __future__ import annotations

from collections.abc import Sequence

from spacy import tokens as spacy

from timeline.mentions.account import Account
from timeline.mentions.anchors import anchor_of
from timeline.mentions.background import is_background, passages_of
from timeline.mentions.clauses import governor
from timeline.mentions.dating import Dating, dating_by_saying, datings_of
from timeline.mentions.line import line_of
from timeline.mentions.news import news_of
from timeline.mentions.parse import Token, plain
from timeline.mentions.participants import participants_of, places_of
from timeline.mentions.reading import Reading
from timeline.mentions.references import References
from timeline.mentions.salience import ENTRY, IN_PASSING, salience_of
from timeline.mentions.speaker import quoted_by
from timeline.mentions.stance import is_plain_negation, stance_of
from timeline.mentions.telling import is_aside, is_told, told_as_news
from timeline.mentions.triggers import Trigger, find_triggers, given_triggers
from timeline.mentions.voice import voice_of
from timeline.mentions.wordless import AHEAD, Manner, wordless
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


def mention(trigger: Trigger, reading: Reading) -> Mention:
    """The mention of one trigger."""
    account, token = reading.account, trigger.token
    dating = reading.datings.get(token.i) or dating_by_saying(token, reading.datings, account)
    basis: Basis = "publication" if dating is None else dating.basis
    participants = participants_of(token, account, reading.references)
    voice = voice_of(token, reading)
    said = None if voice is None else voice.verb
    stance = stance_of(
        token,
        said=said,
        party=voice is not None and takes_part(voice.speaker, participants),
        ahead=dating is not None and lies_ahead(dating, account.article),
    )
    salience = salience_of(trigger, account, stance=stance, basis=basis, participants=participants)
    news = is_news(token, stance, salience, reading)
    summary = line_of(token, voice, stance, dating, reading)
    nothing = stance == "denied" and is_plain_negation(token, said=said)
    told = basis not in {"publication", "frame"} or is_told(token, account)
    if not summary.alone or is_aside(token) or not told or nothing:
        salience = round(IN_PASSING * salience, 3)
    if dating is None:
        manner = Manner(stance=stance, news=news, fresh=is_fresh(token, salience, account))
        dating, news = wordless(token, manner, reading)
    return Mention(
        article=account.article.id,
        start=trigger.start,
        end=trigger.end,
        trigger=account.article.text[trigger.start : trigger.end],
        lemma=trigger.lemma,
        kind=trigger.kind,
        sentence=account.sentence_number[token.i],
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
        speaker=None if voice is None else voice.speaker,
        headline=account.is_opening(token),
        main_news=news,
        salience=salience,
        readable=summary.readable,
    )


def is_news(token: Token, stance: Stance, salience: float, reading: Reading) -> bool:
    """Whether what a trigger tells is news of its day: what opens the article, and what is weighty and in the past."""
    account = reading.account
    told = account.is_opening(token) or (salience >= ENTRY and told_as_news(governor(token)))
    if not told or stance in AHEAD:
        return False
    return account.is_title(token) or not is_background(token, account, reading.passages)


def is_fresh(token: Token, salience: float, account: Account) -> bool:
    """Whether a trigger is not told in passing in the article's lead."""
    passing = account.is_opening(token) and not account.is_title(token)
    return not passing or (salience >= ENTRY and told_as_news(governor(token)))


def lies_ahead(dating: Dating, article: Article) -> bool:
    """Whether a date lies wholly after the publication."""
    if dating.when is None or dating.when.earliest is None or article.published is None:
        return False
    return dating.when.earliest[:10] > article.published.day.isoformat()


def takes_part(speaker: Speaker, participants: Sequence[Participant]) -> bool:
    """Whether who speaks is one of those who take part."""
    return any(one.name == speaker.name for one in participants)


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
