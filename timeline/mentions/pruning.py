"""What is left out of a clause that is too long for a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from timeline.mentions.account import Account
from timeline.mentions.clauses import FINITE, joint_of, words_under
from timeline.mentions.parse import Token
from timeline.mentions.tidying import LONGEST

# What may go, in this order, while a clause is too long.
PRUNINGS: tuple[Callable[[Token], bool], ...] = (
    lambda token: token.dep_ == "parataxis",
    lambda token: token.dep_ == "relcl",
    lambda token: token.dep_ == "advcl",
    lambda token: token.dep_ == "acl" and token.i > token.head.i,
    lambda token: token.dep_ == "conj" and token.pos_ == "VERB",
    lambda token: token.dep_ == "appos" and token.ent_type_ != "PERSON",
    lambda token: token.dep_ == "ccomp" and token.head.dep_ not in {"ROOT", "conj", "advcl"},
    lambda token: token.dep_ == "prep" and token.head.pos_ in {"NOUN", "PROPN"} and token.lower_ != "of",
    lambda token: (
        token.dep_ == "prep" and token.head.pos_ in {"VERB", "AUX"} and token.lower_ not in {"to", "of", "by"}
    ),
)


def in_a_line(kept: frozenset[int], trigger: Token, account: Account) -> frozenset[int]:
    """The words that are left for a line, without the commas that belong to what is gone."""
    for prune in PRUNINGS:
        if length(kept, account) <= LONGEST:
            break
        kept = pruned(kept, account, trigger, prune)
    return without_loose_commas(kept, account)


def pruned(kept: frozenset[int], account: Account, trigger: Token, prune: Callable[[Token], bool]) -> frozenset[int]:
    """The words without branches that may go, the last first, until they are few enough; the trigger's path stays."""
    path = {trigger.i, *(one.i for one in trigger.ancestors)}
    for at in sorted(kept, reverse=True):
        token = account.doc.words[at]
        if at in kept and at not in path and prune(token):
            kept -= words_under(token) | (joint_of(token, "cc") if token.dep_ == "conj" else frozenset())
            if length(kept, account) <= LONGEST:
                break
    return kept


def without_loose_commas(kept: frozenset[int], account: Account) -> frozenset[int]:
    """The words without the commas that have lost what stood behind or before them."""
    loose: set[int] = set()
    if not kept or len(kept) == max(kept) - min(kept) + 1:
        return kept
    for one, other in pairwise(sorted(kept)):
        if other == one + 1:
            continue
        before, after = account.doc.words[one], account.doc.words[other]
        if before.text == "," and (after.text == "," or after.tag_ in FINITE):
            loose.add(one)
        if after.text == "," and is_loose(before, after):
            loose.add(other)
    return kept - loose


def is_loose(before: Token, comma: Token) -> bool:
    """Whether a comma has lost what stood before it: "The mill closed", but "sank, drowning two"."""
    if before.text == ",":
        return before.head.i == comma.head.i
    goes_along = any(one.tag_ == "VBG" for one in comma.doc[comma.i + 1 : comma.i + 2])
    return before.tag_ in {"IN", "CC"} or (before.tag_ in FINITE and not goes_along)


def length(kept: Iterable[int], account: Account) -> int:
    """About how long the words are as text."""
    return sum(map(account.widths.__getitem__, kept))
