"""How far the clause of a trigger goes: the verb that heads it, and the words that belong to it."""

from __future__ import annotations

from timeline.mentions.clauses import RELATIVES, children, governor, is_finite, joint_of, subject, words_under
from timeline.mentions.parse import Token


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


def is_participle(verb: Token) -> bool:
    """Whether a verb in "-ing" without a tense or subject goes along with another: "Speaking on Monday, she …"."""
    return verb.tag_ == "VBG" and verb.dep_ in {"advcl", "acl"} and not is_finite(verb) and not has_subject(verb)


def is_bare(verb: Token) -> bool:
    """Whether a verb stands without tense under another one: "helped him leave", "to leave"."""
    return verb.tag_ == "VB" and not is_finite(verb)


def joined_to(verb: Token) -> Token:
    """The first of the clauses that one is joined to by "and" or "but", as far as they share a subject."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.head.dep_ not in {"relcl", "acl"}:
        verb = verb.head
    return verb


def clause_words(root: Token, trigger: Token) -> frozenset[int]:
    """The words of a clause with its subject, less what introduces it and the clauses beside it."""
    kept = set(words_under(root))
    path = {trigger.i, *(one.i for one in trigger.ancestors)}
    marks = [one.i for one in root.children if one.dep_ == "mark" or one.tag_ == "WRB"]
    for one in root.children:
        beside = one.i < root.i and (one.dep_ in {"mark", "cc", "preconj"} or (bool(marks) and one.i <= marks[0]))
        spoken = one.dep_ in {"ccomp", "parataxis"} and one.i < root.i and one.i not in path and root.i != trigger.i
        other = one.dep_ in {"conj", "parataxis"} and one.i not in path and has_subject(one)
        if beside or spoken or other:
            kept -= words_under(one)
            if other:
                kept -= joint_of(one, "cc", "punct")
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
    if root.dep_ == "ccomp" and kept and root.doc[min(kept)].lower_ == "that":
        kept.discard(min(kept))
    return frozenset(kept)


def opening_of(root: Token) -> frozenset[int]:
    """What introduces a clause: "that", "after", "and"."""
    marks = [one for one in root.children if one.i < root.i and one.dep_ in {"mark", "cc", "preconj"}]
    return frozenset(at for one in marks for at in words_under(one))


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(children(verb, "nsubj", "nsubjpass", "csubj", "expl"))
