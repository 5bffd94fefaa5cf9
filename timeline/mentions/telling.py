"""Whether a clause tells something, or only describes: what is told in passing is no entry of a timeline by itself."""

from __future__ import annotations

from timeline.mentions.account import Account
from timeline.mentions.clauses import children, governor, is_perfect
from timeline.mentions.parse import Token
from timeline.mentions.words import LIGHT_VERBS, REPORTING_VERBS, words

FEELINGS = words("hope want wish fear believe think expect feel know like love hate need prefer worry doubt")
PAST_HELPERS = frozenset({"was", "were", "has", "have", "'s", "’s", "'ve", "’ve", "did"})


def is_told(token: Token, account: Account) -> bool:
    """Whether a trigger is what a main clause of its article tells: its verb in the past, or a light verb's noun."""
    verb = governor(token)
    if (verb.i != token.i and not carries(verb, token)) or describes(verb):
        return False
    present = account.is_title(verb) or account.is_listed(verb)
    return is_main(verb) and (told_as_news(verb) or (present and is_headline(verb)))


def carries(verb: Token, noun: Token) -> bool:
    """Whether a verb has its meaning from a noun: "held talks", "the war began"."""
    return noun.head.i == verb.i and noun.dep_ in {"dobj", "nsubj", "nsubjpass"} and verb.lemma_ in LIGHT_VERBS


def is_aside(token: Token) -> bool:
    """Whether a trigger, dated or not, is no news: "until the owner pays", "the ships that were following"."""
    verb = governor(token)
    if verb.tag_ == "VBG" and verb.dep_ == "relcl":
        return True
    while verb.head.i != verb.i:
        present = verb.tag_ in {"VBZ", "VBP"}
        if present and any(one.lower_ in {"until", "till", "unless", "if", "case"} for one in children(verb, "mark")):
            return True
        verb = governor(verb.head)
    return False


def describes(verb: Token) -> bool:
    """Whether a clause says how something is: "Using it has become dearer", "The fight has just begun"."""
    comment = any(one.lower_ in {"just", "only", "barely", "already"} for one in children(verb, "advmod"))
    feeling = verb.lemma_ in FEELINGS or verb.lower_ == "hoped"  # which the model takes for a form of "hop"
    state = feeling or (verb.lemma_ == "become" and any(children(verb, "acomp")))
    return state or any(children(verb, "csubj")) or (comment and is_perfect(verb) and verb.lemma_ in LIGHT_VERBS)


def is_main(verb: Token) -> bool:
    """Whether a verb heads the sentence, is joined to what does, or is what a reporting verb there reports."""
    while verb.head.i != verb.i:
        above = verb.head
        joined = verb.dep_ == "conj" and above.pos_ in {"VERB", "AUX"}
        reported = verb.dep_ in {"ccomp", "parataxis"} and above.lemma_ in REPORTING_VERBS
        if not joined and not reported and verb.dep_ != "xcomp":
            return False
        verb = above
    return True


def told_as_news(verb: Token) -> bool:
    """Whether a verb is told as having happened: in the simple past or perfect, not before what is told of."""
    while verb.dep_ == "xcomp" and verb.head.i != verb.i:
        verb = verb.head
    helpers = {one.lower_ for one in children(verb, "aux", "auxpass")}
    if not helpers and verb.dep_ == "conj" and verb.tag_ == "VBN":
        return told_as_news(verb.head)
    return "had" not in helpers and (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & PAST_HELPERS)))


def is_headline(verb: Token) -> bool:
    """Whether a verb has a tense of headlines, which tell what has happened in the present: "denies", "arrested"."""
    return verb.tag_ in {"VBZ", "VBP", "VBN", "VBD"}
