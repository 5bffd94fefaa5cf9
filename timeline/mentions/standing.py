"""Whether a line can be read alone: nothing that it needs was left out or stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from timeline.mentions.account import Account
from timeline.mentions.clauses import FINITE, SUBJECTS, child, children
from timeline.mentions.known import is_bare
from timeline.mentions.parse import Token
from timeline.mentions.words import COMPANIES, POSSIBLE_MODALS, REPORTING_VERBS, words

CONTENT = frozenset({"ccomp", "xcomp", "dobj", "parataxis", "oprd", "acomp", "attr", "prep", "prt", "dative", "pcomp"})
# Verbs that want what was said, whatever else they say: "revealed in an interview" says nothing.
PASSING_ON = words("say tell reveal announce claim state disclose assert insist confirm")
ABOUT = words("of about for against with over to")
# What was said, as a noun: "denied the story", which nothing says by itself.
SAYINGS = words("story report claim accusation allegation statement comment remark news charge suggestion rumor rumour")
OBJECTS = frozenset({"dobj", "ccomp", "xcomp", "oprd", "acomp", "attr"})
EXPECTING = words("ask wonder expect plan intend aim seek want try attempt")
WITH_CONTENT = REPORTING_VERBS | EXPECTING
# What no clause ends with: words that lead to another one.
LEADING = words(
    """
    a an the and or but nor to of in at by for from with without into onto about since until till as than that which who
    whose whom because although though while if whether after before during between among against upon via per is are
    was were be been being has have had will would can could may might must shall should my your his its our their
    """
)
POINTING = words("this that these those such")
# What stands for things told before where no noun follows: "some have", "the others", "all three".
COUNTED = words(
    "some many most all both others other another one ones two three four five six none few several each either "
    "neither latter former more"
)
# "The N" that a reader knows without having been told which.
KNOWN = words(
    "world government president sea ocean weather police army military country public market economy state coast beach "
    "water sun internet press media church parliament senate congress cabinet administration city town nation capital "
    "king queen pope opposition navy treasury stock euro dollar pound yen war industry region area environment future "
    "past truth idea decision house court prime minister first last only number cost price amount majority agency "
    "council bulk rest biggest largest worst spill blast explosion accident disaster attack crash crisis catastrophe "
    "flood quake storm fire leak strike war election vote"
)
# What a page says of itself, run into a sentence.
RUN_IN = re.compile(
    r"\bLast\supdated\b|\b\d{1,2}[.:]\d{2}\s(?:GMT|BST|EDT|EST|ET)\s(?=[A-Z])|\bPhoto(?:graph)?s?:|\bRead\smore\b|https?:"
    r"|\bPosted\sby\b|\b\d{1,2}:\d{2}\s[AP]M\s(?=[A-Z])|\bClick\s(?:here|to)\b"
)


# Days that are counted from a publication which the reader of a line does not know.
COUNTED_DAYS = re.compile(
    r"\b(?:tomorrow|yesterday|tonight|last\snight|this\s(?:morning|afternoon|evening))\b", re.IGNORECASE
)


def is_whole(tokens: Sequence[Token], named: Mapping[int, str], text: str, account: Account) -> bool:
    """Whether words that are told as this text leave nothing open at their start, at their end or below a verb."""
    here = {one.i for one in tokens}
    said = [one for one in tokens if not one.is_punct and not one.is_space]
    if not said or text.endswith(("…", "..")) or RUN_IN.search(text) or COUNTED_DAYS.search(text):
        return False
    if (said[-1].lower_ in LEADING and said[-1].i not in named) or breaks_off(said[-1], here):
        return False
    if not any(has_tense(one, named) for one in tokens):
        return account.is_title(said[0]) and any(one.pos_ == "VERB" for one in tokens)
    return not opens_without_subject(said[0], named) and not any(lacks_content(one, here) for one in tokens)


def breaks_off(last: Token, here: Collection[int]) -> bool:
    """Whether a line ends before what its last word leads to: "a deal valued", "as the moment"."""
    lost = [one for one in last.rights if one.i not in here and not one.is_punct]
    if last.pos_ in {"VERB", "AUX"}:
        below = last.dep_ == "acl"  # a main verb may have lost the day that dates it: "resigned in May"
        return any(one.dep_ in OBJECTS or (below and one.dep_ == "prep") for one in lost)
    known = any(one.lower_ == "the" for one in last.lefts)
    return known and any(one.dep_ in {"relcl", "acl"} for one in lost)


def has_tense(verb: Token, named: Mapping[int, str]) -> bool:
    """Whether a verb has a tense, was given one, or has a subject and the form of the past ("cast", "hit")."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    past = verb.tag_ == "VBN" and child(verb, "nsubj") is not None
    return verb.tag_ in FINITE or past or verb.i in named


def opens_without_subject(first: Token, named: Mapping[int, str]) -> bool:
    """Whether a line begins with a verb or a relative pronoun, whose subject was left out."""
    if first.i in named:
        return False
    relative = first.tag_ in {"WDT", "WP", "WP$"} and first.dep_ != "det"
    return relative or (first.tag_ in {"VBD", "VBZ", "VBP", "MD"} and first.pos_ in {"VERB", "AUX"})


def lacks_content(verb: Token, here: set[int]) -> bool:
    """Whether a verb of saying or expecting has lost what was said or expected: "A panel has found"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in WITH_CONTENT or verb.dep_ in {"amod", "acl", "compound"}:
        return False
    return not any(one.i in here and is_content(one, verb) for one in verb.children) and not (
        verb.dep_ in {"ccomp", "parataxis", "relcl", "advcl"} and verb.head.i in here
    )


def is_content(one: Token, verb: Token) -> bool:
    """Whether a word under a verb can be what was said or expected."""
    if one.dep_ == "prep" and verb.lemma_ in PASSING_ON and child(verb, "nsubjpass") is None:
        return one.lower_ in ABOUT
    return one.dep_ in CONTENT and not (one.dep_ == "dobj" and one.lemma_.lower() in SAYINGS and is_bare(one))


def is_open(root: Token, here: Collection[int]) -> bool:
    """Whether a clause is told as a fact that was only asked or thought of: "whether he paid", "it would mean that".

    "Whether he would pay" says by its own words that it is none.
    """
    above = root.head
    if root.dep_ not in {"ccomp", "pcomp", "advcl"} or above.i in here:
        return False
    marks = {one.lower_ for one in children(root, "mark")}
    if marks & {"whether", "if", "unless"}:
        return not any(one.tag_ == "MD" for one in children(root, "aux"))
    helpers = {one.lower_ for one in children(above, "aux")}
    return root.dep_ == "ccomp" and (bool(helpers & POSSIBLE_MODALS) or any(children(above, "neg")))


def is_pointing(tokens: Sequence[Token], named: Mapping[int, str], root: Token, account: Account) -> bool:
    """Whether a line opens with something told before: "These images", "All three", "the others", "the tool"."""
    opening = [one for one in tokens if one.dep_ in SUBJECTS and one.i not in named and one.i <= root.i]
    if not opening:
        return False
    noun = opening[0]
    if noun.lower_ in COUNTED or noun.lower_ in POINTING or noun.tag_ == "CD":
        return not any(children(noun, "prep", "relcl", "acl"))
    if any(one.lower_ in POINTING and one.dep_ in {"det", "amod"} and one.i not in named for one in noun.lefts):
        return noun.ent_type_ == ""
    return noun.i not in named and is_bare(noun) and not is_known(noun, account)


def is_known(noun: Token, account: Account) -> bool:
    """Whether "the" noun is known to whoever knows the subject: the article is about it, or there is but one."""
    lemma = noun.lemma_.lower()
    if lemma in COMPANIES:
        return False
    return lemma in KNOWN or lemma in account.subjects
