"""Is it us? An outage of our own network is told from the faults of feeds by how many hosts fail at once."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.fetching import FetchError
from timeline.refresh.decide import Seen
from timeline.store import Feed

HOSTS = 3  # that fail at least: one or two may really be down


def is_outage(looks: Sequence[tuple[Feed, Seen]]) -> bool:
    """Whether most of the feeds looked at together failed before anything was reached, on several hosts.

    Those that failed the last time say nothing of it: many a feed is dead for good.
    """
    counted = [(feed, seen) for feed, seen in looks if not feed.error_count]
    failed = [feed for feed, seen in counted if isinstance(seen, FetchError) and seen.of_the_network]
    return len({feed.host for feed in failed}) >= HOSTS and 2 * len(failed) > len(counted)
