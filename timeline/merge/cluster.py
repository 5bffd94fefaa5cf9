"""Tellings of one happening put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.merge.candidates import candidates
from timeline.merge.collection import Collection
from timeline.merge.linkage import link
from timeline.merge.pairs import date_evidence, likelihood
from timeline.merge.profile import Profile

ENOUGH = -0.4  # mean log-odds between two groups that are joined; tuned on the training part of ECB+
ABSENT = -2.0  # what a pair counts that was not worth comparing


class Judge:
    """Puts tellings of one happening together; remembers what it compared, for only dates change between rounds."""

    def __init__(self, collection: Collection) -> None:
        """Judge the tellings of this collection."""
        self.collection = collection
        self.likelihoods: dict[tuple[int, int], float] = {}

    def groups(self, profiles: Sequence[Profile]) -> Iterator[list[Profile]]:
        """Groups of tellings of one happening, in the order of their first; always of the same tellings."""
        pairs = sorted(candidates(profiles, self.collection.story))
        scores = {(i, j): self.likelihood(i, j, profiles) + date_evidence(profiles[i], profiles[j]) for i, j in pairs}
        for group in link(len(profiles), scores, least=ENOUGH, absent=ABSENT):
            yield [profiles[at] for at in group]

    def likelihood(self, i: int, j: int, profiles: Sequence[Profile]) -> float:
        """What was learned to speak for one happening, computed once."""
        if (i, j) not in self.likelihoods:
            one, other = profiles[i], profiles[j]
            likeness = self.collection.library.likeness(one.telling.article.id, other.telling.article.id)
            self.likelihoods[i, j] = likelihood(one, other, likeness)
        return self.likelihoods[i, j]
