"""What an article calls its people: every word that titles and appositions say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from timeline.mentions.account import Account
from timeline.mentions.parse import Span, Token

PERSONS = frozenset({"PERSON", "PER"})


def titles(account: Account) -> Mapping[str, tuple[Span, frozenset[str]]]:
    """Person -> a place where they are named, and every word that titles and appositions say of them."""
    spans: dict[str, Span] = {}
    words: dict[str, set[str]] = defaultdict(set)
    for span in account.entities:
        if span.label_ not in PERSONS:
            continue
        name, root = account.name(span), span.root
        spans.setdefault(name, span)
        words[name] |= description(root)
        for token in root.children:
            if token.dep_ == "appos":
                words[name] |= description(token) | {token.lemma_.lower()}
        if root.dep_ == "appos":
            words[name] |= description(root.head) | {root.head.lemma_.lower()}
    return {name: (span, frozenset(words[name])) for name, span in spans.items()}


def description(noun: Token) -> frozenset[str]:
    """The words that describe a noun: its own, its modifiers and its possessor."""
    own = {noun.lemma_.lower()} if noun.pos_ == "NOUN" else set()
    return frozenset(
        own
        | {
            one.lower_
            for one in noun.children
            if one.dep_ in {"amod", "compound", "nmod", "poss"} and one.pos_ in {"ADJ", "NOUN", "PROPN"}
        }
    )
