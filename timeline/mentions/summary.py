"""Which words of a source tell a mention in a clause that reads well alone, at most 160 characters of them."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from timeline.mentions.account import Account
from timeline.mentions.clauses import RELATIVES, children, governor, is_finite, subject, words_under
from timeline.mentions.references import References
from timeline.mentions.wording import LONGEST, cut, rendered

# What may go, in this order, while a clause is too long.
PRUNINGS: tuple[Callable[[Token], bool], ...] = (
    lambda token: token.dep_ == "parataxis",
    lambda token: token.dep_ == "relcl",
    lambda token: token.dep_ == "advcl",
    lambda token: token.dep_ == "acl" and token.i > token.head.i,
    lambda token: token.dep_ == "conj" and token.pos_ == "VERB",
    lambda token: token.dep_ == "appos" and token.ent_type_ != "PERSON",
    lambda token: token.dep_ == "ccomp" and token.head.dep_ not in {"ROOT", "conj"},
    lambda token: token.dep_ == "prep" and token.head.pos_ in {"NOUN", "PROPN"} and token.lower_ != "of",
)


def summary_of(token: Token, account: Account, references: References) -> str:
    """The summary of what a trigger tells."""
    root = clause_root(token)
    kept = clause_words(root, token)
    for prune in PRUNINGS:
        if length(kept, account) <= LONGEST:
            break
        kept = pruned(kept, account, token, prune)
    if kept not in references.told:
        references.told[kept] = cut(rendered(kept, account, references, root))
    return references.told[kept]


def clause_root(token: Token) -> Token:
    """The head of the clause to tell: the trigger's verb; up through "to" clauses, whose subject stands above."""
    verb = governor(token)
    while verb.head.i != verb.i and (verb.dep_ in {"xcomp", "aux", "auxpass"} or is_bare(verb) or lacks_object(verb)):
        verb = governor(verb.head)
    while verb.pos_ == "AUX" and verb.dep_ in {"acl"} and verb.head.i != verb.i:
        verb = governor(verb.head)
    return verb


def lacks_object(verb: Token) -> bool:
    """Whether a relative clause leaves out what it is about: "the gate they broke" tells nothing without the gate."""
    if verb.dep_ in {"ccomp", "csubj", "pcomp"}:
        return any(one.tag_ == "WP" for one in children(verb, "dobj", "nsubj", "nsubjpass", "attr"))
    return verb.dep_ == "relcl" and any(one.lower_ not in RELATIVES for one in children(verb, "nsubj", "nsubjpass"))


def is_bare(verb: Token) -> bool:
    """Whether a verb stands without tense under another one: "helped him leave", "to leave"."""
    return verb.tag_ == "VB" and not is_finite(verb)


def clause_words(root: Token, trigger: Token) -> frozenset[int]:
    """The words of a clause with its subject, less what introduces it and the clauses beside it."""
    kept = set(words_under(root))
    path = {trigger.i, *(one.i for one in trigger.ancestors)}
    marks = [one.i for one in root.children if one.dep_ == "mark" or one.tag_ == "WRB"]
    for one in root.children:
        beside = one.i < root.i and (one.dep_ in {"mark", "cc", "preconj"} or (bool(marks) and one.i <= marks[0]))
        spoken = one.dep_ in {"ccomp", "parataxis"} and one.i < root.i and one.i not in path
        other = one.dep_ in {"conj", "parataxis"} and one.i not in path and has_subject(one)
        if beside or spoken or other:
            kept -= words_under(one)
            if other:
                kept -= {word.i for word in root.children if word.dep_ in {"cc", "punct"} and root.i < word.i < one.i}
    if root.dep_ == "conj":
        kept -= {one.i for one in root.children if one.dep_ == "cc" and one.i < root.i}
    shared = subject(root)
    if shared is not None and shared.i not in kept:
        under = set(words_under(shared)) - set(words_under(root))
        besides = {"relcl", "acl", "advcl", "appos", "punct"}
        clauses = (set(words_under(one)) for one in shared.children if one.dep_ in besides)
        kept |= under.difference(*clauses)
        kept -= {one.i for one in children(root, "nsubj", "nsubjpass") if one.lower_ in RELATIVES}
        kept -= {one.i for one in children(root, "punct") if one.i < root.i}
    return frozenset(kept)


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(children(verb, "nsubj", "nsubjpass", "csubj", "expl"))


def pruned(kept: frozenset[int], account: Account, trigger: Token, prune: Callable[[Token], bool]) -> frozenset[int]:
    """The words without branches that may go, the last first, until they are few enough; the trigger's path stays."""
    path = {trigger.i, *(one.i for one in trigger.ancestors)}
    for at in sorted(kept, reverse=True):
        token = account.doc[at]
        if at in kept and at not in path and prune(token):
            kept -= words_under(token)
            if length(kept, account) <= LONGEST:
                break
    return kept


def length(kept: frozenset[int], account: Account) -> int:
    """About how long the words are as text."""
    return sum(len(account.doc[at].text_with_ws) for at in kept)
