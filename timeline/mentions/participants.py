"""Who takes part, in which role, and where: by the dependencies around a trigger."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.mentions.account import PLACE_LABELS, Account
from timeline.mentions.clauses import child, children, governor, is_passive, subject
from timeline.mentions.dateline import in_dateline
from timeline.mentions.parse import Span, Token
from timeline.mentions.references import References
from timeline.mentions.words import LIGHT_VERBS
from timeline.types import Participant, Place, Role

PLACE_WORDS = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "off", "around", "over", "from", "into", "to"}
)
Filler = tuple[Token, Role]


def participants_of(token: Token, account: Account, references: References) -> tuple[Participant, ...]:
    """The named participants of a trigger, each once, in the order of their roles."""
    found: dict[str, Participant] = {}
    for filler, role in fillers(token):
        for word in conjuncts(filler):
            if in_dateline(word):
                continue
            if (one := participant(word, role, account, references)) is not None:
                found.setdefault(one.name, one)
    return tuple(found.values())


def participant(word: Token, role: Role, account: Account, references: References) -> Participant | None:
    """Who a word means as a participant; in "the minister's aide" the minister, where the aide has no name."""
    span = references.entity(word)
    if span is None and role != "other":
        owner = child(word, "poss")
        return None if owner is None else participant(owner, "other", account, references)
    if span is None or span.label_ in {"NORP", "EVENT"}:
        return None
    return named(word, span, role, account)


def named(word: Token, span: Span, role: Role, account: Account) -> Participant:
    """A participant as it stands at this place: the entity itself, or the pronoun or title for it."""
    here = account.entity_at.get(word.i)
    if here is not None and here.label_ != "NORP":
        start, end = here.start_char, here.end_char
    else:
        start, end = word.idx, word.end
    text = account.article.text[start:end]
    return Participant(name=account.name(span), text=text, label=span.label_, role=role, start=start, end=end)


def fillers(token: Token) -> Iterator[Filler]:
    """The words that fill the roles of a trigger."""
    if token.pos_ in {"VERB", "AUX"}:
        yield from fillers_of_verb(token)
        return
    yield from fillers_of_noun(token)
    verb = governor(token)
    if verb.i != token.i and verb.lemma_ in LIGHT_VERBS and token.head.i == verb.i and token.dep_ in {"dobj", "attr"}:
        if (agent := subject(verb)) is not None:
            yield agent, "agent"
        yield from prepositional(verb)


def fillers_of_verb(verb: Token) -> Iterator[Filler]:
    """Subject, object, agent and prepositional objects of a verb."""
    passive = is_passive(verb)
    if (first := subject(verb)) is not None:
        yield first, "patient" if passive else "agent"
    for by in children(verb, "agent"):
        for one in children(by, "pobj"):
            yield one, "agent"
    for one in children(verb, "dobj"):
        yield one, "patient"
    for one in children(verb, "dative", "oprd", "attr"):
        yield one, "other"
    yield from prepositional(verb)


def fillers_of_noun(noun: Token) -> Iterator[Filler]:
    """Possessor, "by", "of" and other prepositional objects of a noun of action."""
    for one in children(noun, "poss"):
        yield one, "agent"
    for one in children(noun, "compound", "nmod"):
        yield one, "other"
    yield from prepositional(noun)


def prepositional(token: Token) -> Iterator[Filler]:
    """The objects of the prepositions under a word."""
    for preposition in children(token, "prep", "dative"):
        role: Role = {"by": "agent", "of": "patient"}.get(preposition.lower_, "other")  # type: ignore[assignment] # values are roles
        for one in children(preposition, "pobj"):
            yield one, role


def conjuncts(token: Token) -> Iterator[Token]:
    """A word and what is joined to it by "and"."""
    yield token
    following = child(token, "conj")
    while following is not None:
        yield following
        following = child(following, "conj")


def places_of(token: Token, account: Account) -> tuple[Place, ...]:
    """The places that the clause of a trigger names with a preposition of place."""
    found: dict[str, Place] = {}
    for head in dict.fromkeys((token, governor(token))):
        for preposition in children(head, "prep"):
            if preposition.lower_ not in PLACE_WORDS:
                continue
            for one in children(preposition, "pobj"):
                span = place_under(one, account)
                if span is not None:
                    name = account.name(span)
                    found.setdefault(name, Place(name=name, start=span.start_char, end=span.end_char))
    return tuple(found.values())


def place_under(token: Token, account: Account) -> Span | None:
    """The place that a word is part of, or that names where the thing is ("a plant near Turin", "Porto region")."""
    for one in (token, *children(token, "compound", "poss", "nmod")):
        span = account.entity_at.get(one.i)
        if span is not None and span.label_ in PLACE_LABELS:
            return span
    return None
