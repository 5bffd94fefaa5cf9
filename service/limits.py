"""How often one caller may ask: a number of calls a minute, told in headers (draft-ietf-httpapi-ratelimit-headers)."""

from __future__ import annotations

import asyncio
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Any

from litestar.middleware.rate_limit import RateLimitConfig
from litestar.stores.memory import MemoryStore

if TYPE_CHECKING:
    from litestar import Request
    from litestar.middleware import DefineMiddleware

NAME = "rate_limit"
UNLIMITED = ["^/healthz$", "^/readyz$", "^/static/"]
SECONDS_BETWEEN_SWEEPS = 60.0
HOST_BITS = 64  # an IPv6 customer has at least so many to choose from


def limit(calls_a_minute: int) -> DefineMiddleware:
    """The middleware that counts calls; each server process counts its own."""
    config = RateLimitConfig(
        rate_limit=("minute", calls_a_minute), exclude=UNLIMITED, identifier_for_request=caller, store=NAME
    )
    return config.middleware


def caller(request: Request[Any, Any, Any]) -> str:
    """Who counts as one caller: an address, or a network of IPv6."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, HOST_BITS), strict=False))
    return host


async def sweep(store: MemoryStore) -> None:
    """Forget callers whose minute is over, for as long as this runs; the store by itself keeps all who ever called."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_SWEEPS)
        await store.delete_expired()
