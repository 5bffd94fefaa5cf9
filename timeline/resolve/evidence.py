"""Which way a sentence looks at the place of an expression: back, ahead, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from timeline.expressions.languages.tense import Tenses, look
from timeline.resolve.verbs import (
    LASTING,
    UNARRANGED,
    Tense,
    clause_of,
    governing,
    is_arranged,
    is_coming,
    is_finished,
    is_put_off,
    phrase,
    tells_past,
    tense_of,
)
from timeline.types import TimeExpression

GRANTING = frozenset((
    "give", "extend", "grant", "allow", "have", "set", "delay", "postpone", "move", "reschedule", "push", "shift",
    "adjourn", "defer", "slip",
))  # fmt: skip
ARRANGING = frozenset(("call", "schedule", "plan", "slate", "book", "set", "fix", "convene"))
ANNOUNCING = frozenset((
    "announce", "declare", "proclaim", "order", "decree", "impose", "call", "approve", "schedule", "agree", "vote",
    "plan", "introduce", "propose", "promise",
))  # fmt: skip
BEGINNING = re.compile(r"\b(?:beginning|starting|effective)\s(?:on\s)?$", re.IGNORECASE)
SINCE = re.compile(r"\bsince\s(?:the\s|at\sleast\s|about\s)?$", re.IGNORECASE)
UNTIL = re.compile(
    r"\b(?:until|till|by|no later than|ahead of|effective|through|starting|beginning|due|expires?|matur\w+)\s"
    r"(?:\w+\s){0,5}$",
    re.IGNORECASE,
)
FROM_UNTIL = re.compile(r"\bfrom\s[^,;]{2,24}\s(?:until|till|through)\s(?:[\w.:]+\s){0,3}$", re.IGNORECASE)
FUTURE_WORDS = re.compile(
    r"\b(?:will|shall|'ll|’ll|would|won't|going to|plans? to|expect\w* to|scheduled|due|set to|to be|next"
    r"|upcoming|tomorrow)\b",
    re.IGNORECASE,
)
PAST_WORDS = re.compile(
    r"\b(?:was|were|had|did|said|\w{3,}ed|told|went|came|made|took|began|won|lost|met|left|fell|rose|found|held|spoke|wrote|got|gave|saw|sent|became)\b",
    re.IGNORECASE,
)
FRONTED = re.compile(r"(?:^|[.!?\n“\"])[\s\"”’)]*(?:In|On|At|During|By|Since|Until)\s(?:the\s|early\s|late\s)?$")
MARKS = frozenset(('"', "“", "”", "``", "''"))
LEAST = 5  # words of a sentence, its full stop among them
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"“‘'(])|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The tense at an expression, and the words that show it.

    `direct` tells that the expression hangs on the verb itself, not on a noun; `attributive` that it stands before a
    noun and belongs to that ("a June agreement"); `clause` and `sentence` number the governing verb and the sentence,
    None where the text was not parsed. `finished` tells a deed that is done, `arranged` a present that looks ahead,
    `coming` a finite verb that tells what will be.
    """

    tense: Tense
    because: str
    direct: bool = False
    attributive: bool = False
    clause: int | None = None
    sentence: int | None = None
    finished: bool = False
    arranged: bool = False
    coming: bool = False


DEADLINE = Evidence(tense="future", because="a deadline lies ahead")
HIDDEN = Evidence(tense="present", because="a sentence without a past verb is about the present", direct=True)
QUOTED = replace(HIDDEN, because="the quotation has no past verb of its own")
UNKNOWN = Evidence(tense="none", because="no verb governs it")


def evidence(expression: TimeExpression, text: str, doc: Doc | None, tenses: Tenses | None = None) -> Evidence:
    """What the governing verb says about direction; without a parse, what the words of the sentence say.

    `tenses` are the verb forms of another language than English.
    """
    if tenses is not None:
        return told_by_forms(expression, text, tenses)
    if doc is None:
        return plain_evidence(expression, text)
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None or not len(span):
        return UNKNOWN
    verb = governing(span.root)
    if verb is not None and is_outside_quotation(verb, span):
        return replace(QUOTED if is_at_day(span) else UNKNOWN, sentence=span.root.sent.start)
    sentence = span.root.sent.start
    deadline = is_deadline(text, expression.start)
    if verb is None:
        return replace(DEADLINE if deadline else HIDDEN if hides_verb(span) else UNKNOWN, sentence=sentence)
    tense = tense_of(verb)
    direct = is_direct(span.root, verb) or is_fronted(text, expression.start)
    place = Evidence(
        tense=tense,
        because="",
        direct=direct,
        attributive=is_attributive(span.root),
        clause=clause_of(verb),
        sentence=sentence,
        finished=is_finished(verb) and (direct or is_of_object(span.root, verb)),
        coming=direct and is_coming(verb),
    )
    if not deadline and (noun := unarranged(span)) is not None:
        return replace(place, tense="past", finished=True, because=f"“{noun}” tells what has happened")
    if deadline and tense == "past" and verb.lemma_ not in LASTING:
        # "was put off until 4 May": the deed is done, the day is not
        place = replace(place, direct=False, finished=False)
    granting = verb.lemma_ in GRANTING or is_put_off(verb) or is_announced_beginning(verb, text, expression.start)
    arranged_for = verb.lemma_ in ARRANGING and text.endswith(" for ", 0, expression.start)
    granting = granting or arranged_for
    deadline = deadline or arranged_for or (granting and text.endswith(" to ", 0, expression.start))
    if deadline and (tense in ("present", "none") or granting):
        ahead = replace(place, direct=direct and tense == "present", attributive=False, finished=False)
        return replace(ahead, tense="future", because=DEADLINE.because)
    if tense == "present" and tells_past(verb):
        return replace(place, tense="past", because=f"“{phrase(verb)}” tells what has happened")
    if tense != "future" and is_since(span.root, verb, text, expression.start):
        return replace(place, tense="past", finished=True, because="“since” looks back")
    if tense == "present" and direct and is_arranged(verb):
        return replace(place, tense="future", arranged=True, because=f"“{phrase(verb)}” tells what is arranged")
    if tense == "future" and is_known_thing(span.root, text, expression.end):
        return replace(place, tense="past", because="what it names has a date already")
    return replace(place, because=f"“{phrase(verb)}” {LOOKS[tense]}")


def is_since(token: Token, verb: Token, text: str, start: int) -> bool:
    """Whether "since" stands before a date, or before what it is the date of: "has lost half since its peak in May"."""
    if is_object(token) and SINCE.search(text, max(0, start - 20), start):
        return True
    return any(one.lower_ == "since" and one.dep_ == "prep" and one.head == verb for one in token.ancestors)


LOOKS: dict[Tense, str] = {
    "past": "looks back",
    "future": "looks ahead",
    "present": "is about the present",
    "none": "shows no direction",
}


def is_deadline(text: str, start: int) -> bool:
    """Whether a time ends there, and is not told from its beginning: "from 6 p.m. Monday until 6 a.m. Tuesday"."""
    low = max(0, start - 40)
    return UNTIL.search(text, low, start) is not None and FROM_UNTIL.search(text, low, start) is None


def is_announced_beginning(verb: Token, text: str, start: int) -> bool:
    """Whether what begins there was announced: "declared three days of mourning beginning Wednesday"."""
    if BEGINNING.search(text, max(0, start - 16), start) is None:
        return False
    above = governing(verb.head)
    return verb.lemma_ in ANNOUNCING or (above is not None and above.lemma_ in ANNOUNCING)


def hides_verb(span: Span) -> bool:
    """Whether a whole sentence shows no verb: its verb was taken for a noun, as happens to present ones alone."""
    sentence = span.sent
    if sentence.text.rstrip(" \n\"'”’)")[-1:] != "." or len(sentence) < LEAST:
        return False
    return is_at_day(span) and not any(token.pos_ in ("VERB", "AUX") for token in sentence)


def is_at_day(span: Span) -> bool:
    """Whether a preposition of time stands before an expression in its sentence."""
    return span.start > span.sent.start and span.doc[span.start - 1].lower_ in ("on", "at", "in", "until", "from")


def is_outside_quotation(verb: Token, span: Span) -> bool:
    """Whether a quotation mark stands between a verb and an expression: what is quoted has a time of its own."""
    first, last = (verb.i, span.start) if verb.i < span.start else (span.end, verb.i)
    return sum(token.text in MARKS for token in span.doc[first:last]) % 2 == 1


def is_direct(token: Token, verb: Token) -> bool:
    """Whether a word hangs on a verb itself, or through a preposition."""
    head = token.head
    return head == verb or (head.pos_ in ("ADP", "SCONJ") and head.head == verb)


def is_of_object(token: Token, verb: Token) -> bool:
    """Whether a day stands behind the object of a verb, and so with the verb: "dismissed its crew on 20 April"."""
    preposition = token.head
    return preposition.lower_ == "on" and preposition.head.dep_ == "dobj" and preposition.head.head == verb


def is_object(token: Token) -> bool:
    """Whether a word is what a preposition governs, and no subject of a clause: "since Friday is a holiday"."""
    return token.dep_ == "pobj"


def unarranged(span: Span) -> str | None:
    """The noun that a day belongs to and nobody arranges: "the 20 April explosion", "the fire, on 3 May, which"."""
    if is_attributive(span.root):
        noun = span.root.head
    else:
        before = [token for token in span.doc[max(0, span.start - 3) : span.start] if token.text != ","]
        if len(before) < 2 or before[-1].lower_ not in ("on", "of"):
            return None
        noun = before[-2]
    return noun.text if noun.pos_ == "NOUN" and noun.lemma_ in UNARRANGED else None


def is_attributive(token: Token) -> bool:
    """Whether a word stands before a noun as a part of it."""
    return token.dep_ in ("compound", "nmod", "amod") and token.head.pos_ == "NOUN" and token.head.i > token.i


def is_fronted(text: str, start: int) -> bool:
    """Whether an expression opens its sentence: "In April, …"."""
    return FRONTED.search(text, max(0, start - 24), start) is not None


def is_known_thing(token: Token, text: str, end: int) -> bool:
    """Whether the expression names something as known, and not as the subject: "will contest Wednesday's ruling"."""
    if text[end : end + 2] not in ("'s", "’s"):
        return False
    owned = token.head
    return owned.dep_ in ("dobj", "pobj")


def told_by_forms(expression: TimeExpression, text: str, tenses: Tenses) -> Evidence:
    """Direction out of the forms of the verbs around an expression."""
    seen = look(text, expression.start, expression.end, tenses)
    if seen is None:
        return UNKNOWN
    return Evidence(
        tense=seen.direction,
        because=f"“{seen.word}” {LOOKS[seen.direction]}",
        direct=seen.near,
        finished=seen.direction == "past" and seen.near,
        coming=seen.direction == "future" and seen.near and not seen.deadline,
    )


def plain_evidence(expression: TimeExpression, text: str) -> Evidence:
    """Direction out of the words of the sentence: the nearest that looks back or ahead."""
    start, end = sentence_around(text, expression.start, expression.end)
    before, after = text[start : expression.start], text[expression.end : end]
    nearest: tuple[int, Tense, str] | None = None
    patterns: tuple[tuple[Tense, re.Pattern[str]], ...] = (("future", FUTURE_WORDS), ("past", PAST_WORDS))
    for tense, pattern in patterns:
        for match in pattern.finditer(before):
            nearest = closer(nearest, (len(before) - match.end(), tense, match[0]))
        if found := pattern.search(after):
            nearest = closer(nearest, (found.start() + 15, tense, found[0]))
    if nearest is None:
        return UNKNOWN
    return Evidence(tense=nearest[1], because=f"“{nearest[2]}” looks {'ahead' if nearest[1] == 'future' else 'back'}")


def closer(one: tuple[int, Tense, str] | None, other: tuple[int, Tense, str]) -> tuple[int, Tense, str]:
    """The piece of evidence that stands closer."""
    return other if one is None or other[0] < one[0] else one


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of the sentence around an expression, at most 300 characters either way."""
    low = max(0, start - 300)
    breaks = [match.end() for match in SENTENCE_END.finditer(text, low, start)]
    stop = SENTENCE_END.search(text, end, min(len(text), end + 300))
    return (breaks[-1] if breaks else low), (stop.start() if stop else min(len(text), end + 300))
