"""`/healthz` and `/readyz`: whether the process lives, and whether it can do its work."""

from __future__ import annotations

from asyncio import to_thread

from litestar import Response, get
from litestar.di import NamedDependency

from service.refresh.extractors import Extractors
from timeline.store import Store


@get("/healthz", operation_id="healthz", summary="Whether the process lives")
async def healthz() -> dict[str, str]:
    """It answers, so it lives."""
    return {"status": "ok"}


@get("/readyz", operation_id="readyz", summary="Whether the service can do its work")
async def readyz(store: NamedDependency[Store], extractors: NamedDependency[Extractors]) -> Response[dict[str, str]]:
    """200 when the database answers with its migrations at head, the model is loaded and reading does not fail."""
    faults = {
        "database": await to_thread(store.fault),
        "model": None if extractors.ready else "the model is not loaded yet",
        "reading": extractors.trouble,
    }
    ready = not any(faults.values())
    content = {"status": "ready" if ready else "not ready", **{name: fault or "ok" for name, fault in faults.items()}}
    return Response(content, status_code=200 if ready else 503)
