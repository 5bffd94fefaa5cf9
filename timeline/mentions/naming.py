"""The noun phrase by which a happening is named where its clause tells something else: "the siege of Leningrad"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.mentions.account import Account
from timeline.mentions.clauses import children, is_preposition, words_under
from timeline.mentions.known import one_of_two
from timeline.mentions.parse import Doc, Token
from timeline.mentions.pruning import length
from timeline.mentions.references import References
from timeline.mentions.wording import Summary, rendered
from timeline.types import DatedExpression

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})
# What only adds to a noun, and would open a second story in its phrase.
ADDED = frozenset({"relcl", "acl", "appos", "conj", "cc", "preconj", "predet", "advmod", "parataxis", "advcl"})
OWNERS = frozenset({"his", "her", "its"})
UNSURE = frozenset({"any", "no", "some", "another", "every", "each", "such", "what", "which"})
NEW = frozenset({"a", "an"})  # what is new and has no date may never have happened: "warned of an attack"
# Prepositions of a clause that happens in what the noun names, and so tells of it.
WITHIN = frozenset({"in", "at", "during", "on", "with", "within", "to", "for", "by", "into"})
LEAST_WORDS = 3
LONGEST = 100  # characters


def named_by(noun: Token, account: Account, references: References, dated: DatedExpression | None) -> Summary | None:
    """The summary by the phrase of a noun that its clause only mentions; None where the phrase names nobody.

    A date in it is told beside the summary.
    """
    unsure = UNSURE if dated is not None else UNSURE | NEW
    if not is_beside(noun) or any(one.lower_ in unsure for one in noun.lefts):
        return None
    kept = frozenset(phrase_of(noun, time_of(dated, account.doc)))
    for one in reversed([*children(noun, "prep")]):
        if length(kept, account) > LONGEST:
            kept -= words_under(one)
    words = [account.doc[at] for at in kept]
    if len(words) < LEAST_WORDS or not any(is_named(one, account) for one in words):
        return None
    phrase = rendered(kept, account, references, noun)
    if not phrase.alone or len(phrase.text) > LONGEST:
        return None
    return Summary(text=phrase.text, alone=True, readable=True)


def is_named(word: Token, account: Account) -> bool:
    """Whether a word is part of a name, or one stands for it."""
    return word.ent_type_ in NAMES or word.lower_ in OWNERS or one_of_two(word, account) is not None


def is_beside(noun: Token) -> bool:
    """Whether a clause only mentions what a noun names: "after the siege", "details of the talks".

    What happens "in the talks" tells of them.
    """
    preposition = noun.head
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ != "pobj":
        return False
    within = preposition.lower_ in WITHIN and preposition.head.pos_ not in {"NOUN", "PROPN"}
    return not within and (preposition.dep_ == "prep" or is_preposition(preposition))


def phrase_of(noun: Token, time: frozenset[int]) -> Iterator[int]:
    """The words of a noun's phrase without clauses and without the time; names that follow right behind it too."""
    left_out = [words_under(one) for one in noun.children if one.dep_ in ADDED]
    own = words_under(noun) - time
    kept = sorted(own.difference(*left_out))
    while kept and noun.doc[kept[-1]].pos_ in {"PUNCT", "ADP"}:
        kept.pop()
    yield from kept
    end = noun.right_edge.i
    for one in () if left_out else children(noun.head.head, "prep"):
        # To which of two nouns a name belongs a parser cannot tell: "an apology for the raid on Brest".
        behind = words_under(one)
        if one.i == end + 1 and one.head.pos_ == "NOUN" and any(noun.doc[at].ent_type_ in NAMES for at in behind):
            yield from behind
            end = max(behind)


def time_of(dated: DatedExpression | None, doc: Doc) -> frozenset[int]:
    """The words of an expression with the preposition before it, and the "'s" behind."""
    if dated is None:
        return frozenset()
    span = doc.char_span(dated.expression.start, dated.expression.end)
    if span is None or span.start == 0:
        return frozenset()
    before, end = doc[span.start - 1], span.end
    if end < len(doc) and doc[end].tag_ == "POS":
        return frozenset(range(span.start, end + 1))
    return frozenset(range(before.i if before.dep_ == "prep" else end, end))
