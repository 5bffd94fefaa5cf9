"""Which tellings are worth comparing: those with related triggers in one story, and those with one trigger and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from timeline.merge.days import span
from timeline.merge.lexicon import related
from timeline.merge.meanings import near_pairs
from timeline.merge.pairs import trigger_link
from timeline.merge.profile import Profile

Pair = tuple[int, int]
FEW = 40  # tellings of one trigger that are all compared; of more, only those that share a key
KEY_WORDS = 4
CROWD = 60  # a key that more than this share tells nothing


def candidates(profiles: Sequence[Profile], story: Mapping[str, int]) -> set[Pair]:
    """Pairs of indices, the lower first. The work grows with the tellings, not with their square."""
    pairs: set[Pair] = set()
    blocks: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, profile in enumerate(profiles):
        blocks[story[profile.telling.article.id]][profile.root].append(at)
    for roots in blocks.values():
        pairs.update(in_story(profiles, roots))
    pairs.update(between_two(profiles, story))
    pairs.update(on_one_day(profiles))
    return pairs


def in_story(profiles: Sequence[Profile], roots: Mapping[str, list[int]]) -> Iterator[Pair]:
    """Pairs with the same, related or near triggers."""
    for root, members in roots.items():
        yield from within(profiles, members)
        for other in related(root).keys() & roots.keys():
            if root < other:
                yield from between(profiles, members, roots[other])
    for one, another in near_pairs(sorted(roots)):
        if another not in related(one):
            yield from between(profiles, roots[one], roots[another])


def within(profiles: Sequence[Profile], members: Sequence[int]) -> Iterator[Pair]:
    """Pairs of tellings of one trigger."""
    if len(members) <= FEW:
        yield from combinations(members, 2)
        return
    for sharing in by_key((at, key) for at in members for key in keys(profiles[at])):
        yield from combinations(sharing, 2)


def between(profiles: Sequence[Profile], some: Sequence[int], others: Sequence[int]) -> Iterator[Pair]:
    """Pairs of tellings of two related triggers."""
    if len(some) * len(others) <= FEW * FEW:
        yield from (in_order(i, j) for i, j in product(some, others))
        return
    left = frozenset(some)
    for sharing in by_key((at, key) for at in (*some, *others) for key in keys(profiles[at])):
        yield from (in_order(i, j) for i, j in combinations(sharing, 2) if (i in left) != (j in left))


def between_two(profiles: Sequence[Profile], story: Mapping[str, int]) -> Iterator[Pair]:
    """Pairs in one story that tell something loosely related of the same two parties."""
    keyed = (
        (at, (story[one.telling.article.id], pair))
        for at, one in enumerate(profiles)
        for pair in combinations(sorted(one.parties), 2)
    )
    for sharing in by_key(keyed):
        yield from ((i, j) for i, j in combinations(sharing, 2) if trigger_link(profiles[i], profiles[j]))


def on_one_day(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs with one trigger and one day of their own, whatever their stories."""
    dated = [(at, one) for at, one in enumerate(profiles) if one.own_date and span(one.days) == 1]
    for sharing in by_key((at, (one.root, one.days)) for at, one in dated):
        yield from combinations(sharing, 2)


def keys(profile: Profile) -> Iterator[Hashable]:
    """What two tellings of a common trigger must share one of to be compared: a name, a near word, their own day."""
    near = profile.near
    yield from sorted(near, key=lambda word: (-near[word], word))[:KEY_WORDS]
    for names in profile.names.values():
        yield from names
    if profile.own_date and span(profile.days) == 1:
        yield profile.days


def by_key(keyed: Iterable[tuple[int, Hashable]]) -> Iterator[list[int]]:
    """The tellings that share each key, in order; keys that a crowd shares are left out."""
    holders: dict[Hashable, set[int]] = defaultdict(set)
    for at, key in keyed:
        holders[key].add(at)
    for sharing in holders.values():
        if 1 < len(sharing) <= CROWD:
            yield sorted(sharing)


def in_order(i: int, j: int) -> Pair:
    """The lower index first."""
    return (i, j) if i < j else (j, i)
