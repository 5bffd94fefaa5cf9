"""What is compared of a telling: its trigger's root, the words and names around it, its place and its days."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.merge.days import Days, days_of
from timeline.merge.lexicon import root
from timeline.merge.tellings import Telling, is_dated
from timeline.merge.words import Rarity, Vector, count_words, stem
from timeline.types import Mention, Role

ROLES: tuple[Role, ...] = ("agent", "patient", "other")
LOWER = re.compile(r"\b[a-z]{3,}\b")
CALLED = re.compile(r"(?<=[^.?!] )[A-Z][^\W\d_]{2,}")  # what is written with a capital inside a sentence
CALENDAR = frozenset(stem(name) for names in (month_name, day_name) for name in names)
NEAR = 60  # characters on either side of the trigger: about ten words


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A telling, ready to be compared; the vectors leave the trigger itself out."""

    telling: Telling
    root: str
    sentence: Vector
    near: Vector
    clause: Vector
    called: frozenset[str]
    companions: frozenset[str]
    numbers: frozenset[str]
    names: Mapping[Role, frozenset[str]]
    parties: frozenset[str]
    days: Days
    own_date: bool


def profile(telling: Telling, rarity: Rarity, names: Mapping[str, str]) -> Profile:
    """The profile of one telling; `names` gives the canonical form of each name in its story."""
    mention = telling.mention
    before, after = around(mention)
    named: dict[Role, frozenset[str]] = {role: names_of(mention, role, names) for role in ROLES}
    sentence = count_words(f"{before} {after}")
    close = f"{before[-NEAR:]} {after[:NEAR]}"
    return Profile(
        telling=telling,
        root=root(mention.lemma),
        sentence=rarity.vector(sentence),
        near=rarity.vector(count_words(close)),
        called=frozenset(stem(word) for word in CALLED.findall(mention.summary)) - CALENDAR,
        clause=rarity.vector(count_words(without(mention.summary, mention.trigger))),
        companions=frozenset(root(word) for word in LOWER.findall(close)),
        numbers=frozenset(word for word in sentence if word[0].isdigit()),
        names=named,
        parties=frozenset(name for one in named.values() for name in one),
        days=days_of(mention.when),
        own_date=is_dated(mention),
    )


def redated(known: Profile, telling: Telling) -> Profile:
    """The profile of a telling that has got another date."""
    mention = telling.mention
    return replace(known, telling=telling, days=days_of(mention.when), own_date=is_dated(mention))


def around(mention: Mention) -> Sequence[str]:
    """The quote before and after the trigger."""
    quote = mention.quote
    return quote.text[: mention.start - quote.start], quote.text[mention.end - quote.start :]


def without(text: str, word: str) -> str:
    """The text without the first place where a word stands in it."""
    return re.sub(rf"\b{re.escape(word)}\b", " ", text, count=1, flags=re.IGNORECASE)


def names_of(mention: Mention, role: Role, names: Mapping[str, str]) -> frozenset[str]:
    """Who takes part in this role, by their canonical names."""
    return frozenset(names.get(one.name, one.name) for one in mention.participants if one.role == role)
