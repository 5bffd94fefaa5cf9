"""Who may write: whoever has the key, or, where none is set, whoever sits at this machine."""

from __future__ import annotations

import hmac
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers.base import BaseRouteHandler

from service.settings import Settings

Connection = ASGIConnection[Any, Any, Any, Any]
FORWARDING = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


def may_write(connection: Connection, _handler: BaseRouteHandler) -> None:
    """Let a call pass that may write; raises 401 without the right key, 403 from afar where no key is set."""
    settings: Settings = connection.app.state.settings
    if settings.api_key is None:
        if not (is_loopback(settings.host) and is_local(connection)):
            raise PermissionDeniedException("set TIMELINE_API_KEY to write from outside this machine")
        return
    if not hmac.compare_digest(given_key(connection).encode(), settings.api_key.encode()):
        raise NotAuthorizedException(
            "this call needs the key: Authorization: Bearer <key> or X-API-Key: <key>",
            headers={"WWW-Authenticate": 'Bearer realm="timeline"'},
        )


def given_key(connection: Connection) -> str:
    """The key a call brings, empty when it brings none."""
    scheme, _, credentials = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip()
    return connection.headers.get("x-api-key", "")


def is_local(connection: Connection) -> bool:
    """Whether a call comes from this machine and was meant for it.

    The Host must name loopback, or a page whose name resolves to 127.0.0.1 could write (DNS rebinding); an Origin
    must too, or any page in a browser here could; and a proxy in front would make everyone look local.
    """
    client, server = connection.scope.get("client"), connection.scope.get("server")
    if client is None or server is None or any(name in connection.headers for name in FORWARDING):
        return False
    origin = connection.headers.get("origin")
    hosts = [client[0], server[0], _hostname(f"//{connection.headers.get('host', '')}")]
    return all(is_loopback(host) for host in [*hosts, *([_hostname(origin)] if origin else [])])


def is_loopback(host: str) -> bool:
    """Whether a host, by name or number, is this machine alone."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _hostname(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
