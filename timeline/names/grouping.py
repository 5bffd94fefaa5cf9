"""All names of an article or story in view: which are one's, and the fullest of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from timeline.names.people import person_keys, same_person
from timeline.names.person import person
from timeline.names.spelling import POSSESSIVE
from timeline.names.things import is_acronym, same_thing, thing_keys, words_of

PEOPLE = frozenset({"PERSON", "PER"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
MOST_WORDS = 4  # a longer "name" has swallowed a title or a neighbour
Same = Callable[[str, str], bool]
Keys = Callable[[str], Iterable[str]]


def canonical_names(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each name as it stands -> the fullest form of it; `names` are pairs of name and entity label.

    The names are those of one article or story. A short name that could be several bearers' stays what it is.
    """
    counts = Counter(names)
    people: Counter[str] = Counter()
    things: Counter[str] = Counter()
    for (name, label), count in counts.items():
        (people if label in PEOPLE else things)[name] += count
    found = canonical(things, same_thing, thing_keys, fullness_of_thing)
    return found | canonical(people, same_person, person_keys, fullness_of_person)


def canonical(counts: Counter[str], same: Same, keys: Keys, fullness: Callable[[str], int]) -> dict[str, str]:
    """Each name -> the canonical name of its group."""
    groups: list[list[str]] = []
    blocks: dict[str, set[int]] = defaultdict(set)
    for name in sorted(counts, key=lambda one: (-fullness(one), -counts[one], one)):
        candidates = sorted({at for key in keys(name) for at in blocks[key]})
        fitting = [at for at in candidates if fits(name, groups[at], same)]
        if len(fitting) == 1:
            at = fitting[0]
            groups[at].append(name)
        else:
            at = len(groups)
            groups.append([name])
        for key in keys(name):
            blocks[key].add(at)
    return {name: best(group, counts, fullness) for group in groups for name in group}


def fits(name: str, group: Sequence[str], same: Same) -> bool:
    """Whether a name may be that of every member of a group."""
    return all(same(name, member) for member in group)


def best(group: Sequence[str], counts: Counter[str], fullness: Callable[[str], int]) -> str:
    """The fullest name of a group, of equals the commonest; without its possessive."""
    return POSSESSIVE.sub("", max(group, key=lambda one: (fullness(one), counts[one], one)))


def fullness_of_person(name: str) -> int:
    """How much of a person's name is told: its words, initials counting half, up to four."""
    parts = person(name)
    if parts is None:
        return 0
    words = [*parts.given, *parts.surname]
    return sum(1 if len(word.rstrip(".")) == 1 else 2 for word in words) if len(words) <= MOST_WORDS else 1


def fullness_of_thing(name: str) -> int:
    """How much of a thing's name is told; an acronym tells least."""
    words = words_of(name)
    if not words or is_acronym(name, tuple(name.replace(".", ""))):
        return 0
    return min(len(words), 2 * MOST_WORDS)
