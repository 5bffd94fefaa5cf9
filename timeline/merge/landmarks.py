"""Landmarks: dated events that the user gives, found in texts by the phrases they are called by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.edtf import parse
from timeline.mentions.words import words
from timeline.merge.lexicon import root
from timeline.merge.tellings import Telling
from timeline.steps import Known, Met, Step, apply, replay
from timeline.types import Landmark, Mention

WORD = re.compile(r"\w+(?:[-’'](?!s\b)\w+)*")
POSSESSIVE = re.compile(r"\w+[’']s?\b")
DETERMINERS = words("the a an this that these those its his her their our")
PARTIAL = frozenset(
    [
        "first",
        "last",
        "early",
        "opening",
        "initial",
        "days",
        "hours",
        "weeks",
        "months",
        "moments",
        "beginning",
        "start",
        "outbreak",
        "of",
    ]
)


def dated_by_landmarks(tellings: Iterable[Telling], landmarks: Sequence[Landmark]) -> tuple[Telling, ...]:
    """The tellings, those of a landmark itself with its date."""
    return tuple(dated_by_any(telling, landmarks) for telling in tellings)


def dated_by_any(telling: Telling, landmarks: Sequence[Landmark]) -> Telling:
    """The telling with the date of the landmark that its trigger is the name of; as it was where it is none's."""
    mention = telling.mention
    if mention.stance == "hypothetical" or mention.relative_to is not None:
        return telling
    for landmark in landmarks:
        if any(names(mention, phrase) for phrase in spelt(landmark)):
            return replace(telling, mention=dated(mention, landmark))
    return telling


def dated(mention: Mention, landmark: Landmark) -> Mention:
    """The mention on the landmark's date; a date of its own that contradicts it stays."""
    known = known_by(landmark)
    if mention.when is None or mention.basis in ("publication", "frame"):
        return on(mention, (known,))
    met = Met(edtf=landmark.date, source=landmark.name)
    narrower = apply(met, mention.when)
    return mention if narrower == mention.when else on(mention, (*mention.steps, met))


def on(mention: Mention, steps: tuple[Step, ...]) -> Mention:
    """The mention with the date that the steps give."""
    return replace(mention, when=replay(steps), steps=steps, basis="landmark")


def known_by(landmark: Landmark) -> Known:
    """The landmark's date as the reason of another."""
    return Known(text=landmark.name, edtf=landmark.date, precision=parse(landmark.date).precision, source="landmark")


def named_in(text: str, landmarks: Sequence[Landmark]) -> Landmark | None:
    """The landmark that a text such as "the first days of the war" names; the longest phrase wins."""
    said = roots_of(text)
    found = [(len(phrase), -at) for at, one in enumerate(landmarks) for phrase in spelt(one) if within(phrase, said)]
    return landmarks[-max(found)[1]] if found else None


def within(phrase: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a phrase stands in a text as it is, or is all that the text says."""
    runs = (tuple(said[at : at + len(phrase)]) for at in range(len(said) - len(phrase) + 1))
    core = tuple(word for word in said if word not in PARTIAL)
    return bool(phrase) and (tuple(phrase) in runs or tuple(phrase) == core)


def names(mention: Mention, phrase: Sequence[str]) -> bool:
    """Whether the trigger is the last word of the phrase where the sentence has it: "the full-scale invasion"."""
    quote = mention.quote
    upto = quote.text[: mention.end - quote.start]
    if not definite(upto[: mention.start - quote.start], phrase):
        return False
    said = roots_of(upto)
    head = [at for at, word in enumerate(phrase) if word == root(mention.lemma)]
    if not head or not said:
        return False
    before = phrase[: head[-1] + 1]
    after = phrase[head[-1] + 1 :]
    following = roots_of(quote.text[mention.end - quote.start :])[: len(after)]
    return tuple(said[-len(before) :]) == tuple(before) and tuple(following) == tuple(after)


def definite(before: str, phrase: Sequence[str]) -> bool:
    """Whether what is named is a known one: after "the" or a possessive, or told in three words or more."""
    lead = before.split()[-len(phrase) - 1 :]
    known = any(word.lower() in DETERMINERS - {"a", "an"} or POSSESSIVE.fullmatch(word) for word in lead)
    return known or len(phrase) >= 3


def spelt(landmark: Landmark) -> Iterator[tuple[str, ...]]:
    """The phrases of a landmark as roots of their words, the longest first."""
    phrases = {tuple(roots_of(phrase)) for phrase in landmark.phrases}
    yield from sorted((phrase for phrase in phrases if phrase), key=lambda one: (-len(one), one))


def roots_of(text: str) -> list[str]:
    """The roots of a text's words without determiners and possessives' endings."""
    said = [word.lower().removesuffix("’s").removesuffix("'s") for word in WORD.findall(text)]
    return [root(word) for word in said if word not in DETERMINERS]
