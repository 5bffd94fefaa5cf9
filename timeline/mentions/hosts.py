"""Which triggers an expression of time dates: by syntax, then by what the dated clause is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.mentions.account import Account
from timeline.mentions.anchors import anchor_of
from timeline.mentions.background import LONG_PAST
from timeline.mentions.clauses import children, governor, is_part_of_name, is_past
from timeline.mentions.furniture import Stretch
from timeline.mentions.heirs import heirs
from timeline.mentions.listed import line_of
from timeline.mentions.parse import Span, Token
from timeline.mentions.words import ARRANGING_VERBS, CLAIMING_VERBS, DENYING_VERBS, REPORTING_VERBS, words
from timeline.steps.arithmetic import day_before
from timeline.types import DatedExpression

MODIFIERS = frozenset({"nummod", "compound", "amod", "nmod", "poss", "npadvmod", "appos"})
ENDS = frozenset({"until", "till"})
ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth")
LASTING_VERBS = words("last run continue remain stay go extend end expire")
BREADTH = ("second", "minute", "hour", "daypart", "day", "week", "month", "quarter", "season", "range", "year")
SAYINGS = REPORTING_VERBS | CLAIMING_VERBS | DENYING_VERBS | {"speak", "talk"}


def expressions_of(account: Account, triggers: Sequence[Token]) -> Mapping[int, int]:
    """Token index of a trigger -> the number of the expression that dates it."""
    known = {token.i for token in triggers}
    own: dict[int, int] = {}
    for number, dated in enumerate(account.dated):
        if dated.when is None and dated.relative_to is None:
            continue
        for host in hosts(dated, account, known):
            if is_one_occasion(account.doc[host], dated, account):
                continue
            if host not in own or better(dated, account.dated[own[host]]):
                own[host] = number
    for token in triggers:
        if token.i not in own and (line := line_of(token, account)) is not None and line[1]:
            own[token.i] = line[0]
    for token in triggers:
        if token.i in own:
            for heir in heirs(token, known):
                own.setdefault(heir, own[token.i])
            if is_long_past(account.dated[own[token.i]], account):
                for joined in children(token, "conj"):
                    if joined.i in known and is_past(joined):
                        own.setdefault(joined.i, own[token.i])  # "In 2017 it burst, but engineers closed it at once"
    return own


def is_one_occasion(verb: Token, dated: DatedExpression, account: Account) -> bool:
    """Whether somebody says something before or after saying another: "Before speaking of Ellison, he dismissed it"."""
    start, end = anchored(dated, account)
    span = account.doc.char_span(start, end) if start < end else None
    if span is None or span.root.tag_ != "VBG":
        return False
    return span.root.lemma_ in SAYINGS and verb.lemma_ in SAYINGS


def hosts(dated: DatedExpression, account: Account, known: set[int]) -> Iterator[int]:
    """The triggers that an expression hangs on."""
    span = account.doc.char_span(dated.expression.start, dated.expression.end)
    if span is None or account.is_furniture(dated.expression.start):
        return
    if preposition_of(dated, account) in ENDS:
        # "closed until May" is of an earlier day
        known = {at for at in known if account.doc[at].lemma_ in LASTING_VERBS}
    if (clause := clause_behind(span)) is not None and clause.i in known:
        yield clause.i
    anchor = anchored(dated, account)
    node = span.root
    said_in = account.quotation_at.get(node.i)
    while node.head.i != node.i:
        inside_name = node.dep_ in MODIFIERS
        node = node.head
        if said_in is not None and account.quotation_at.get(node.i) != said_in:
            return  # what a quotation dates is told in it, not that it was said
        if span.start <= node.i < span.end or anchor[0] <= node.idx < anchor[1] or is_anchor(node, span):
            continue
        if inside_name and node.i not in known and node.pos_ in {"NOUN", "PROPN"} and not names_day(dated):
            return  # "its 2010 conference", "the Windows 95 launch party": part of a name, not a date of the verb
        if node.lemma_ in ARRANGING_VERBS and preposition_of(dated, account) == "for":
            yield from (one.i for one in children(node, "dobj", "nsubjpass") if one.i in known)
            return
        if node.i in known and is_measured(node, dated, account):
            return
        if node.i in known and (verb := told_on(node, span, known)) is not None:
            yield verb
        if node.i in known:
            yield nearest_noun(span, known, node) if looks_back(node, dated, account) else node.i
            return
        if node.pos_ in {"VERB", "AUX"} and not is_part_of_name(node):
            # "The vote was on Monday", "There were strikes at night": an empty verb passes its date to its nouns.
            nouns = (one for one in children(node, "nsubj", "attr", "dobj", "nsubjpass") if one.i in known)
            yield from (one.i for one in nouns if not is_measured(one, dated, account))
            return


def clause_behind(span: Span) -> Token | None:
    """The verb of a clause that says what happened at a time: "since 1987, when the trawler sank"."""
    behind = [one for one in span.doc[span.end : span.end + 2] if one.text != ","]
    if not behind or behind[0].lower_ != "when" or behind[0].head.i <= behind[0].i:
        return None
    return behind[0].head


def is_measured(noun: Token, dated: DatedExpression, account: Account) -> bool:
    """Whether a time only says since when a thing had no equal: "the worst accident since 1987"."""
    if preposition_of(dated, account) != "since":
        return False
    return any(one.tag_ in {"JJS", "RBS"} or one.lower_ in ORDINALS for one in noun.lefts)


def anchored(dated: DatedExpression, account: Account) -> Stretch:
    """Where the event stands that a date hangs on: "two days after the ship was freed" does not date the freeing."""
    anchor = anchor_of(dated, account)
    return (0, 0) if anchor is None or anchor.start is None or anchor.end is None else (anchor.start, anchor.end)


def is_anchor(verb: Token, span: Span) -> bool:
    """Whether a verb's "after" or "before" follows the expression: it is what the date is counted from."""
    return any(one.i == span.end and one.lower_ in {"after", "before"} for one in children(verb, "mark"))


def preposition_of(dated: DatedExpression, account: Account) -> str:
    """The word before an expression, in small letters."""
    span = account.doc.char_span(dated.expression.start, dated.expression.end)
    return account.doc[span.start - 1].lower_ if span is not None and span.start else ""


def looks_back(verb: Token, dated: DatedExpression, account: Account) -> bool:
    """Whether a verb in the present stands with a date long past, which is then that of what it speaks of."""
    return verb.tag_ in {"VBZ", "VBP"} and is_long_past(dated, account)


def is_long_past(dated: DatedExpression, account: Account) -> bool:
    """Whether a date lies further back than what an article calls news."""
    published = account.article.published
    if published is None or dated.when is None or dated.when.latest is None:
        return False
    return dated.when.latest[:10] < day_before(published.day, LONG_PAST).isoformat()


def told_on(noun: Token, span: Span, known: set[int]) -> int | None:
    """The verb that "on Sunday" goes with where it is parsed as if with a noun deep in the verb's object.

    "The court rejected the complaint about the detention on Sunday."
    """
    preposition = span.doc[span.start - 1] if span.start else None
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or preposition is None or preposition.lower_ != "on":
        return None
    if noun.head.lower_ not in {"of", "about", "for", "over", "against"} or noun.head.head.pos_ != "NOUN":
        return None
    verb = governor(noun)
    return verb.i if verb.i in known and is_past(verb) else None


def nearest_noun(span: Span, known: set[int], verb: Token) -> int:
    """The last noun trigger between a verb and an expression, else the verb."""
    nouns = (at for at in range(span.start - 1, verb.i, -1) if at in known and verb.doc[at].pos_ != "VERB")
    return next(nouns, verb.i)


def names_day(dated: DatedExpression) -> bool:
    """Whether a date is a day or finer."""
    return dated.when is not None and dated.when.precision in {"second", "minute", "hour", "daypart", "day"}


def better(one: DatedExpression, other: DatedExpression) -> bool:
    """Whether one date says more than another."""
    return breadth(one) < breadth(other)


def breadth(dated: DatedExpression) -> int:
    """A rank of how wide a date is; symbolic ones come last."""
    if dated.when is None or dated.when.precision not in BREADTH:
        return len(BREADTH)
    return BREADTH.index(dated.when.precision)
