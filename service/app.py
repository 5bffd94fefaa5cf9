"""The application: settings, routes, errors and what lives as long as the process, put together."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from importlib.metadata import version

from litestar import Litestar
from litestar.config.compression import CompressionConfig
from litestar.config.cors import CORSConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, YamlRenderPlugin
from litestar.stores.memory import MemoryStore
from litestar.types import ASGIApp
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from service.access import may_read
from service.answers import LEAST_PACKED, LEVEL, Answers
from service.caching import EntityTags
from service.description import complete
from service.limits import NAME as CALLERS
from service.limits import limit, sweep
from service.logs import write_logs
from service.methods import Methods
from service.negotiation import Negotiation
from service.problems import HANDLERS as ERRORS
from service.questions import only_known
from service.refresh.duty import Duty, on_duty
from service.refresh.extractors import Extractors
from service.refresh.leader import leadership
from service.routes import HANDLERS as RESOURCES
from service.settings import Settings
from service.watch import Watch, at_the_end
from service.widget import HANDLERS as PAGES
from timeline.fetching import Fetcher
from timeline.refresh import Bounds
from timeline.store import Store

# Streams are not, and pages of events and changes pack themselves: in a thread, and once for all who ask.
UNPACKED = ["^/v1/stream", "^/v1/changes$", r"^/v1/timeline(\.json)?$", r"^/v1/timelines/[^/]+/events(\.json)?$"]
EXPOSED = [
    "ETag", "Link", "Location", "RateLimit-Limit", "RateLimit-Policy", "RateLimit-Remaining", "RateLimit-Reset",
    "Retry-After",
]  # fmt: skip


def create_app(settings: Settings | None = None) -> Litestar:
    """The service, which reads its settings from the environment unless they are given."""
    settings = settings or Settings.from_environment()
    app = Litestar(
        route_handlers=[*RESOURCES, *PAGES],
        state=State({"settings": settings, "answers": Answers(settings.answers_mb * 1_000_000)}),
        lifespan=[running],
        dependencies={
            "store": Provide(get_store, sync_to_thread=False),
            "extractors": Provide(get_extractors, sync_to_thread=False),
            "fetcher": Provide(get_fetcher, sync_to_thread=False),
        },
        guards=[*([may_read] if settings.read_needs_key else []), only_known],
        middleware=[EntityTags(), *([limit(settings.rate_limit)] if settings.rate_limit else [])],
        stores={CALLERS: MemoryStore()},
        exception_handlers=ERRORS,
        cors_config=CORSConfig(allow_methods=["GET", "HEAD", "OPTIONS"], expose_headers=EXPOSED),
        compression_config=CompressionConfig(
            backend="gzip", gzip_compress_level=LEVEL, minimum_size=LEAST_PACKED, exclude=UNPACKED
        ),
        request_max_body_size=settings.max_body_bytes,
        openapi_config=OpenAPIConfig(
            title="Event timeline",
            version=version("event-timeline"),
            path="/schema",
            use_handler_docstrings=True,
            render_plugins=[JsonRenderPlugin(), YamlRenderPlugin()],
        ),
        logging_config=None,
    )
    complete(app.openapi_schema, read_needs_key=settings.read_needs_key)
    # Outside the router: what it would refuse is answered first, and what it refuses is put in order after.
    app.asgi_handler = by_way_of(settings.trusted_proxies, Methods(Negotiation(app.asgi_handler)))
    return app


def by_way_of(proxies: str, application: ASGIApp) -> ASGIApp:
    """The application, which sees the caller's address instead of that of a proxy which is trusted."""
    if not proxies:
        return application
    return ProxyHeadersMiddleware(application, proxies)  # type: ignore[arg-type,return-value]  # ASGI in other words


@asynccontextmanager
async def running(app: Litestar) -> AsyncIterator[None]:
    """What lives as long as the process: the store, the reading processes, the connections, the leader's duty."""
    settings: Settings = app.state.settings
    write_logs(settings.log_format)
    async with AsyncExitStack() as stack:
        store = Store(settings.database)
        stack.callback(store.close)
        await asyncio.to_thread(store.prepare)
        extractors = Extractors(database=settings.database, model=settings.model, workers=settings.extraction_workers)
        stack.push_async_callback(asyncio.to_thread, extractors.close)
        fetcher = await stack.enter_async_context(
            Fetcher(
                contact=settings.contact,
                allow_private=settings.allow_private_addresses,
                seconds=settings.fetch_seconds,
                pause=settings.fetch_pause_seconds,
            )
        )
        duty = Duty(
            store=store,
            extractors=extractors,
            fetcher=fetcher,
            leadership=leadership(settings.database),
            tick_seconds=settings.tick_seconds,
            bounds=bounds(settings),
        )
        app.state.update({"store": store, "extractors": extractors, "fetcher": fetcher, "wake": duty.wake})
        await stack.enter_async_context(on_duty(duty))
        app.state.watch = watch = Watch(store.last_seq)
        looking = asyncio.create_task(watch.look())
        stack.callback(looking.cancel)
        sweeping = asyncio.create_task(sweep(app.stores.get(CALLERS)))  # type: ignore[arg-type]  # ours, made above
        stack.callback(sweeping.cancel)
        stack.enter_context(at_the_end(watch.close))
        # What was loaded by now stays: looking through it for garbage held every caller up for a quarter of a second.
        gc.collect()
        gc.freeze()
        stack.callback(gc.unfreeze)
        yield


def bounds(settings: Settings) -> Bounds:
    """How often feeds and pages may be looked at."""
    return Bounds(
        shortest=timedelta(seconds=settings.feed_seconds),
        longest=timedelta(seconds=max(settings.feed_seconds, settings.feed_longest_seconds)),
        revisit=timedelta(days=settings.revisit_days),
    )


def get_store(state: State) -> Store:
    """The store of this process."""
    store: Store = state.store
    return store


def get_extractors(state: State) -> Extractors:
    """The reading processes of this process."""
    extractors: Extractors = state.extractors
    return extractors


def get_fetcher(state: State) -> Fetcher:
    """The connections of this process."""
    fetcher: Fetcher = state.fetcher
    return fetcher
