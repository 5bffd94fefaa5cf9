"""The tense of a verb with its auxiliaries, and what its form alone tells: a deed that is done, a thing arranged."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

Tense = Literal["past", "future", "present", "none"]

AHEAD = frozenset(["will", "shall", "'ll", "’ll", "wo", "would", "should", "may", "might", "could", "can", "must"])
WILL = frozenset(("will", "shall", "'ll", "’ll", "wo"))
# What looks ahead with an infinitive; "hop" is what spaCy takes "hoped" for.
INTENT = frozenset((
    "plan", "expect", "schedule", "set", "due", "hope", "hop", "intend", "agree", "vow", "promise", "want",
    "need", "threaten", "prepare", "decide", "aim", "propose", "slate", "start", "begin", "likely", "ready",
    "pledge", "seek", "wish", "urge", "order", "call", "ask", "require", "tell", "allow", "invite", "continue",
    "pay", "expire", "mature",
))  # fmt: skip
FROM_THEN = frozenset(("would", "should", "could", "might", "to"))  # "will" is said of what is still ahead
PLANNING = frozenset(("plan", "schedule", "slate", "postpone"))
# Of what is arranged, the present tells when it will be: "the trial begins on 3 December".
ARRANGED = frozenset((
    "begin", "start", "open", "reopen", "close", "end", "finish", "conclude", "resume", "expire", "lapse",
    "mature", "run", "take", "arrive", "depart", "leave", "return", "meet", "convene", "gather", "assemble",
    "vote", "elect", "host", "play", "face", "perform", "tour", "premiere", "debut", "air", "launch", "kick",
    "go", "come", "fall", "retire", "travel", "fly", "sail", "visit", "speak", "celebrate", "mark", "enter",
    "become",
))  # fmt: skip
# What goes on to a day has reached it when it is told of in the past: "stayed in force until April".
LASTING = frozenset(("stay", "last", "remain", "continue", "run", "serve", "live", "rule", "govern", "reign"))
TELLING = frozenset((
    "say", "tell", "report", "deny", "reveal", "announce", "claim", "accuse", "warn", "confirm", "recall",
    "recount", "write", "show", "find",
))  # fmt: skip


# What nobody arranges has happened when it is told of with its day: "after the 20 April explosion".
UNARRANGED = frozenset((
    "accident", "assassination", "avalanche", "blast", "blaze", "blowout", "bombing", "collapse", "collision", "crash",
    "death", "derailment", "disaster", "earthquake", "eruption", "explosion", "fire", "flood", "incident", "killing",
    "massacre", "murder", "outbreak", "quake", "riot", "shooting", "sinking", "spill", "tragedy", "tsunami", "wreck",
))  # fmt: skip


def governing(token: Token) -> Token | None:
    """The nearest verb above a token, None where there is none in the sentence."""
    for above in (token, *token.ancestors):
        if above.pos_ in ("VERB", "AUX") and above.tag_ != "MD":
            return above
    return None


def phrase(verb: Token) -> str:
    """A verb with its auxiliaries, as the text has them."""
    return " ".join([*(child.text for child in helpers_of(verb) if child.i < verb.i), verb.text])


def helpers_of(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, in the order of the text; the parser hangs some of them on another one."""
    own = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return sorted([*own, *(under for child in own for under in child.children if under.dep_ == "aux")])


def tense_of(verb: Token, depth: int = 0) -> Tense:
    """The tense of a verb with its auxiliaries; an infinitive or participle has that of the verb above it."""
    helpers = helpers_of(verb)
    if is_bound(helpers):
        return "future"
    if any(child.lower_ in AHEAD for child in helpers):
        perfect = any(child.lemma_ == "have" for child in helpers)
        return (
            "past"
            if perfect and not any(child.lower_ in ("will", "'ll", "’ll", "shall") for child in helpers)
            else "future"
        )
    if any(child.tag_ in ("VBD",) or child.lemma_ == "have" for child in helpers):
        if verb.tag_ == "VBG" and verb.lemma_ == "go":
            return "future"
        if any(child.lower_ == "had" for child in helpers):
            return "past"
        if verb.lemma_ in PLANNING or (
            verb.lemma_ in ("expect", "set") and any(child.lemma_ == "be" for child in helpers)
        ):
            return "future"
        return "past"
    infinitive = any(child.tag_ == "TO" for child in helpers)
    if verb.tag_ == "VBD":
        return "future" if verb.lemma_ in PLANNING else "past"
    if any(child.tag_ in ("VBZ", "VBP") and child.lemma_ == "be" for child in helpers):
        return "future" if verb.lemma_ in INTENT or verb.tag_ == "VBG" else "present"
    if infinitive:
        return infinitive_tense(verb, depth)
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if verb.tag_ == "VBN" and (verb.lemma_ in ("schedule", "expect", "plan", "slate") or is_set_to(verb)):
        return "future"
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod", "relcl", "advcl"):
        return "past"
    above = governing(verb.head) if verb.head != verb else None
    return tense_of(above, depth + 1) if above is not None and depth < 6 else "none"


def is_bound(helpers: list[Token]) -> bool:
    """Whether the auxiliaries are those of a duty: "has until Friday to pay"."""
    if len(helpers) != 2:
        return False
    first, last = helpers
    return first.tag_ in ("VBZ", "VBP") and first.lemma_ == "have" and last.tag_ == "TO"


def is_foretold(verb: Token) -> bool:
    """Whether a verb tells what was then to come: "said it would vote", "expected to deliver"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if helpers.isdisjoint(FROM_THEN) or tense_of(verb) != "future":
        return False
    return any(above.tag_ == "VBD" for above in verb.ancestors)


def is_set_to(verb: Token) -> bool:
    """Whether something is "set to" happen, or "set for" a day; a record is only set."""
    return verb.lemma_ == "set" and any(
        child.lower_ in ("to", "for") or child.dep_ == "xcomp" for child in verb.children
    )


def infinitive_tense(verb: Token, depth: int) -> Tense:
    """An infinitive looks ahead after a verb or noun of intent, else it goes with the verb above it."""
    head = verb.head
    if any(child.lower_ == "had" for above in verb.ancestors for child in above.children):
        return "past"
    if head == verb or head.lemma_ in INTENT or head.pos_ in ("NOUN", "PROPN", "ADJ"):
        return "future"
    above = governing(head)
    if above is None or depth > 5:
        return "future"
    tense = tense_of(above, depth + 1)
    return "future" if tense in ("present", "none") else tense


def is_finished(verb: Token) -> bool:
    """Whether a finite past form with a subject tells a deed that is done; participles have none of their own."""
    first = verb.doc[clause_of(verb)]
    return verb.tag_ == "VBD" and first.tag_ == "VBD" and has_subject(first)


def clause_of(verb: Token) -> int:
    """The number of the first verb of its subject: "opened at 7 a.m. on Sunday and closed at 8 p.m." is one clause."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not has_subject(verb):
        verb = verb.head
    return verb.i


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for child in verb.children)


def is_arranged(verb: Token) -> bool:
    """Whether a verb in the simple present tells of what is arranged for a day."""
    if verb.tag_ not in ("VBZ", "VBP"):
        return False
    return verb.lemma_ in ARRANGED or (
        verb.lemma_ == "be" and not any(child.dep_ in ("attr", "acomp", "advmod", "expl") for child in verb.children)
    )


def is_coming(verb: Token) -> bool:
    """Whether a finite verb tells what will be, and no other word of it leaves that open: "will close", "expires"."""
    willed = any(helper.lower_ in WILL for one in (verb, verb.doc[clause_of(verb)]) for helper in helpers_of(one))
    return willed or is_arranged(verb)


def is_put_off(verb: Token) -> bool:
    """Whether something is "put off", "put back" to another day."""
    return verb.lemma_ == "put" and any(child.lower_ in ("off", "back") for child in verb.children)


def tells_past(verb: Token) -> bool:
    """Whether a present tense tells of the past: "he says", and the headlines of newspapers."""
    last = verb.sent.text.rstrip(" \n\"'”’)")[-1:]
    return verb.lemma_ in TELLING or last not in (".", "!", "?")
