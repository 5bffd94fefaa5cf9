"""The event that a date hangs on, as a clause where the text has one: "two days after the ship was freed"."""

from __future__ import annotations

from dataclasses import replace

from timeline.mentions.account import Account
from timeline.mentions.parse import Token
from timeline.types import DatedExpression, RelativeTo

COMPLETIONS = frozenset({"prt", "acomp", "oprd", "advmod"})


def anchor_of(dated: DatedExpression, account: Account) -> RelativeTo | None:
    """What a date hangs on, with the verb where only its subject was read; None for a date of its own."""
    anchor = dated.relative_to
    if anchor is None or anchor.start is None or anchor.end is None:
        return anchor
    verb = verb_after(anchor.start, anchor.end, account)
    if verb is None:
        return anchor
    last = end_of(verb)
    end = last.end
    return replace(anchor, text=account.article.text[anchor.start : end], end=end)


def verb_after(start: int, end: int, account: Account) -> Token | None:
    """The verb whose subject these characters are, in a clause behind "after", "before" or "since"; None for others."""
    span = account.doc.char_span(start, end)
    if span is None or span.root.dep_ not in {"nsubj", "nsubjpass"} or span.root.head.i < span.end:
        return None
    verb = span.root.head
    between = account.doc[span.end : verb.i]
    return verb if all(one.head.i == verb.i and one.dep_ in {"aux", "auxpass", "advmod"} for one in between) else None


def end_of(verb: Token) -> Token:
    """The last word of a verb with what completes it right behind: "ran aground", "broke out"."""
    last = verb
    for one in verb.rights:
        if one.i != last.i + 1 or one.dep_ not in COMPLETIONS:
            break
        last = one
    return last
