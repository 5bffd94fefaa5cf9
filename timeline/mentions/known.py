"""What "the report" or "the authority" means: what the article has named before, where it has named but one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from timeline.mentions.account import Account
from timeline.mentions.clauses import child
from timeline.mentions.parse import Token
from timeline.mentions.words import COMPANIES, PERSON_ROLES, words

NAMED_THINGS = frozenset({"ORG", "FAC", "LOC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
WHO = ("PERSON", "ORG", "GPE")
SAYS_WHOSE = frozenset({"poss", "compound", "nmod"})
OWNS = words("his her its their my our your whose")
LOOK_BACK = 4  # sentences in which a thing told of again was told last
LONGEST = 50  # characters of a name that stands for a noun
COMMON = words("house state city town street day time man woman people year way part side case thing")
NO_THINGS = COMPANIES | PERSON_ROLES | COMMON


def is_bare(noun: Token) -> bool:
    """Whether a noun is told as known by "the" alone: "the tool"; "the tool of the crew" says which."""
    if noun.pos_ != "NOUN" or noun.ent_type_ or noun.tag_ not in {"NN", "NNS"}:
        return False
    article = child(noun, "det")
    if article is None or article.lower_ != "the":
        return False
    return all(one.dep_ in {"det", "punct", "cc"} for one in noun.children)


def known_as(noun: Token, account: Account) -> str | None:
    """The fuller phrase for "the" noun: the one name before it that ends so, or the one thing told of by a name."""
    lemma = noun.lemma_.lower()
    if not is_bare(noun) or lemma in NO_THINGS:
        return None
    ending = account.entities_ending.get(noun.lower_, ())
    names = {account.name(span) for span in ending if span.start < noun.i and span.label_ in NAMED_THINGS}
    found = {definite(name) for name in names} or set(told_before(noun, account))
    phrase = found.pop() if len(found) == 1 else None
    return phrase if phrase is not None and len(phrase) <= LONGEST else None


def one_of_two(word: Token, account: Account) -> str | None:
    """Whom "the latter" or "the former" means: the second or first of the two last named as one and another."""
    if word.lower_ not in {"latter", "former"} or word.dep_ == "amod":
        return None
    number = account.sentence_number[word.i]
    start = account.sentences[max(0, number - 1)].start
    before = [span for span in account.entities if start <= span.start < span.end <= word.i]
    for kind in WHO:
        named = [span for span in before if span.label_ == kind]
        for first, second in reversed([*pairwise(named)]):
            if account.doc[first.end].lower_ == "and":
                return account.name(second if word.lower_ == "latter" else first)
    return None


def told_before(noun: Token, account: Account) -> Iterator[str]:
    """The phrases with a name by which the last sentences called it: "the Petrie report", "Norland's claim"."""
    number = account.sentence_number[noun.i]
    start = account.sentences[max(0, number - LOOK_BACK)].start
    told = account.nouns[noun.lemma_.lower()]
    for one in told[bisect_left(told, start, key=index) : bisect_left(told, noun.i, key=index)]:
        if one.tag_ != noun.tag_:
            continue
        modifiers = [word for word in one.lefts if word.dep_ in SAYS_WHOSE]
        if not any(word.pos_ == "PROPN" for word in modifiers) or any(word.lower_ in OWNS for word in one.lefts):
            continue
        first = min(word.left_edge.i for word in modifiers)
        owned = any(word.dep_ == "poss" for word in modifiers)
        phrase = account.doc[first : one.i + 1].text
        yield phrase if owned else definite(phrase)


def index(noun: Token) -> int:
    """Where a noun stands."""
    return noun.i


def definite(name: str) -> str:
    """The name behind one "the"."""
    return f"the {name.removeprefix('the ').removeprefix('The ')}"
