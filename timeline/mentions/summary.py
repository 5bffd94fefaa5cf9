"""Which words of a source tell a mention in a clause that reads well alone, at most 160 characters of them."""

from __future__ import annotations

from timeline.mentions.account import Account
from timeline.mentions.clauses import children, governor, is_finite, joint_of, words_under
from timeline.mentions.extent import clause_root, clause_words, is_participle, joined_to, opening_of
from timeline.mentions.parse import Token
from timeline.mentions.pruning import in_a_line, length
from timeline.mentions.references import References
from timeline.mentions.tidying import LONGEST
from timeline.mentions.time_adverbials import adverbial
from timeline.mentions.voice import Voice
from timeline.mentions.wording import Summary, rendered
from timeline.mentions.words import FIRST_PERSON
from timeline.types import DatedExpression

MAIN = frozenset({"ROOT", "ccomp", "parataxis"})
INTRANSITIVE = {"told": "said", "tells": "says"}  # "told" tells somebody


def summary_of(token: Token, account: Account, references: References, dated: DatedExpression | None) -> Summary:
    """The summary of what a trigger tells, less the adverbial that dates it.

    Where a pronoun in the clause means something that only its sentence names, the sentence is told instead.
    """
    root = clause_root(token)
    if is_participle(root) and (whole := along(clause_root(root.head), token, account, references, dated)):
        return whole
    when = frozenset() if dated is None else adverbial(dated, root, token, account)
    words = without_later(clause_words(root, token), token, when, account)
    top = joined_to(root)
    if top.i == root.i and (whole := in_full(top, words, when, account, references)):
        return whole
    clause = told(words - when, root, token, account, references)
    if clause.readable:
        return clause
    if top.i != root.i and (whole := in_full(top, words, when, account, references)):
        return whole
    above = token.sent.root
    sentence = told(clause_words(above, token) - when, above, token, account, references)
    if sentence.readable:
        return sentence
    return sentence if sentence.alone and not clause.alone and len(sentence.text) < LONGEST else clause


def without_later(words: frozenset[int], token: Token, when: frozenset[int], account: Account) -> frozenset[int]:
    """The words without what a dated clause goes on to tell of another time: "was founded and bought it in 2016"."""
    if not when:
        return words
    path = {token.i, *(one.i for one in token.ancestors)}
    for one in children(governor(token), "conj"):
        if one.pos_ == "VERB" and one.i not in path and (account.dated_words - when) & words_under(one) & words:
            words -= words_under(one) | joint_of(one, "cc", "punct")
    return words


def with_speaker(
    summary: Summary,
    voice: Voice,
    token: Token,
    account: Account,
    references: References,
    dated: DatedExpression | None,
) -> Summary:
    """What somebody says with who says it, as long as that fits a line: what is only said is no fact.

    "I" in a quotation has become who speaks, and needs no second telling.
    """
    verb, name = voice.verb, voice.speaker.name
    named = name.split()[-1].lower() in summary.text.lower()
    first = any(one.lower_ in FIRST_PERSON for one in governor(token).subtree)
    if token.i in account.quotation_at and (named or first):
        return summary
    asks = any(one.tag_ == "WRB" for one in children(clause_root(token), "advmod"))  # "recounted how they met"
    if verb.pos_ == "VERB" and is_finite(verb) and verb in token.ancestors and not asks:
        when = frozenset() if dated is None else adverbial(dated, verb, token, account)
        whole = told(clause_words(verb, token) - when, verb, token, account, references)
        if whole.readable:
            return whole
    by = f"according to {name}" if verb.lower_ == "according" else f"{name} {INTRANSITIVE.get(verb.text, verb.text)}"
    text = f"{summary.text}, {by}"
    if named or len(text) > LONGEST or not (verb.lower_ == "according" or is_finite(verb)):
        return summary
    return Summary(text=text, alone=summary.alone, readable=summary.readable)


def along(
    above: Token, token: Token, account: Account, references: References, dated: DatedExpression | None
) -> Summary | None:
    """The summary of the clause that a participle goes along with; None where a line does not hold both."""
    when = frozenset() if dated is None else adverbial(dated, above, token, account)
    whole = told(clause_words(above, token) - when, above, token, account, references)
    return whole if whole.readable else None


def in_full(
    top: Token, clause: frozenset[int], when: frozenset[int], account: Account, references: References
) -> Summary | None:
    """The summary by all of a clause and of those it is joined to; None where a line does not hold them.

    `top` is the first of these clauses. Words that another day dates would be read with the wrong one.
    """
    if top.dep_ not in MAIN:
        return None
    words = words_under(top) - when - opening_of(top)
    more = words - clause
    if not more or account.dated_words & more or length(words, account) > LONGEST:
        return None
    whole = told(words, top, top, account, references)
    return whole if whole.readable else None


def told(kept: frozenset[int], root: Token, trigger: Token, account: Account, references: References) -> Summary:
    """The summary by these words, pruned to a line."""
    kept = in_a_line(kept, trigger, account)
    if kept not in references.told:
        references.told[kept] = rendered(kept, account, references, root)
    return references.told[kept]
