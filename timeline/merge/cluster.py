"""Tellings of one happening put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.merge.candidates import candidates
from timeline.merge.linkage import link
from timeline.merge.pairs import score
from timeline.merge.profile import Profile
from timeline.merge.stories import Library

ENOUGH = -0.25  # mean log-odds between two groups that are joined; tuned on the training part of ECB+
ABSENT = -2.0  # what a pair counts that was not worth comparing


def cluster(profiles: Sequence[Profile], story: Mapping[str, int], library: Library) -> Iterator[list[Profile]]:
    """Groups of tellings of one happening, in the order of their first."""
    scores = {
        (i, j): score(profiles[i], profiles[j], library.likeness(article(profiles[i]), article(profiles[j])))
        for i, j in sorted(candidates(profiles, story))
    }
    for group in link(len(profiles), scores, least=ENOUGH, absent=ABSENT):
        yield [profiles[at] for at in group]


def article(profile: Profile) -> str:
    """The id of the article that a telling stands in."""
    return profile.telling.article.id
