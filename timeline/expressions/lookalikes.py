"""What only looks like a time: names, compounds and numbers in which a word for a time means something else."""

from __future__ import annotations

import re

from timeline.expressions.lexicon import MONTHS, WEEKDAYS
from timeline.expressions.rule import GAP, words
from timeline.types import TimeExpression
from timeline.written import Calendar

Expressions = list[TimeExpression]

REACH = 40  # characters on either side in which the rest of a name stands
TITLES = (
    "mr", "mrs", "ms", "miss", "mister", "sir", "lady", "lord", "dame", "aunt", "auntie", "uncle", "nurse",
    "sister", "doctor", "dr", "professor", "prof", "sergeant", "sgt", "captain", "capt", "lieutenant", "colonel",
    "major", "inspector", "detective", "constable", "judge", "justice", "reverend", "rev", "father", "brother",
    "queen", "king", "prince", "princess", "actress", "actor", "singer", "named", "called", "nicknamed",
    "operation", "hurricane", "cyclone",
)  # fmt: skip
NEWSPAPERS = (
    "times", "star", "standard", "telegraph", "mail", "herald", "express", "mirror", "independent",
    "chronicle", "echo", "journal", "sun", "tribune", "observer", "mercury", "gazette",
)  # fmt: skip
# What stands behind or before a word for a time and makes it one of something else.
COMPOUNDS = {
    "spring": ("tide", "tides", "water", "waters", "roll", "rolls", "onion", "onions", "chicken", "mattress", "lock",
    "board", "coil", "steel", "cleaning", "loaded", "mechanism", "balance"),
    "evening": ("gown", "gowns", "dress", "dresses", "primrose", "wear", "class", "classes"),
    "morning": ("glory", "sickness", "coat", "suit", "dress", "room"),
    "midnight": ("blue", "black", "oil"),
    "dawn": ("chorus",),
    "day": ("trader", "traders", "trading", "nursery", "nurse", "labourer", "labourers", "laborer", "laborers",
    "care"),
    "summer": ("squash", "pudding", "dress", "dresses", "house"),
    "winter": ("squash", "wheat", "tyres", "tires"),
    "minute": ("crack", "cracks", "amount", "amounts", "quantity", "quantities", "detail", "details", "fraction",
    "trace", "traces", "particle", "particles", "hole", "holes", "speck", "specks", "difference", "differences",
    "fragment", "fragments", "hand", "book", "steak"),
    "hour": ("hand",),
    "second": ("hand",),
}  # fmt: skip
# Names in full; a weekday stands too often behind another name ("in Paris Tuesday") to be taken for part of it.
NAMES = (
    "man friday", "joe friday", "green day", "doris day", "tgi fridays", "tgi friday", "ruby tuesday",
    "sheffield wednesday",
    "happy mondays", "wednesday addams", "mail on sunday", "herald on sunday", "scotland on sunday", "usa today",
    "today programme", "today program", "today show", "psychology today", "ant and dec", "sunday bloody sunday",
    "manic monday", "blue monday",
)  # fmt: skip

# Of sport and of business, what a half or a quarter without its year is of.
SPORT = (
    "match", "matches", "game", "goal", "goals", "goalless", "goalkeeper", "keeper", "striker", "midfielder",
    "defender", "winger", "scored", "scorer", "equaliser", "equalizer", "equalised", "penalty", "header", "headed",
    "free kick", "corner", "halftime", "half-time", "half time", "minute", "minutes", "referee", "sent off",
    "red card", "yellow card", "substitute", "touchdown", "touchdowns", "quarterback", "field goal", "rebounds",
    "three-pointer", "kick-off", "kickoff", "stoppage time", "team", "coach", "win over", "victory over", "united",
    "possession",
)  # fmt: skip
BUSINESS = (
    "sales", "profit", "profits", "earnings", "revenue", "revenues", "turnover", "income", "net", "exports",
    "imports", "output", "growth", "economy", "economic", "percent", "per cent", "%", "shares", "share", "company",
    "firm", "bank", "loss of", "losses", "results", "orders", "inflation", "gdp", "prices", "deliveries", "forecast",
    "million", "billion", "production", "market", "investment", "year", "quarterly", "fiscal", "dividend",
    "shipments", "budget", "costs", "rates", "analysts", "economists", "bookings", "demand",
)  # fmt: skip
# The commonest English forenames: right before a weekday, month or season, with no surname, they have it as theirs.
FORENAMES = (
    "adam", "alan", "alex", "alice", "amy", "andrew", "ann", "anna", "anne", "ben", "bill", "bob", "brian", "carol",
    "catherine", "charles", "chris", "daniel", "dave", "david", "diana", "edward", "elizabeth", "emily", "emma",
    "eric", "frank", "fred", "gary", "george", "harry", "helen", "henry", "ian", "jack", "jane", "jason", "jeff",
    "jennifer", "jessica", "jim", "joe", "john", "joseph", "karen", "kate", "kevin", "laura", "lisa", "lucy",
    "margaret", "maria", "mark", "martin", "mary", "matt", "michael", "mike", "nancy", "nick", "patricia", "paul",
    "peter", "philip", "rachel", "richard", "robert", "sarah", "sharon", "simon", "stephen", "steve", "steven",
    "susan", "thomas", "tim", "tom", "tony", "william",
)  # fmt: skip

OTHER_WORDS = (
    "i", "he", "she", "it", "we", "they", "you", "the", "a", "an", "his", "her", "its", "our", "their", "this",
    "that", "there", "and", "but", "in", "on", "at", "by", "since", "until", "during", "of", "for", "from", "last",
    "next", "every", "each", "early", "late", "mid", "all", "one", "some", "what", "how", "when", "if", "as",
    "was", "is", "no", "another", "good", "happy", "before", "after", "through", "to", "or", "with", "later",
    "earlier", "new",
)  # fmt: skip
TIMES = words((*(key for key in MONTHS if len(key) > 2), *WEEKDAYS))

COMPOUND = re.compile(
    "|".join(rf"\b{word}s?(?:[-‐]|{GAP}){words(others)}\b" for word, others in COMPOUNDS.items())
    + rf"|\bminutes?{GAP}of{GAP}(?:the|a|its|that|last|this){GAP}(?:\w+{GAP})?"
    + r"(?:meeting|session|council|board|committee)s?\b"
    + rf"|\b(?:scored?|scores|hit|made|struck|maiden|unbeaten){GAP}(?:(?:a|his|her|another|second|third){GAP})?"
    + r"(?:half[- ])?centur(?:y|ies)\b"
    + rf"|\b24-hour{GAP}(?:\w+{GAP})?(?:channels?|stations?|pharmac(?:y|ies)|chemists?|gyms?|diners?|caf[eé]s?"
    + r"|baker(?:y|ies)|kiosks?|hotline|helpline|shops?|store|supermarket|garage|clock)\b",
    re.IGNORECASE,
)
# A house or a street named for a season, a restaurant for a day; a paper called so ("the Borough Daily Today").
PLACE = re.compile(
    rf"\b(?:Spring|Summer|Autumn|Fall|Winter){GAP}(?:House|Lodge|Cottage|Hall|Court|Close|Lane|Road|Street|Avenue|Drive"
    r"|Gardens?|Palace|Farm|Hills?)\b"
    rf"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s{GAP}(?:Restaurant|Bar|Grill|Caf[eé]|Diner|Pub|Bistro)s?\b"
    rf"|\bthe{GAP}(?:[A-Z]\w+{GAP}){{1,4}}Today\b"
)
NAME = re.compile(rf"\b{words(NAMES)}\b", re.IGNORECASE)
TITLED = re.compile(rf"\b{words(TITLES)}\.?{GAP}(?-i:[A-Z])\w+", re.IGNORECASE)
PAPER = re.compile(rf"(?-i:[A-Z])\w+{GAP}(?-i:(?:{'|'.join(paper.capitalize() for paper in NEWSPAPERS)}))\b")
CAPITAL_AFTER = re.compile(rf"{GAP}(?!{TIMES}\b|I\b)[A-Z][a-z'’]+")
FORENAME_BEFORE = re.compile(rf"\b(?P<name>[A-Z][a-z]+|[A-Z]{{2,}}){GAP}$")
FORENAMED = re.compile(
    rf"(?P<before>[A-Z][\w.'’]*{GAP})?\b(?i:{'|'.join(FORENAMES)}){GAP}$",
)
GIVEN_BEFORE = re.compile(r"(?:^|[.!?:“\"]\s?|\n|,\s|\band\s)$")
GIVEN_AFTER = re.compile(
    rf"{GAP}(?!(?:Olympics?|Games|Palace|School|Festival|League|Time|Camp|Solstice|Term|Sale|Reading|Offensive)\b|{TIMES}\b)"
    rf"[A-Z][a-z'’]+{GAP}(?!(?:of|in|on|at|for|to)\b)[a-z]"
)
SPORTING = re.compile(rf"(?<!\w){words(SPORT)}\b", re.IGNORECASE)
TRADING = re.compile(rf"(?<!\w){words(BUSINESS)}(?!\w)", re.IGNORECASE)
SENTENCE_REACH = 160  # characters on either side in which a word of sport or business is looked for
IS_NAME = re.compile(rf"{GAP}(?:is|was){GAP}the{GAP}(?:name|title|stage){GAP}")

# A weekday stands often behind a title or a participle: "the judge Thursday ordered", "a panel named Monday".
PATTERNS = {
    "duration": (COMPOUND,),
    "units": (COMPOUND,),
    "century": (COMPOUND,),
    "month": (COMPOUND, NAME, TITLED),
    "season": (COMPOUND, NAME, TITLED, PLACE),
    "part-of-day": (COMPOUND, NAME, TITLED, PAPER),
    "weekday": (COMPOUND, NAME, PAPER, PLACE),
}
DIVISIONS = {"half-of-year", "quarter-of-year"}
NAMED_FOR = {"weekday", "month", "season"}
CHECKED = PATTERNS.keys() | {"plural-days", "today", "unit-of-post", "noon"} | DIVISIONS
SENTENCE_END = re.compile(r"[.!?][\"'”’)]{0,2}\s|\n")


def without_lookalikes(text: str, found: Expressions) -> Expressions:
    """Without what is part of a name or of a compound."""
    return [one for one in found if one.rule not in CHECKED or not is_lookalike(text, one)]


def is_lookalike(text: str, one: TimeExpression) -> bool:
    """Whether what stands around an expression makes it something else."""
    if one.rule in DIVISIONS:
        return is_of_match(text, one)
    if is_surname(text, one):
        return True
    low, high = max(0, one.start - REACH), one.end + REACH
    patterns = PATTERNS.get(one.rule, (COMPOUND, NAME, PLACE))
    for pattern in patterns:
        for match in pattern.finditer(text, low, high):
            if match.start() < one.end and one.end - 1 < match.end() and match.end() > one.start:
                return True
    return one.rule in ("season", "part-of-day") and is_someone(text, one)


def is_of_match(text: str, one: TimeExpression) -> bool:
    """Whether a half or a quarter without its year is that of a match: by the words of its sentence."""
    match one.written.says:
        case Calendar(year=None, of=None, fiscal=False):
            pass
        case _:
            return False
    low, high = max(0, one.start - SENTENCE_REACH), min(len(text), one.end + SENTENCE_REACH)
    starts = [match.end() for match in SENTENCE_END.finditer(text, low, one.start)]
    stop = SENTENCE_END.search(text, one.end, high)
    low, high = starts[-1] if starts else low, stop.start() if stop else high
    around = text[low : one.start] + " " + text[one.end : high]
    return SPORTING.search(around) is not None and TRADING.search(around) is None


def is_surname(text: str, one: TimeExpression) -> bool:
    """Whether a weekday, month or season stands as the surname of a common forename: "Mark Friday is the coach"."""
    if one.rule not in NAMED_FOR or not one.text.isalpha() or not one.text[0].isupper():
        return False
    before = FORENAMED.search(text, max(0, one.start - REACH), one.start)
    return before is not None and before["before"] is None


def is_someone(text: str, one: TimeExpression) -> bool:
    """Whether a capitalised season or part of the day is somebody: "Fred Winter", "Dawn French"."""
    word = one.text
    if not word.isalpha() or not word[0].isupper() or word.isupper():
        return False
    if IS_NAME.match(text, one.end):
        return True
    more = CAPITAL_AFTER.match(text, one.end) is not None
    if word == "Dawn" and more:
        return True
    if word in ("Summer", "Autumn") and GIVEN_AFTER.match(text, one.end):
        return GIVEN_BEFORE.search(text, max(0, one.start - 6), one.start) is not None
    before = FORENAME_BEFORE.search(text, max(0, one.start - 20), one.start)
    return before is not None and not more and before["name"].lower() not in (*OTHER_WORDS, *MONTHS, *WEEKDAYS)
