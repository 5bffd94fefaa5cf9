"""The log-odds that two tellings are of one happening: by weights where one word tells both, by trees where two do."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.company import Company
from timeline.merge.pairs import likelihood, told_twice, trigger_link
from timeline.merge.profile import Profile
from timeline.merge.stories import Library
from timeline.merge.trees import scores

Pair = tuple[Profile, Profile]
ONE_WORD = ("same", "family")  # “invasion” is “invaded” in another form


def undated(pairs: Sequence[Pair], library: Library, company: Company) -> list[float]:
    """What speaks for one happening and against it, for each pair of tellings, whatever their dates."""
    likeness = [library.likeness(one.telling.article.id, other.telling.article.id) for one, other in pairs]
    evidence = (
        company.evidence(one, other, alike)
        for (one, other), alike in zip(pairs, likeness, strict=True)
        if by_trees(one, other)
    )
    learned = iter(scores(list(evidence)))
    return [
        next(learned) + told_twice(one, other) if by_trees(one, other) else likelihood(one, other, alike)
        for (one, other), alike in zip(pairs, likeness, strict=True)
    ]


def by_trees(one: Profile, other: Profile) -> bool:
    """Whether two words tell them that are not of one family: for such pairs single weights do not do."""
    link = trigger_link(one, other)
    return link is None or link.kind not in ONE_WORD
