"""What "it" means where that has no name: the noun phrase of the subject before it, where nothing else can be meant."""

from __future__ import annotations

from timeline.mentions.account import Account
from timeline.mentions.clauses import SUBJECTS, child, children, subject, verbs_above
from timeline.mentions.parse import Token
from timeline.mentions.words import PERSON_ROLES, REPORTING_VERBS, words

PEOPLE = frozenset({"PERSON", "PER", "NORP"})
TIMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
THING = frozenset({"NN", "NNP"})
PLACES = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "pobj"})
IMPERSONAL = words("be emerge seem appear transpire happen turn take")
WEATHER = words("rain snow")
LOOK_BACK = 2  # sentences whose subject is "it" again


def thing_meant(pronoun: Token, account: Account, *, depth: int = 0) -> Token | None:
    """The noun that "it" or "its" stands for; None where more than one could be meant, or none."""
    if pronoun.dep_ not in PLACES or is_expletive(pronoun):
        return None
    if pronoun.dep_ == "poss" and pronoun.head.dep_ == "conj" and pronoun.head.head.tag_ in THING:
        return pronoun.head.head  # "the ship and its crew"
    for verb in verbs_above(pronoun):
        one = subject(verb)
        if one is not None and one.i < pronoun.i and is_thing(one):
            return None if is_parallel(pronoun, one) else one
    number = account.sentence_number[pronoun.i]
    if number == 0 or depth > LOOK_BACK or is_rivalled(pronoun, account):
        return None
    one = subject(told_by(account.sentences[number - 1].root))
    if one is None or account.is_title(one):
        return None
    if one.lower_ == "it":
        return thing_meant(one, account, depth=depth + 1)
    return one if is_thing(one) else None


def told_by(root: Token) -> Token:
    """The verb that a sentence tells something by: what is reported, where its own only reports."""
    reported = child(root, "ccomp")
    return reported if root.lemma_ in REPORTING_VERBS and reported is not None else root


def is_expletive(pronoun: Token) -> bool:
    """Whether "it" means nothing: "it is raining", "it emerged that …", "it was clear that …"."""
    if pronoun.lower_ != "it" or pronoun.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return False
    verb = pronoun.head
    impersonal = verb.lemma_ in IMPERSONAL or any(children(verb, "auxpass")) or any(children(verb, "acomp"))
    return verb.lemma_ in WEATHER or (impersonal and any(one.i > verb.i for one in children(verb, "ccomp", "csubj")))


def is_rivalled(pronoun: Token, account: Account) -> bool:
    """Whether its own sentence names, before the pronoun, something that it may mean instead."""
    sentence = account.sentences[account.sentence_number[pronoun.i]]
    return any(one.tag_ in THING and one.ent_type_ not in PEOPLE | TIMES for one in sentence if one.i < pronoun.i)


def is_parallel(pronoun: Token, one: Token) -> bool:
    """Whether "it" opens a clause joined to that of its candidate, whose object it may mean as well."""
    return pronoun.dep_ in SUBJECTS and pronoun.head.dep_ == "conj" and child(one.head, "dobj", "prep") is not None


def is_thing(noun: Token) -> bool:
    """Whether a noun speaks of one thing."""
    person = noun.ent_type_ in PEOPLE or noun.lemma_.lower() in PERSON_ROLES
    return noun.tag_ in THING and not person and noun.ent_type_ not in TIMES and child(noun, "conj") is None


def definite_phrase(noun: Token, account: Account) -> str | None:
    """The definite noun phrase of a noun, or its name; None for what is told of for the first time."""
    span = account.entity_at.get(noun.i)
    modifiers = [one for one in noun.lefts if one.dep_ in {"det", "compound", "amod", "nmod", "nummod", "poss"}]
    determined = any(one.lower_ in {"the", "this", "that"} or one.dep_ == "poss" for one in modifiers)
    if any(one.lower_ in {"its", "his", "her", "their", "my", "our"} for one in modifiers):
        return None
    if span is None and not determined and noun.pos_ != "PROPN":
        return None
    start = min([one.left_edge.i for one in modifiers] + ([span.start] if span is not None else [noun.i]))
    text = account.doc[start : noun.i + 1].text
    return text if account.doc[start].ent_type_ and account.doc[start].pos_ == "PROPN" else text[:1].lower() + text[1:]
