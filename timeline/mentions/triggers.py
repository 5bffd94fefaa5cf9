"""Which words name a happening: verbs, and nouns by the lexicon, less what carries no meaning of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.mentions.account import Account
from timeline.mentions.clauses import is_adjective, is_auxiliary, is_part_of_name
from timeline.mentions.lexicon import noun_weight, verb_weight
from timeline.mentions.parse import Token
from timeline.mentions.words import EMPTY_VERBS, OFFICES

LEAST_NOUN = 0.5
LEAST_COMPOUND = 0.7  # "murder charge": a noun before a noun must be surer
LEAST_VERB = 0.3
LEAST_CAPITAL = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that names a happening; `weight` is how likely words like it do."""

    token: Token
    start: int
    end: int
    lemma: str
    kind: Literal["verb", "noun"]
    weight: float


def find_triggers(account: Account) -> Iterator[Trigger]:
    """The triggers of an article in the order of the text."""
    offices = frozenset(dated_offices(account))
    for token in account.doc:
        trigger = read_trigger(token, account, offices)
        if trigger and not account.is_furniture(token.idx):
            yield trigger


def read_trigger(token: Token, account: Account, offices: frozenset[int]) -> Trigger | None:
    """The trigger that a token is; None where it is none."""
    match token.pos_:
        case "VERB":
            named = token.i in account.entity_at or (is_part_of_name(token) and not account.is_title(token))
            weight = 0.0 if named else weight_of_verb(token)
        case "NOUN":
            weight = weight_of_noun(token, account)
        case "PROPN":
            weight = weight_of_capital(token, account)
        case _:
            return None
    if token.i in offices:
        weight = max(weight, 1.0)
    if weight <= 0:
        return None
    lemma = token.lemma_.lower()
    kind: Literal["verb", "noun"] = "verb" if token.pos_ == "VERB" else "noun"
    return Trigger(token=token, start=token.idx, end=token.end, lemma=lemma, kind=kind, weight=weight)


def weight_of_verb(token: Token) -> float:
    """The weight of a verb that is a trigger; 0 where it is none."""
    lemma = token.lemma_.lower()
    if lemma in EMPTY_VERBS or not token.is_alpha or is_auxiliary(token) or is_adjective(token):
        return 0.0
    weight = verb_weight(lemma)
    return weight if weight >= LEAST_VERB else 0.0


def weight_of_noun(token: Token, account: Account) -> float:
    """The weight of a noun that is a trigger; 0 where it is none."""
    weight = noun_weight(token.lemma_.lower())
    least = LEAST_COMPOUND if token.dep_ in {"compound", "nmod", "npadvmod"} else LEAST_NOUN
    entity = account.entity_at.get(token.i)
    if weight < least or (entity is not None and entity.label_ != "EVENT"):
        return 0.0
    return weight


def weight_of_capital(token: Token, account: Account) -> float:
    """The weight of a capitalised noun in a title, or of a named event; 0 for other names."""
    entity = account.entity_at.get(token.i)
    weight = noun_weight(token.lower_)
    if entity is None or entity.label_ == "EVENT":
        return weight if weight >= LEAST_CAPITAL else 0.0
    return 0.0


def given_triggers(account: Account, spans: Sequence[tuple[int, int]]) -> Iterator[Trigger]:
    """A trigger for each span of characters, as it is given; its token is the head of the span's words."""
    for start, end in spans:
        span = account.doc.char_span(start, end)
        if span is None:
            continue
        token = span.root
        kind: Literal["verb", "noun"] = "verb" if token.pos_ in {"VERB", "AUX"} else "noun"
        yield Trigger(token=token, start=start, end=end, lemma=token.lemma_.lower(), kind=kind, weight=1.0)


def dated_offices(account: Account) -> Iterator[int]:
    """The nouns for an office that carry a date of their own ("its president since 2004")."""
    for dated in account.dated:
        span = account.doc.char_span(dated.expression.start, dated.expression.end)
        if span is None or dated.when is None:
            continue
        for ancestor in span.root.ancestors:
            if ancestor.lemma_.lower() in OFFICES and ancestor.pos_ == "NOUN":
                yield ancestor.i
            if ancestor.pos_ not in {"ADP", "SCONJ"}:
                break
