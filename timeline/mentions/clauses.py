"""Syntax: the subject, objects and auxiliaries of a clause, and which clause governs which."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.mentions.parse import Token
from timeline.mentions.words import EMPTY_VERBS, PREPOSITIONS, PUBLISHING_VERBS

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "csubj", "parataxis", "conj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PERFECT = frozenset({"has", "have", "'s", "’s", "'ve", "’ve"})
NOT_OVER = frozenset({"is", "are", "am", "will", "would"})
RELATIVES = frozenset({"who", "which", "that", "whom"})


def is_auxiliary(token: Token) -> bool:
    """Whether a verb only helps another one."""
    return token.dep_ in {"aux", "auxpass"} or is_preposition(token)


def is_preposition(token: Token) -> bool:
    """Whether a participle stands where a preposition does ("following the vote")."""
    if token.tag_ not in {"VBG", "VBN"} or token.head.i == token.i:
        return False
    return token.dep_ == "prep" or (token.lower_ in PREPOSITIONS and token.dep_ == "advcl")


def is_part_of_name(verb: Token) -> bool:
    """Whether a "verb" goes on with a name that stands before it, in capitals too: a ship called "Ever Given"."""
    if verb.is_sent_start or verb.i == 0 or not verb.is_title:
        return False
    before = verb.doc[verb.i - 1]
    return before.is_title and not before.is_sent_start and before.end + 1 == verb.idx


def is_adjective(token: Token) -> bool:
    """Whether a participle stands before a noun as an adjective does ("leading", "armed")."""
    return token.dep_ == "amod" and token.i < token.head.i


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the clause it shares one with; None where none is told."""
    seen = 0
    while seen < 6:
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            if own.lower_ in RELATIVES and verb.dep_ == "relcl":
                return described(verb)
            return own
        if verb.dep_ in {"conj", "xcomp", "advcl", "aux"} and verb.head.i != verb.i:
            if verb.dep_ == "xcomp" and (controller := control(verb)) is not None:
                return controller
            verb = verb.head
        elif (one := quoted(verb)) is not None:
            return one
        elif verb.dep_ == "pcomp" and verb.head.head.pos_ in {"VERB", "AUX"}:
            verb = verb.head.head
        elif verb.dep_ in {"acl", "relcl"}:
            return described(verb)
        else:
            return None
        seen += 1
    return None


def quoted(verb: Token) -> Token | None:
    """Who is quoted in "quoted him as saying"; None for other verbs."""
    return child(verb.head.head, "dobj") if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None


def described(verb: Token) -> Token:
    """The noun that a participle or relative clause describes.

    "An interview with Ann Lee published on Sunday" parses as if Ann Lee had been published: nobody is.
    """
    noun = verb.head
    if verb.lemma_ in PUBLISHING_VERBS and noun.ent_type_ == "PERSON" and noun.dep_ == "pobj":
        return noun.head.head if noun.head.head.pos_ == "NOUN" else noun
    return noun


def control(verb: Token) -> Token | None:
    """The object that is the subject of an infinitive ("asked him to leave")."""
    return next((child for child in verb.head.children if child.dep_ in {"dobj", "dative"}), None)


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense, by itself or by a helper."""
    return verb.tag_ in FINITE or any(one.tag_ in FINITE for one in children(verb, "aux", "auxpass"))


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, reduced ones too ("the letter sent on Monday")."""
    if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def children(token: Token, *labels: str) -> list[Token]:
    """The children under any of these relations."""
    return [child for child in token.children if child.dep_ in labels]


def child(token: Token, *labels: str) -> Token | None:
    """The first child under any of these relations."""
    return next((one for one in token.children if one.dep_ in labels), None)


def joint_of(clause: Token, *labels: str) -> frozenset[int]:
    """The words under any of these relations, "and" or a comma, that join a clause to what stands before it."""
    joint = range(clause.left_edge.i - 2, clause.i)
    return frozenset(one.i for one in children(clause.head, *labels) if one.i in joint)


def governor(token: Token) -> Token:
    """The verb of the clause that a token stands in, itself where it is one, else the root of the sentence."""
    while token.head.i != token.i and (token.pos_ not in {"VERB", "AUX"} or is_preposition(token)):
        token = token.head
    while token.dep_ in {"aux", "auxpass"}:
        token = token.head
    return token


def verbs_above(token: Token) -> Iterator[Token]:
    """The verbs that govern a token, the nearest first."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"} and ancestor.dep_ not in {"aux", "auxpass"}:
            yield ancestor


def is_perfect(verb: Token) -> bool:
    """Whether a verb is in the present perfect."""
    return any(one.lower_ in PERFECT for one in children(verb, "aux"))


def is_empty(verb: Token) -> bool:
    """Whether a verb has no meaning of its own."""
    return verb.pos_ == "AUX" or verb.lemma_ in EMPTY_VERBS


def is_past(verb: Token) -> bool:
    """Whether a clause is in a past tense or the perfect."""
    return verb.tag_ in {"VBD", "VBN"} or any(one.tag_ == "VBD" or one.lower_ == "had" for one in children(verb, "aux"))


def is_over(verb: Token) -> bool:
    """Whether a clause tells neither of the present or the future nor of how things have come to stand."""
    helpers = {one.lower_ for one in children(verb, "aux", "auxpass")}
    return not helpers & (PERFECT | NOT_OVER) and verb.tag_ not in {"VBZ", "VBP"}


def words_under(token: Token) -> frozenset[int]:
    """The indices of a token and everything that hangs on it."""
    if token.indices is None:
        token.indices = frozenset([one.i for one in token.subtree])
    return token.indices


def is_participle(verb: Token) -> bool:
    """Whether a clause goes along with its verb ("…, warning that …")."""
    return verb.tag_ == "VBG" and not any(children(verb, "nsubj", "mark", "prep"))
