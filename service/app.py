"""The application: settings, routes, errors and what lives as long as the process, put together."""

from __future__ import annotations

import asyncio
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

from service.caching import EntityTags
from service.logs import write_logs
from service.problems import HANDLERS as ERRORS
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


def create_app(settings: Settings | None = None) -> Litestar:
    """The service, which reads its settings from the environment unless they are given."""
    settings = settings or Settings.from_environment()
    return Litestar(
        route_handlers=[*RESOURCES, *PAGES],
        state=State({"settings": settings}),
        lifespan=[running],
        dependencies={
            "store": Provide(get_store, sync_to_thread=False),
            "extractors": Provide(get_extractors, sync_to_thread=False),
        },
        middleware=[EntityTags()],
        exception_handlers=ERRORS,
        cors_config=CORSConfig(allow_methods=["GET", "HEAD", "OPTIONS"], expose_headers=["ETag", "Location"]),
        compression_config=CompressionConfig(
            backend="gzip", gzip_compress_level=4, minimum_size=1000, exclude="^/v1/stream"
        ),
        request_max_body_size=settings.max_body_bytes,
        openapi_config=OpenAPIConfig(
            title="Event timeline",
            version=version("event-timeline"),
            path="/schema",
            render_plugins=[JsonRenderPlugin(), YamlRenderPlugin()],
        ),
        logging_config=None,
    )


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
        app.state.update({"store": store, "extractors": extractors, "wake": duty.wake})
        await stack.enter_async_context(on_duty(duty))
        app.state.watch = watch = Watch(store.last_seq)
        looking = asyncio.create_task(watch.look())
        stack.callback(looking.cancel)
        stack.enter_context(at_the_end(watch.close))
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
