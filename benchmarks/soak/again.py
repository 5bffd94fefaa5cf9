"""The second look: a thousand feeds whose validators are known, first with faults among them, then all of them well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from benchmarks.soak.clock import Clock
from benchmarks.soak.many import FEEDS, SECONDS, Addresses, outcomes, refresh
from benchmarks.soak.site import fault, host, mend, serving, stats
from timeline.store import Fetch, Store


def measure(folder: Path, *, feeds: int = FEEDS) -> Iterator[str]:
    """Lines that tell how it went; raises AssertionError where a promise is broken."""
    own = Addresses()
    own.everywhere = True
    clock = Clock(speed=1)
    with serving() as port:
        store = Store(str(folder / "again.db"), now=clock)
        store.prepare()
        for number in range(feeds):
            feed = store.add_feed(f"http://{host(number)}:{port}/feed/{number}")
            seen = Fetch(outcome="fetched", next_check_at=store.now(), etag=f'"v{number}"')
            failed = Fetch(outcome="error", detail=f"{fault(number)}", next_check_at=store.now())
            store.record_fetch(feed.id, failed if fault(number) else seen)

        well = {feed.id for feed in store.feeds() if not feed.error_count}
        clock.passes(minutes=2)
        started = store.now()
        seconds = refresh(store, revisit=False)
        last = max(feed.checked_at or started for feed in store.feeds() if feed.id in well)
        spent = (last - started) / timedelta(seconds=1)
        yield f"{feeds - len(well)} faulty feeds among them: the {len(well)} others in {spent:.1f} s (limit {SECONDS})"
        yield f"all of them, those that hang for 30 s too, in {seconds:.1f} s: {outcomes(store)}"
        assert spent < SECONDS
        assert stats(port)["unchanged"] >= len(well)

        mend(port)
        for number, feed in enumerate(store.feeds()):
            store.record_fetch(feed.id, Fetch(outcome="fetched", next_check_at=store.now(), etag=f'"v{number}"'))
        clock.passes(minutes=2)
        for feed in store.feeds():
            store.make_due(feed.id, forced=True)
        stats(port)
        seconds = refresh(store, revisit=False)
        asked = stats(port)
        yield f"all well: {seconds:.1f} s (limit {SECONDS}), {dict(asked)}"
        assert (asked["feed"], asked["conditional"], asked["unchanged"], asked["page"]) == (feeds, feeds, feeds, 0)
        assert seconds < SECONDS
        store.close()
    own.restore()
