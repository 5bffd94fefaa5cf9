"""Tellings of one happening put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.merge.candidates import candidates
from timeline.merge.collection import Collection
from timeline.merge.company import Company
from timeline.merge.linkage import link
from timeline.merge.odds import undated
from timeline.merge.pairs import date_evidence
from timeline.merge.profile import Profile

ENOUGH = -0.4  # mean log-odds between two groups that are joined; tuned on the training part of ECB+
ABSENT = -2.0  # what a pair counts that was not worth comparing
AT_ONCE = 20_000  # pairs whose evidence is held at once


class Judge:
    """Puts tellings of one happening together; remembers what it compared, for only dates change between rounds."""

    def __init__(self, collection: Collection, company: Company) -> None:
        """Judge the tellings of this collection."""
        self.collection = collection
        self.company = company
        self.known: dict[tuple[int, int], float] = {}

    def groups(self, profiles: Sequence[Profile]) -> Iterator[list[Profile]]:
        """Groups of tellings of one happening, in the order of their first; always of the same tellings."""
        pairs = sorted(candidates(profiles, self.collection.story))
        new = [pair for pair in pairs if pair not in self.known]
        for first in range(0, len(new), AT_ONCE):
            self.learn(new[first : first + AT_ONCE], profiles)
        scores = {(i, j): self.known[i, j] + date_evidence(profiles[i], profiles[j]) for i, j in pairs}
        for group in link(len(profiles), scores, least=ENOUGH, absent=ABSENT):
            yield [profiles[at] for at in group]

    def learn(self, pairs: Sequence[tuple[int, int]], profiles: Sequence[Profile]) -> None:
        """Remember what speaks for one happening, whatever the dates."""
        compared = [(profiles[i], profiles[j]) for i, j in pairs]
        self.known.update(zip(pairs, undated(compared, self.collection.library, self.company), strict=True))
