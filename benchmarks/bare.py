"""A Litestar route that sends the bytes of $BENCH_BODY and does nothing else: the floor to be held against."""

from __future__ import annotations

import os
from pathlib import Path

from litestar import Litestar, MediaType, Response, get

BODY = Path(os.environ["BENCH_BODY"]).read_bytes()


@get("/v1/timeline")
async def timeline() -> Response[bytes]:
    """The same bytes, whatever is asked."""
    return Response(BODY, media_type=MediaType.JSON)


app = Litestar([timeline], openapi_config=None)
