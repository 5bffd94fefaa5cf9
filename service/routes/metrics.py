"""`/metrics`: what there is to count, for Prometheus."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Iterable

from litestar import Response, get
from litestar.di import NamedDependency
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric, SummaryMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.registry import Collector

from timeline.store import Backlog, Counts, Store, Tally

STATES = ("pending", "claimed", "extracted", "merged", "failed", "removed")
FETCHES = ("fetched", "unchanged", "error", "blocked", "postponed")
CHANGES = ("created", "updated", "merged", "removed")


class Collected(Collector):
    """The state of a store as metrics; what is counted stands in the store, so that every worker answers the same."""

    def __init__(self, counts: Counts, backlog: Backlog, tallies: Iterable[Tally]) -> None:
        self._counts = counts
        self._backlog = backlog
        self._tallies = {(tally.kind, tally.label): tally for tally in tallies}

    def collect(self) -> Iterable[Metric]:
        """Every metric with its samples."""
        yield self._articles()
        yield self._queue()
        yield GaugeMetricFamily("timeline_events", "Events in the store", value=self._counts.events)
        yield GaugeMetricFamily("timeline_feeds", "Feeds that are followed", value=self._counts.feeds)
        yield GaugeMetricFamily(
            "timeline_scheduler_lag_seconds",
            "For how long the feed that is due the longest has waited to be looked at",
            value=self._backlog.lag_seconds,
        )
        yield self._counted("timeline_fetches", "Looks at feeds by what came of them", "outcome", "fetch", FETCHES)
        yield self._counted("timeline_event_changes", "Changes of events by merges", "kind", "events", CHANGES)
        read = self._tallies.get(("extraction", "read"))
        yield SummaryMetricFamily(
            "timeline_extraction_seconds",
            "Articles that were read, and the seconds that took",
            count_value=read.count if read else 0,
            sum_value=read.seconds if read else 0.0,
        )

    def _articles(self) -> Metric:
        family = GaugeMetricFamily("timeline_articles", "Articles by how far they have come", labels=["state"])
        for state in STATES:
            family.add_metric([state], self._counts.articles.get(state, 0))
        return family

    def _queue(self) -> Metric:
        family = GaugeMetricFamily("timeline_queue_depth", "What waits to be done", labels=["queue"])
        states = self._counts.articles
        family.add_metric(["read"], states.get("pending", 0) + states.get("claimed", 0))
        family.add_metric(["merge"], states.get("extracted", 0))
        family.add_metric(["feeds"], self._backlog.feeds)
        family.add_metric(["pages"], self._backlog.pages)
        return family

    def _counted(self, name: str, about: str, label: str, kind: str, known: Iterable[str]) -> Metric:
        family = CounterMetricFamily(name, about, labels=[label])
        for each in known:
            tally = self._tallies.get((kind, each))
            family.add_metric([each], tally.count if tally else 0)
        return family


@get("/metrics", include_in_schema=False)
async def show_metrics(store: NamedDependency[Store]) -> Response[bytes]:
    """The metrics of the store in Prometheus' text format."""
    return Response(await to_thread(exposition, store), media_type=CONTENT_TYPE_PLAIN_0_0_4)


def exposition(store: Store) -> bytes:
    """What a scrape gets."""
    registry = CollectorRegistry()
    registry.register(Collected(store.counts(), store.backlog(), store.tallies()))
    return generate_latest(registry)
