"""What an editor would keep: 0 to 2 for each mention of an article; from 1 up it is worth an entry of a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp

from timeline.mentions.account import Account
from timeline.mentions.clauses import children, subject, verbs_above
from timeline.mentions.lexicon import noun_weight
from timeline.mentions.parse import Token
from timeline.mentions.triggers import LEAST_NOUN, Trigger
from timeline.mentions.words import ASPECTUAL_VERBS, LIGHT_VERBS, PLAIN_REPORTING_VERBS, STATIVE_VERBS, words
from timeline.types import Basis, Participant, Stance

ENTRY = 1.0
# What describes, hangs on an unknown "it" or need not come true is no entry, wherever it stands, dated or not.
IN_PASSING = 0.29
UNNAMED_SUBJECTS = words(
    "i we you he she they this that these those it there what who one everyone anyone someone nobody people"
)
# Each reason adds its weight; signs and sizes follow a logistic fit to the salient events of TimeSET's development
# part (18 articles), rounded; the weight of the title is ours, since titles are not annotated there.
START = 0.8
TITLE, LEAD, LATE = 1.6, 1.2, -0.8
LISTED = TITLE  # what an article lists by its days, its outlet put on a timeline itself
OWN_DATE, FRAMED, NAMED = 1.5, 0.2, 0.1
SAYING, STATE, ASPECT = -3.5, -1.4, -0.8
STANCES: dict[Stance, float] = {
    "hypothetical": -2.0,
    "planned": -0.6,
    "denied": -1.0,
    "reported": -0.4,
    "claimed": -0.3,
}
DEPTH, MOST_DEPTH = -0.35, 3
GENERAL_PRESENT, BARE_NOUN, MODIFIER = -1.4, -0.5, -1.1
LIGHT, UNNAMED, FRAGMENT = -1.6, -1.0, -4.0


def salience_of(
    trigger: Trigger, account: Account, *, stance: Stance, basis: Basis, participants: Sequence[Participant]
) -> float:
    """How much an editor would want this mention on a timeline."""
    score = START + sum(reasons(trigger, account, stance, basis, participants)) + 4 * (trigger.weight - 0.85)
    return round(2 / (1 + exp(-score)), 3)


def reasons(
    trigger: Trigger, account: Account, stance: Stance, basis: Basis, participants: Sequence[Participant]
) -> Iterator[float]:
    """What speaks for a mention and against it."""
    token = trigger.token
    number = account.sentence_number[token.i]
    if account.is_title(token):
        yield TITLE
    elif number in account.listed and account.listed[number][1]:
        yield LISTED
    elif number in account.lead:
        yield LEAD
    yield LATE * number / max(1, len(account.sentences))
    if basis != "publication":
        yield FRAMED if basis == "frame" else OWN_DATE
    yield NAMED * min(len(participants), 2)
    yield STANCES.get(stance, 0.0) if stance != "planned" or basis == "publication" else 0.3
    yield of_subject(trigger, participants)
    yield FRAGMENT if is_fragment(token, account) else 0.0
    yield DEPTH * min(MOST_DEPTH, sum(1 for _ in verbs_above(token)))
    yield of_verb(trigger) if trigger.kind == "verb" else of_noun(trigger, basis)


def is_fragment(token: Token, account: Account) -> bool:
    """Whether a trigger stands in a question, or heads a line such as "Cleaning up" that tells of nobody."""
    sentence = account.sentences[account.sentence_number[token.i]]
    if any(one.text == "?" for one in account.doc[max(sentence.start, sentence.end - 3) : sentence.end]):
        return True
    return token.dep_ == "ROOT" and token.tag_ == "VBG" and not any(children(token, "aux", "nsubj", "nsubjpass"))


def of_subject(trigger: Trigger, participants: Sequence[Participant]) -> float:
    """What the subject says: a clause about "we" or "this", if nobody knows who that is, does not stand alone."""
    one = subject(trigger.token) if trigger.kind == "verb" else None
    if one is None or one.lower_ not in UNNAMED_SUBJECTS:
        return 0.0
    return 0.0 if any(who.start == one.idx for who in participants) else UNNAMED


def of_verb(trigger: Trigger) -> float:
    """What a verb's meaning and tense say."""
    tense = GENERAL_PRESENT if trigger.token.tag_ in {"VBZ", "VBP"} and trigger.token.dep_ != "ROOT" else 0.0
    if trigger.lemma in PLAIN_REPORTING_VERBS:
        return tense + SAYING
    if trigger.lemma in STATIVE_VERBS:
        return tense + STATE
    if trigger.lemma in ASPECTUAL_VERBS or trigger.lemma in LIGHT_VERBS:
        return tense + (LIGHT if carries_noun(trigger.token) else ASPECT if trigger.lemma in ASPECTUAL_VERBS else 0.0)
    return tense


def carries_noun(verb: Token) -> bool:
    """Whether a light verb's noun names the happening ("held talks", "the war began")."""
    return any(noun_weight(one.lemma_.lower()) >= LEAST_NOUN for one in children(verb, "dobj", "nsubj", "nsubjpass"))


def of_noun(trigger: Trigger, basis: Basis) -> float:
    """What a noun's place says: one that only names something in passing is background."""
    if trigger.token.dep_ in {"compound", "amod", "nmod", "poss"}:
        return MODIFIER
    return BARE_NOUN if basis == "publication" and trigger.token.dep_ == "pobj" else 0.0
