"""The words of a pruned clause as text: pronouns named, verbs in agreement, loose marks and openings left out."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.mentions.account import Account
from timeline.mentions.clauses import SUBJECTS, child, children, described, is_finite, subject, words_under
from timeline.mentions.known import known_as, one_of_two
from timeline.mentions.parse import Token
from timeline.mentions.references import References
from timeline.mentions.standing import is_open, is_pointing, is_whole
from timeline.mentions.things import definite_phrase, is_expletive
from timeline.mentions.tidying import cut, tidy
from timeline.mentions.words import FIRST_PERSON, HE, IT, PERSON_ROLES, THEY, THIRD_PERSONS, WE_OR_I

MODIFIERS = frozenset({"det", "amod", "compound", "nmod"})
PLURALS = frozenset({"NNS", "NNPS"})
TIMES = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"})
POSSESSIVES = frozenset({"his", "its", "my", "her"})
AGREEMENT = {"am": "is", "'m": " is", "’m": " is", "have": "has", "'ve": " has", "’ve": " has", "do": "does"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a mention tells in a line.

    `alone` says that no pronoun opens it whose meaning stands elsewhere, `readable` that nothing else is left open.
    """

    text: str
    alone: bool
    readable: bool


def rendered(kept: frozenset[int], account: Account, references: References, root: Token) -> Summary:
    """The words as text, its subject first, with pronouns named where the clause does not name them itself."""
    shared = subject(root)
    own = words_under(root)
    first = words_under(shared) - own if shared is not None and shared.i not in own else frozenset()
    tokens = [account.doc.words[at] for at in [*sorted(kept & first), *sorted(kept - first)]]
    named = dict(replacements(tokens, account, references))
    named |= dict(agreements(tokens, named)) | dict(whose(root, account, references)) | dict(finite(root))
    text = cut(tidy("".join(pieces(tokens, named))))
    # What opens the line has to be known; "cracks in two of its piers" says enough without the bridge.
    opening = (at for at, token in enumerate(tokens) if token.i <= root.i)
    leans = any(is_unresolved(at, tokens, named) for at in opening) or any(is_us(one, named) for one in tokens)
    loose = any(is_unresolved(at, tokens, named) for at, one in enumerate(tokens) if is_told_of(one))
    alone = not leans and (shared is not None or not needs_subject(root))
    whole = is_whole(tokens, named, text, account) and not is_pointing(tokens, named, root, account)
    asked = is_open(root, {one.i for one in tokens})
    return Summary(text=text, alone=alone, readable=alone and whole and not loose and not asked)


def is_told_of(token: Token) -> bool:
    """Whether a word is a pronoun for what a line tells of: "them" anywhere, "it" as somebody's subject or object."""
    return token.lower_ in THEY or (token.lower_ in IT and token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass"})


def is_us(token: Token, named: Mapping[int, str]) -> bool:
    """Whether a word means somebody by "we" or "I" whom no name stands for."""
    return token.i not in named and token.pos_ == "PRON" and token.lower_ in WE_OR_I


def needs_subject(root: Token) -> bool:
    """Whether a clause tells nothing without a subject: a finite verb's, or that of "pumping by midnight"."""
    return root.pos_ == "VERB" and (is_finite(root) or root.tag_ == "VBG")


def is_unresolved(at: int, tokens: Sequence[Token], named: Mapping[int, str]) -> bool:
    """Whether a word is a pronoun for which no word before it in the text can stand."""
    token = tokens[at]
    word = token.lower_
    if token.i in named or word not in THIRD_PERSONS or is_expletive(token):
        return False
    before = [one for one in tokens[:at] if one.pos_ in {"NOUN", "PROPN"} and one.ent_type_ not in TIMES]
    if word not in THEY and any(one.i in named for one in tokens[:at]):
        return False
    if word in HE:
        return not any(one.ent_type_ == "PERSON" or one.lemma_.lower() in PERSON_ROLES for one in before)
    if word in THEY:
        return not any(one.tag_ in PLURALS or one.dep_ == "conj" or one.ent_type_ == "ORG" for one in before)
    return not any(one.tag_ in {"NN", "NNP"} and one.ent_type_ != "PERSON" for one in before)


def pieces(tokens: Sequence[Token], named: Mapping[int, str]) -> Iterator[str]:
    """The text of each word, with a space where words were left out."""
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        gap = following is not None and following.i != token.i + 1
        text = token.lower_ if at and token.is_sent_start and not token.ent_type_ else token.text
        yield named.get(token.i, text) + (" " if gap else token.whitespace_)


def replacements(tokens: Sequence[Token], account: Account, references: References) -> Iterator[tuple[int, str]]:
    """The pronouns to be replaced, and by which name; each person is named once."""
    names = {account.name(span) for token in tokens if (span := account.entity_at.get(token.i)) is not None}
    first = next((token for token in tokens if token.is_alpha), None)
    here = frozenset(token.i for token in tokens)
    for token in tokens:
        word = token.lower_
        if word not in HE and word not in IT and word not in FIRST_PERSON:
            continue
        span = references.entity(token)
        name = account.name(span) if span is not None else thing_named(token, here, account, references)
        if name is None:
            continue
        opens = first is not None and token.i == first.i
        if name in names and not opens and word not in FIRST_PERSON:
            continue
        names.add(name)
        yield token.i, possessive(name) if token.dep_ == "poss" and word in POSSESSIVES else name
    yield from companies(tokens, names, account, references)
    yield from things(tokens, account)


def companies(
    tokens: Sequence[Token], names: Container[str], account: Account, references: References
) -> Iterator[tuple[int, str]]:
    """The first "the company" of the words by its name, where the words do not name it themselves."""
    for token in tokens:
        if token.dep_ not in SUBJECTS | {"poss"} or (span := references.company(token)) is None:
            continue
        name = account.name(span)
        if name not in names:
            yield from ((one.i, "") for one in token.lefts if one.dep_ in MODIFIERS and one.left_edge.i == one.i)
            yield token.i, name
        return


def things(tokens: Sequence[Token], account: Account) -> Iterator[tuple[int, str]]:
    """The subject that "the" alone makes known, and "the latter", as the article has named them."""
    text = " ".join(one.text for one in tokens)
    for token in tokens:
        if (name := one_of_two(token, account)) is not None:
            yield from ((one.i, "") for one in token.lefts if one.dep_ == "det")
            yield token.i, name
        if token.dep_ in SUBJECTS and (phrase := known_as(token, account)) is not None and phrase[4:] not in text:
            yield from ((one.i, "") for one in token.lefts if one.dep_ == "det")
            yield token.i, phrase


def thing_named(pronoun: Token, here: frozenset[int], account: Account, references: References) -> str | None:
    """The noun phrase for an "it" whose noun is not among the words that are told."""
    noun = references.thing_of(pronoun)
    return None if noun is None or noun.i in here else definite_phrase(noun, account)


def agreements(tokens: Sequence[Token], named: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """The verbs in the present whose "I" got a name, as that name wants them."""
    for token in tokens:
        if token.lower_ != "i" or token.i not in named or token.dep_ not in SUBJECTS:
            continue
        helpers = [one for one in children(token.head, "aux", "auxpass") if one.tag_ in {"VBP", "VBZ", "VBD", "MD"}]
        verb = helpers[0] if helpers else token.head
        if verb.lower_ in AGREEMENT:
            yield verb.i, AGREEMENT[verb.lower_]
        elif verb.tag_ == "VBP" and verb.lower_ == verb.lemma_:
            yield verb.i, third_person(verb.text)


def third_person(verb: str) -> str:
    """A verb in the present as "he" wants it: "carries", "watches", "says"."""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}{'es' if verb.endswith(('s', 'sh', 'ch', 'x', 'z', 'o')) else 's'}"


def whose(root: Token, account: Account, references: References) -> Iterator[tuple[int, str]]:
    """The owner's name for the "whose" of a relative clause that is told by itself."""
    if root.dep_ != "relcl":
        return
    for token in root.subtree:
        if token.lower_ == "whose":
            owner = described(root)
            span = references.entity(owner)
            yield token.i, possessive(account.name(span) if span is not None else f"the {owner.text}")
            return


def finite(root: Token) -> Iterator[tuple[int, str]]:
    """The participle of a clause without a tense as a verb that has one: "an appeal lodged" becomes "was lodged"."""
    describes = root.dep_ == "acl" and root.tag_ == "VBN" and root.head.dep_ != "ROOT"  # "The row escalated" is whole
    goes_along = root.dep_ in {"acl", "advcl"} and root.tag_ == "VBG"
    noun = subject(root)
    own = any(children(root, "aux", "auxpass", "mark", "nsubj", "nsubjpass"))
    if noun is not None and (describes or goes_along) and not own:
        many = noun.tag_ in PLURALS or child(noun, "conj") is not None
        yield root.i, f"{'were' if many else 'was'} {root.lower_}"


def possessive(name: str) -> str:
    """The name as an owner."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"
