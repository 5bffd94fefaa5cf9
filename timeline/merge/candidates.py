"""Which tellings are worth comparing: those with related triggers in one story, and those with one trigger and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from timeline.merge.days import span
from timeline.merge.lexicon import related
from timeline.merge.profile import Profile
from timeline.merge.words import cosine

Pair = tuple[int, int]
FEW = 40  # tellings of one trigger that are all compared; of more, only those that share a key
KEY_WORDS = 4
CROWD = 60  # a key that more than this share tells nothing
ALIKE_AROUND = 0.15  # unrelated triggers are compared where one is echoed beside the other, and what is near is alike


def candidates(profiles: Sequence[Profile], story: Mapping[str, int]) -> set[Pair]:
    """Pairs of indices, the lower first. The work grows with the tellings, not with their square."""
    pairs: set[Pair] = set()
    blocks: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, profile in enumerate(profiles):
        blocks[story[profile.telling.article.id]][profile.root].append(at)
    for roots in blocks.values():
        pairs.update(in_story(profiles, roots))
        pairs.update(echoed(profiles, roots))
    pairs.update(on_one_day(profiles))
    return pairs


def in_story(profiles: Sequence[Profile], roots: Mapping[str, list[int]]) -> Iterator[Pair]:
    """Pairs with the same or related triggers."""
    for root, members in roots.items():
        yield from within(profiles, members)
        for other in related(root).keys() & roots.keys():
            if root < other:
                yield from between(profiles, members, roots[other])


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


def echoed(profiles: Sequence[Profile], roots: Mapping[str, list[int]]) -> Iterator[Pair]:
    """Pairs with unrelated triggers where a word beside one is, or is related to, the other."""
    beside = by_word((at, word) for members in roots.values() for at in members for word in profiles[at].companions)
    for root, members in roots.items():
        heard = {at for word in (root, *related(root)) for at in beside.get(word, ())}
        if len(members) * len(heard) > FEW * FEW:
            continue
        for i, j in product(members, sorted(heard)):
            known = profiles[j].root == root or profiles[j].root in related(root)
            if not known and cosine(profiles[i].near, profiles[j].near) >= ALIKE_AROUND:
                yield in_order(i, j)


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


def by_word(keyed: Iterable[tuple[int, str]]) -> Mapping[str, list[int]]:
    """The tellings beside whose triggers each word stands."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, word in keyed:
        holders[word].append(at)
    return holders


def in_order(i: int, j: int) -> Pair:
    """The lower index first."""
    return (i, j) if i < j else (j, i)
