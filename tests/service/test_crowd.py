"""Many readers and one who writes: nobody gets an error, and no event is shown half."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from benchmarks.crowd import READERS, crowd

if TYPE_CHECKING:
    from tests.service.conftest import Server

TOLD = "Fire destroyed the old granary of Skelby on 4 March 2025, and mayor Ola Brandt closed the quay."


def test_64_readers_see_whole_events_while_articles_come_in(server: Server) -> None:
    """A small form of `python -m benchmarks.crowd`."""
    articles = [
        {"id": f"granary-{at}", "source": f"Crowd {at}", "published": "2025-03-05", "text": f"{TOLD} ({at} hurt.)"}
        for at in range(8)
    ]
    seen = asyncio.run(crowd(server.port, articles))
    assert seen.faults == []
    assert set(seen.answers) == {200}
    assert seen.answers.total() >= READERS
    assert seen.events > 0
    counts = [event["source_count"] for event in server.events("?q=granary&all=true")]
    assert max(counts) > 1
