"""Which words of a source tell a mention in a clause that reads well alone, at most 160 characters of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from timeline.mentions.account import Account
from timeline.mentions.clauses import FINITE, RELATIVES, children, governor, is_finite, subject, words_under
from timeline.mentions.naming import length
from timeline.mentions.parse import Token
from timeline.mentions.references import References
from timeline.mentions.tidying import LONGEST
from timeline.mentions.time_adverbials import adverbial
from timeline.mentions.wording import Summary, rendered
from timeline.mentions.words import FIRST_PERSON
from timeline.types import DatedExpression

MAIN = frozenset({"ROOT", "ccomp", "parataxis"})
INTRANSITIVE = {"told": "said", "tells": "says"}  # "told" tells somebody
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The verb of saying over a telling, and the name of who speaks."""

    verb: Token
    name: str


def summary_of(token: Token, account: Account, references: References, dated: DatedExpression | None) -> Summary:
    """The summary of what a trigger tells, less the adverbial that dates it.

    Where a pronoun in the clause means something that only its sentence names, the sentence is told instead.
    """
    root = clause_root(token)
    if is_participle(root) and (whole := along(clause_root(root.head), token, account, references, dated)):
        return whole
    when = frozenset() if dated is None else adverbial(dated, root, token, account)
    words = clause_words(root, token)
    top = joined_to(root)
    if top.i == root.i and (whole := in_full(top, words, when, account, references)):
        return whole
    clause = told(words - when, root, token, account, references)
    if clause.readable:
        return clause
    if top.i != root.i and (whole := in_full(top, words, when, account, references)):
        return whole
    above = token.sent.root
    sentence = told(clause_words(above, token) - when, above, token, account, references)
    if sentence.readable:
        return sentence
    return sentence if sentence.alone and not clause.alone and len(sentence.text) < LONGEST else clause


def with_speaker(
    summary: Summary, said: Said, token: Token, account: Account, references: References, dated: DatedExpression | None
) -> Summary:
    """What somebody says with who says it, as long as that fits a line: what is only said is no fact.

    "I" in a quotation has become who speaks, and needs no second telling.
    """
    verb, named = said.verb, said.name.split()[-1].lower() in summary.text.lower()
    first = any(one.lower_ in FIRST_PERSON for one in governor(token).subtree)
    if token.i in account.quotation_at and (named or first):
        return summary
    asks = any(one.tag_ == "WRB" for one in children(clause_root(token), "advmod"))  # "recounted how they met"
    if verb.pos_ == "VERB" and is_finite(verb) and verb in token.ancestors and not asks:
        when = frozenset() if dated is None else adverbial(dated, verb, token, account)
        whole = told(clause_words(verb, token) - when, verb, token, account, references)
        if whole.readable:
            return whole
    by = (
        f"according to {said.name}"
        if verb.lower_ == "according"
        else f"{said.name} {INTRANSITIVE.get(verb.text, verb.text)}"
    )
    text = f"{summary.text}, {by}"
    if named or len(text) > LONGEST or not (verb.lower_ == "according" or is_finite(verb)):
        return summary
    return Summary(text=text, alone=summary.alone, readable=summary.readable)


def along(
    above: Token, token: Token, account: Account, references: References, dated: DatedExpression | None
) -> Summary | None:
    """The summary of the clause that a participle goes along with; None where a line does not hold both."""
    when = frozenset() if dated is None else adverbial(dated, above, token, account)
    whole = told(clause_words(above, token) - when, above, token, account, references)
    return whole if whole.readable else None


def in_full(
    top: Token, clause: frozenset[int], when: frozenset[int], account: Account, references: References
) -> Summary | None:
    """The summary by all of a clause and of those it is joined to; None where a line does not hold them.

    `top` is the first of these clauses. Words that another day dates would be read with the wrong one.
    """
    if top.dep_ not in MAIN:
        return None
    words = words_under(top) - when - opening_of(top)
    more = words - clause
    if not more or account.dated_words & more or length(words, account) > LONGEST:
        return None
    whole = told(words, top, top, account, references)
    return whole if whole.readable else None


def joined_to(verb: Token) -> Token:
    """The first of the clauses that one is joined to by "and" or "but", as far as they share a subject."""
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and verb.head.dep_ not in {"relcl", "acl"}:
        verb = verb.head
    return verb


def opening_of(root: Token) -> frozenset[int]:
    """What introduces a clause: "that", "after", "and"."""
    marks = [one for one in root.children if one.i < root.i and one.dep_ in {"mark", "cc", "preconj"}]
    return frozenset(at for one in marks for at in words_under(one))


def told(kept: frozenset[int], root: Token, trigger: Token, account: Account, references: References) -> Summary:
    """The summary by these words, pruned to a line."""
    for prune in PRUNINGS:
        if length(kept, account) <= LONGEST:
            break
        kept = pruned(kept, account, trigger, prune)
    kept = without_loose_commas(kept, account)
    if kept not in references.told:
        references.told[kept] = rendered(kept, account, references, root)
    return references.told[kept]


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
        if after.text == "," and (before.text == "," or before.tag_ in {*FINITE, "IN", "CC"}):
            loose.add(other)
    return kept - loose


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
                joint = range(one.left_edge.i - 2, one.i)
                kept -= {word.i for word in root.children if word.dep_ in {"cc", "punct"} and word.i in joint}
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


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(children(verb, "nsubj", "nsubjpass", "csubj", "expl"))


def pruned(kept: frozenset[int], account: Account, trigger: Token, prune: Callable[[Token], bool]) -> frozenset[int]:
    """The words without branches that may go, the last first, until they are few enough; the trigger's path stays."""
    path = {trigger.i, *(one.i for one in trigger.ancestors)}
    for at in sorted(kept, reverse=True):
        token = account.doc.words[at]
        if at in kept and at not in path and prune(token):
            kept -= words_under(token)
            if length(kept, account) <= LONGEST:
                break
    return kept
