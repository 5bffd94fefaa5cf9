"""How sure a telling is: told, said by someone, claimed by a party, denied, planned, or only thought of."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.mentions.clauses import children, governor, is_past
from timeline.mentions.parse import Token
from timeline.mentions.words import (
    CLAIMED_MODIFIERS,
    CLAIMING_ADVERBS,
    CLAIMING_VERBS,
    CONDITIONS,
    DENYING_VERBS,
    FUTURE_MODALS,
    PLANNED_MODIFIERS,
    PLANNING_NOUNS,
    PLANNING_VERBS,
    POSSIBLE_MODALS,
    POSSIBLE_MODIFIERS,
    REPORTING_ADVERBS,
    WISHING_NOUNS,
    WISHING_VERBS,
)
from timeline.types import Stance

CLAUSE_LINKS = frozenset({"ccomp", "xcomp", "conj", "advcl", "acl", "relcl", "pcomp", "parataxis"})
NO = frozenset({"no", "neither"})
NEGATIONS = frozenset({"not", "n't", "never", "n’t"})


def stance_of(token: Token, *, said: Token | None, party: bool, ahead: bool) -> Stance:
    """The stance of the mention of a trigger.

    `said` is the verb of saying it stands under, `party` whether who says so takes part; `ahead` whether its own
    date lies after the publication.
    """
    modality = modality_of(token)
    if ahead and modality in {None, "hypothetical"}:
        return "planned"
    if modality is not None:
        return modality
    if said is not None:
        return "claimed" if party or said.lemma_ in CLAIMING_VERBS or claimed(token) else "reported"
    if claimed(token):
        return "claimed"
    return "reported" if reportedly(token) else "asserted"


def is_plain_negation(token: Token, *, said: Token | None) -> bool:
    """Whether nobody denies a trigger, but the article tells that it did not happen: "no ship used the canal"."""
    return said is None and not any(one.lemma_ in DENYING_VERBS for one in token.ancestors)


def modality_of(token: Token) -> Stance | None:
    """Denied, planned or hypothetical by the words around a trigger; None where it is told as a fact."""
    if token.pos_ not in {"VERB", "AUX"}:
        if (own := modality_of_noun(token)) is not None:
            return own
        verb = governor(token)
        if verb.lemma_ in DENYING_VERBS and token.dep_ == "dobj":
            return "denied"
        if verb.i == token.i or not close(token, verb):
            return None
        token = verb
    return next((found for one in clauses_up(token) if (found := modality_of_verb(one, token)) is not None), None)


def close(noun: Token, verb: Token) -> bool:
    """Whether a noun is what its verb is about: its subject, object or complement."""
    return noun.head.i == verb.i and noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}


def clauses_up(verb: Token) -> Iterator[Token]:
    """A verb and the heads that its clause depends on as complement or conjunct."""
    yield verb
    while verb.dep_ in {"xcomp", "ccomp", "conj", "pcomp", "acl"} and verb.head.i != verb.i:
        verb = verb.head
        yield verb


def modality_of_verb(verb: Token, trigger: Token) -> Stance | None:
    """What one verb of the chain above a trigger (or the trigger itself) says of it."""
    own = verb.i == trigger.i
    lemma = verb.lemma_.lower()
    shared = own or is_conjunct(verb, trigger)
    if shared:
        helpers = [one.lower_ for one in children(verb, "aux", "auxpass")]
        if any(one.lower_ in NEGATIONS for one in children(verb, "neg")) or negative_subject(verb):
            return "denied"
        if any(one in FUTURE_MODALS for one in helpers):
            return "planned"
        if any(one in POSSIBLE_MODALS for one in helpers):
            return "hypothetical"
        if any(one.lower_ in CONDITIONS for one in children(verb, "mark", "advmod")):
            return "hypothetical"
        if own and verb.tag_ == "VB" and not helpers and verb.dep_ == "ROOT" and not has_subject(verb):
            return "hypothetical"  # an order: "Hit the refinery"
        return None
    if lemma in DENYING_VERBS:
        return "denied"
    below = next((one for one in clauses_up(trigger) if one.head.i == verb.i), None)
    if below is None:
        return None
    infinitive = any(one.lower_ == "to" for one in children(below, "aux"))
    if infinitive and lemma in {"go", "be"}:
        return "planned"
    if infinitive and (lemma in PLANNING_VERBS or lemma in PLANNING_NOUNS):
        return "planned"
    if (infinitive or below.dep_ == "ccomp" or below.dep_ == "pcomp") and (
        lemma in WISHING_VERBS or lemma in WISHING_NOUNS
    ):
        return None if below.dep_ == "ccomp" and is_past(below) else "hypothetical"
    return None


def is_conjunct(verb: Token, trigger: Token) -> bool:
    """Whether a verb is an earlier conjunct of a trigger, whose helpers count for both."""
    node = trigger
    while node.dep_ == "conj":
        node = node.head
        if node.i == verb.i:
            return not any(one.dep_ in {"nsubj", "nsubjpass", "aux"} for one in trigger.children)
    return False


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(children(verb, "nsubj", "nsubjpass", "csubj", "expl"))


def negative_subject(verb: Token) -> bool:
    """Whether what takes part is nobody: "no apology was made"."""
    return any(
        one.lower_ in {"nobody", "nothing", "none"} or any(word.lower_ in NO for word in children(one, "det"))
        for one in children(verb, "nsubj", "nsubjpass", "dobj", "attr")
    )


def modality_of_noun(noun: Token) -> Stance | None:
    """What a noun's own modifiers say of it."""
    modifiers = {one.lower_ for one in children(noun, "amod", "det", "compound")}
    if "no" in modifiers:
        return "denied"
    if modifiers & PLANNED_MODIFIERS:
        return "planned"
    return "hypothetical" if modifiers & POSSIBLE_MODIFIERS else None


def claimed(token: Token) -> bool:
    """Whether an "alleged" or "allegedly" stands by a trigger."""
    return any(one.lower_ in CLAIMED_MODIFIERS or one.lower_ in CLAIMING_ADVERBS for one in token.children)


def reportedly(token: Token) -> bool:
    """Whether a "reportedly" stands by a trigger."""
    return any(one.lower_ in REPORTING_ADVERBS for one in children(token, "advmod"))
