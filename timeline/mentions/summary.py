"""A clause of the source's own words that reads well alone: pruned, pronouns resolved, at most 160 characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from timeline.mentions.account import Account
from timeline.mentions.clauses import RELATIVES, children, governor, is_finite, subject, words_under
from timeline.mentions.references import References
from timeline.mentions.words import FIRST_PERSON, HE, IT

LONGEST = 160
POSSESSIVES = frozenset({"his", "its", "my", "her"})
EDGES = " \t\n,;:-–—…·•*"
SPACE = re.compile(r"\s+")
BEFORE_MARK = re.compile(r"\s+([,.;:!?%’”)\]])")
EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")
QUOTES = re.compile(r"[\"“”„«»]|``|''|(?<!\w)['‘]|(?<=[,.!?])['’](?=\s|$)")
FULL_STOP = re.compile(r"(?<![A-Z])\.$")
LOOSE_END = re.compile(r",?\s+(?:and|but|or|that|which|who|to)$")
# What may go, in this order, while a clause is too long.
PRUNINGS: tuple[Callable[[Token], bool], ...] = (
    lambda token: token.dep_ == "parataxis",
    lambda token: token.dep_ == "relcl",
    lambda token: token.dep_ == "advcl",
    lambda token: token.dep_ == "acl" and token.i > token.head.i,
    lambda token: token.dep_ == "conj" and token.pos_ == "VERB",
    lambda token: token.dep_ == "appos" and token.ent_type_ != "PERSON",
    lambda token: token.dep_ == "ccomp" and token.i > token.head.i + 12,
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
    while verb.head.i != verb.i and (verb.dep_ in {"xcomp", "aux", "auxpass"} or is_bare(verb)):
        verb = governor(verb.head)
    while verb.pos_ == "AUX" and verb.dep_ in {"acl"} and verb.head.i != verb.i:
        verb = governor(verb.head)
    return verb


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


def rendered(kept: frozenset[int], account: Account, references: References, root: Token) -> str:
    """The words as text, its subject first, with pronouns named where the clause does not name them itself."""
    shared = subject(root)
    own = {one.i for one in root.subtree}
    first = {one.i for one in shared.subtree} - own if shared is not None and shared.i not in own else frozenset()
    tokens = [account.doc[at] for at in sorted(kept, key=lambda at: (at not in first, at))]
    named = dict(replacements(tokens, account, references))
    return tidy("".join(pieces(tokens, named)))


def pieces(tokens: Sequence[Token], named: Mapping[int, str]) -> Iterator[str]:
    """The text of each word, with a space where words were left out."""
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        gap = following is not None and following.i != token.i + 1
        text = token.lower_ if at and token.is_sent_start and token.ent_type == 0 else token.text
        yield named.get(token.i, text) + (" " if gap else token.whitespace_)


def replacements(tokens: Sequence[Token], account: Account, references: References) -> Iterator[tuple[int, str]]:
    """The pronouns to be replaced, and by which name; each person is named once."""
    names = {account.name(span) for token in tokens if (span := account.entity_at.get(token.i)) is not None}
    first = next((token for token in tokens if token.is_alpha), None)
    for token in tokens:
        word = token.lower_
        if word not in HE and word not in IT and word not in FIRST_PERSON:
            continue
        span = references.entity(token)
        if span is None:
            continue
        name = account.name(span)
        opens = first is not None and token.i == first.i
        if name in names and not opens and word not in FIRST_PERSON:
            continue
        names.add(name)
        yield token.i, possessive(name) if token.dep_ == "poss" and word in POSSESSIVES else name


def possessive(name: str) -> str:
    """The name as an owner."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def tidy(text: str) -> str:
    """Text without quotation marks, doubled spaces and loose marks, with a capital letter at its start."""
    text = EMPTY_BRACKETS.sub("", QUOTES.sub("", text))
    text = BEFORE_MARK.sub(r"\1", SPACE.sub(" ", text)).strip(EDGES)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    text = LOOSE_END.sub("", FULL_STOP.sub("", text)).strip(EDGES)
    return text[:1].upper() + text[1:]


def cut(text: str) -> str:
    """Text of at most 160 characters, cut between words."""
    if len(text) <= LONGEST:
        return text
    head = text[: LONGEST - 1]
    return head[: head.rfind(" ")].rstrip(EDGES) + "…"
