"""The words by which an event is called: the summary that says best what all its sources say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import sqrt

from timeline.mentions.wordless import AHEAD
from timeline.merge.echoes import weight
from timeline.merge.tellings import Telling
from timeline.merge.words import words_of
from timeline.types import Event, Mention

# Beside salience, 0 to 2; chosen by what the editors of two oil spill timelines wrote (AR1 .132 -> .149).
CENTRALITY = 0.5
PENALTY = 0.5
LONGEST = 160  # characters
UNRESOLVED = frozenset(
    ["he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "their", "its", "i", "we", "you"]
)
ENOUGH_WORDS = 4
NAMED = 0.4  # a title that names someone tells more than one of "the company"
NAME = re.compile(r"(?<=[^.?!:] )[A-Z][^\W\d_]{2,}|^[A-Z][^\W\d_]+ [A-Z]")
RELATIVE = re.compile(r"((\w+ ){1,3}(later|earlier|ago|after|before)|yesterday|today|tomorrow|the same day)\b", re.I)


def titled_by(tellings: Sequence[Telling]) -> Mention:
    """The mention whose summary is the weightiest and most central of those that stand on their own.

    What most tell as having happened is not called by a hope that it would.
    """
    ahead = [one.mention.stance in AHEAD for one in tellings]
    hoped = ahead if 2 * sum(ahead) < len(ahead) else [False] * len(ahead)
    said = [frozenset(words_of(one.mention.summary)) for one in tellings]
    common = Counter(word for one in said for word in one)
    readable = [one.mention.readable for one in tellings]
    fit = [fitness(one, words, common) for one, words in zip(tellings, said, strict=True)]
    best = max(range(len(tellings)), key=lambda at: (readable[at], not hoped[at], fit[at], -at))
    return tellings[best].mention


def titles_of(events: Sequence[Event], groups: Sequence[Sequence[Telling]]) -> list[str]:
    """The title of each event, no two entries the same where one has other words that can be read alone.

    `groups` has the tellings of each; of two entries the one that weighs more has the choice.
    """
    titles = [event.title for event in events]
    taken: set[str] = set()
    entries = [at for at, event in enumerate(events) if event.notable]
    for at in sorted(entries, key=lambda at: weight(events[at]), reverse=True):
        if titles[at] in taken:
            others = [one for one in groups[at] if one.mention.readable and one.mention.summary not in taken]
            titles[at] = titled_by(others).summary if others else titles[at]
        taken.add(titles[at])
    return titles


def fitness(telling: Telling, said: frozenset[str], common: Counter[str]) -> float:
    """How weighty a telling is and how many others share its words, less what makes it hard to read alone."""
    summary = telling.mention.summary
    shared = sum(common[word] - 1 for word in said)
    centrality = shared / sqrt(len(said) * max(1, common.total())) if said else 0.0
    leans = opens_unresolved(summary) + bool(RELATIVE.match(summary))
    penalty = PENALTY * (leans + (len(said) < ENOUGH_WORDS) + (len(summary) > LONGEST))
    named = NAMED * bool(NAME.search(summary))
    return CENTRALITY * centrality + named + telling.mention.salience - penalty


def opens_unresolved(summary: str) -> bool:
    """Whether a summary begins with a pronoun that only its neighbours explain."""
    first = summary.split(maxsplit=1)
    return bool(first) and first[0].strip("“\"'‘").lower() in UNRESOLVED
