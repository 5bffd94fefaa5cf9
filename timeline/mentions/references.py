"""Whom a pronoun or a title means: "he", "it", "the Norwegian leader"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline.mentions.account import Account
from timeline.mentions.clauses import SUBJECTS, child, subject, verbs_above
from timeline.mentions.dateline import in_dateline
from timeline.mentions.parse import Span, Token
from timeline.mentions.things import thing_meant
from timeline.mentions.titles import PERSONS, description, titles
from timeline.mentions.words import COMPANIES, FIRST_PERSON, HE, IT, PERSON_ROLES

if TYPE_CHECKING:
    from timeline.mentions.wording import Summary

GROUPS = frozenset({"ORG", "GPE"})
LOOK_BACK = 3  # sentences; further back a pronoun's meaning is a guess


class References:
    """The references of one article; what it finds it keeps, since many mentions share one pronoun."""

    def __init__(self, account: Account, speakers: Mapping[int, Token]) -> None:
        """`speakers` tells, by token index, who says the quotation that a token stands in."""
        self.account = account
        self.speakers = speakers
        self.known: dict[int, Span | None] = {}
        self.titles = titles(account)
        named = Counter(account.name(span) for span in account.entities if span.label_ == "ORG")
        self.chief = max(named, key=lambda name: named[name], default=None)  # the organisation named most often
        self.told: dict[frozenset[int], Summary] = {}  # words of a clause -> its summary, which its triggers share

    def entity(self, token: Token) -> Span | None:
        """The named entity that a token is part of or means; None where that is not known."""
        own = self.account.entity_at.get(token.i) or self.apposed(token)
        if own is not None and own.label_ != "NORP":
            return own
        if token.i not in self.known:
            self.known[token.i] = None  # a chain of pronouns that leads back here means nobody
            self.known[token.i] = self.look_up(token)
        return self.known[token.i]

    def thing_of(self, token: Token) -> Token | None:
        """The noun that "it" stands for where it has no name; None where that is not known."""
        if token.lower_ not in IT or token.i in self.speakers:
            return None
        return thing_meant(token, self.account)

    def apposed(self, token: Token) -> Span | None:
        """The person named in apposition: "her deputy, Ann Lee,"."""
        if token.pos_ != "NOUN":
            return None
        one = child(token, "appos")
        span = self.account.entity_at.get(one.i) if one is not None else None
        return span if span is not None and span.label_ in PERSONS else None

    def look_up(self, token: Token) -> Span | None:
        """Whom a pronoun or title means."""
        word = token.lower_
        if word in FIRST_PERSON:
            return self.entity(self.speakers[token.i]) if token.i in self.speakers else None
        if word in HE:
            return self.antecedent(token, PERSONS)
        if word in IT:
            return self.thing(token)
        if token.lemma_.lower() in PERSON_ROLES and token.pos_ in {"NOUN", "PROPN"}:
            return self.holder(token)
        return None

    def antecedent(self, pronoun: Token, labels: frozenset[str]) -> Span | None:
        """The subject of the verb above, else that of the sentences before, else the last one named there."""
        barred = self.beside(pronoun)
        for verb in verbs_above(pronoun):
            one = subject(verb)
            ahead = one is not None and one.i > pronoun.i and opens(verb) and one.i not in {pronoun.i, barred}
            if one is None or (one.i >= pronoun.i and not ahead) or one.i == barred or self.is_speaker(one, pronoun):
                continue
            if found := self.of_kind(one, labels):
                return found
            if one.tag_ == "NN" and one.pos_ == "NOUN":
                return None  # "the woman said she": someone, whom the text has not named
        number = self.account.sentence_number[pronoun.i]
        for back in range(LOOK_BACK + 1):
            if number - back < 0:
                break
            sentence = self.account.sentences[number - back]
            if found := self.likeliest(sentence, pronoun, labels):
                return found
        return None

    def beside(self, pronoun: Token) -> int | None:
        """The subject that an object pronoun of the same clause cannot mean: "Ann met her" is about two people."""
        if pronoun.dep_ in SUBJECTS or pronoun.dep_ == "poss" or pronoun.lower_.endswith("self"):
            return None
        one = subject(next(verbs_above(pronoun), pronoun))
        return one.i if one is not None else None

    def thing(self, token: Token) -> Span | None:
        """The organisation or country that "it" means: only ever the subject above, or that of the last sentence.

        "It" of weather, clefts and quotations means nothing that could be named.
        """
        if token.i in self.speakers or (token.dep_ in SUBJECTS and token.head.lemma_ == "be"):
            return None
        for verb in verbs_above(token):
            one = subject(verb)
            if one is not None and in_dateline(one):
                return None
            if one is not None and one.i < token.i and (found := self.of_kind(one, GROUPS)):
                return found
            if one is not None and one.i < token.i and one.pos_ == "PROPN":
                return None  # a name that the model does not know is meant rather than one of the sentence before
        number = self.account.sentence_number[token.i]
        if number == 0 or token.dep_ not in {"nsubj", "nsubjpass", "poss"}:
            return None
        one = subject(self.account.sentences[number - 1].root)
        return self.of_kind(one, GROUPS) if one is not None else None

    def company(self, noun: Token) -> Span | None:
        """The organisation that "the company" means: the article's chief one, where it alone acted or owned last."""
        if (
            noun.lemma_.lower() not in COMPANIES
            or not is_definite(noun)
            or child(noun, "prep", "relcl", "appos", "conj")
        ):
            return None
        number = self.account.sentence_number[noun.i]
        for back in range(min(LOOK_BACK, number) + 1):
            before = (one for one in self.account.sentences[number - back] if one.i < noun.i)
            acting = (self.account.entity_at.get(one.i) for one in before if one.dep_ in SUBJECTS or one.dep_ == "poss")
            found = {self.account.name(span): span for span in acting if span is not None and span.label_ == "ORG"}
            if found:
                return found.get(self.chief) if len(found) == 1 and self.chief is not None else None
        return None

    def likeliest(self, sentence: Span, pronoun: Token, labels: frozenset[str]) -> Span | None:
        """The first subject of a sentence that a pronoun can mean, else the last name before it there."""
        before = [token for token in sentence if token.i < pronoun.i]
        barred = self.beside(pronoun)
        for token in before:
            found = self.of_kind(token, labels) if token.dep_ in SUBJECTS and token.i != barred else None
            if found is not None and not self.is_speaker(token, pronoun):
                return found
        for token in reversed(before):
            entity = self.account.entity_at.get(token.i)
            named = entity is not None and entity.label_ in labels and token.dep_ not in {"poss", "compound"}
            if named and token.i != barred and not self.is_speaker(token, pronoun):
                return entity
        return None

    def is_speaker(self, token: Token, pronoun: Token) -> bool:
        """Whether a word means who speaks the quotation of a pronoun: speakers call themselves "I"."""
        who = self.speakers.get(pronoun.i)
        if who is None or pronoun.lower_ in FIRST_PERSON:
            return False
        if token.lower_ in FIRST_PERSON:
            return True
        one, other = self.entity(token), self.entity(who)
        return one is not None and other is not None and self.account.name(one) == self.account.name(other)

    def of_kind(self, token: Token, labels: frozenset[str]) -> Span | None:
        """What a token means, where that is of one of these kinds."""
        found = self.entity(token)
        return found if found is not None and found.label_ in labels else None

    def holder(self, noun: Token) -> Span | None:
        """The one person whom the article calls by this title, where exactly one is."""
        if any(one.dep_ in {"appos", "conj"} for one in noun.children) or not is_definite(noun):
            return None
        wanted = description(noun)
        holders = {
            self.account.name(span): span
            for span, words in self.titles.values()
            if wanted <= words and span.start < noun.i
        }
        return next(iter(holders.values())) if len(holders) == 1 else None


def opens(verb: Token) -> bool:
    """Whether a clause without a subject of its own opens a sentence: "When asked by Ann whether he …, Bob said"."""
    return verb.dep_ == "advcl" and verb.i < verb.head.i and not any(one.dep_ in SUBJECTS for one in verb.children)


def is_definite(noun: Token) -> bool:
    """Whether a noun speaks of someone already told of."""
    return any(one.lower_ in {"the", "this", "that"} or one.dep_ == "poss" for one in noun.children)
