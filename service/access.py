"""Who may read and who may write: whoever has a key for it, or, where there is none, whoever sits at this machine."""

from __future__ import annotations

import binascii
import hmac
from asyncio import to_thread
from base64 import b64decode
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers.base import BaseRouteHandler

if TYPE_CHECKING:
    from service.settings import Settings
    from timeline.store import Store

Connection = ASGIConnection[Any, Any, Any, Any]
Scope = Literal["read", "write"]
FORWARDING = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
# What holds nothing of the chronology: whether the service lives, how it is called, and what its pages are made of.
OPEN = ("/healthz", "/readyz", "/schema", "/static/", "/embed.js", "/embed/frame.js")
NEEDED = "this call needs a key: Authorization: Bearer <key> or X-API-Key: <key>"


async def may_write(connection: Connection, _handler: BaseRouteHandler) -> None:
    """Let a call pass that may write.

    Raises 401 without the right key, 403 with one that only reads, and from afar where there is no key for writing.
    """
    key = given_key(connection)
    match await scope_of(connection, key):
        case "write":
            return
        case "read":
            raise PermissionDeniedException("this key only reads: make one with `timeline keys add NAME --scope write`")
        case None:
            pass
    needed = True if key else await to_thread(has_write_key, connection)
    if needed:
        raise NotAuthorizedException(NEEDED, headers={"WWW-Authenticate": 'Bearer realm="timeline"'})
    if not (is_loopback(connection.app.state.settings.host) and is_local(connection)):
        raise PermissionDeniedException(
            "to write from outside this machine, make a key with `timeline keys add NAME --scope write`, or set "
            "TIMELINE_API_KEY"
        )


async def may_read(connection: Connection, _handler: BaseRouteHandler) -> None:
    """Let a call pass where reading needs a key; browsers may give it as the password of HTTP Basic."""
    path = connection.scope["path"]
    if path.startswith(OPEN):
        return
    if await scope_of(connection, given_key(connection) or password(connection)) is None:
        raise NotAuthorizedException(
            NEEDED, headers={"WWW-Authenticate": 'Bearer realm="timeline", Basic realm="timeline", charset="UTF-8"'}
        )


async def scope_of(connection: Connection, key: str) -> Scope | None:
    """What a key opens; None for one that opens nothing."""
    settings: Settings = connection.app.state.settings
    if not key:
        return None
    if settings.api_key is not None and hmac.compare_digest(key.encode(), settings.api_key.encode()):
        return "write"
    store: Store = connection.app.state.store
    found = await to_thread(store.key, key)
    return found.scope if found else None


def has_write_key(connection: Connection) -> bool:
    """Whether there is any key with which one may write."""
    if connection.app.state.settings.api_key is not None:
        return True
    store: Store = connection.app.state.store
    return any(key.scope == "write" and key.revoked_at is None for key in store.access_keys())


def given_key(connection: Connection) -> str:
    """The key a call brings, empty when it brings none."""
    scheme, _, credentials = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip()
    return connection.headers.get("x-api-key", "")


def password(connection: Connection) -> str:
    """The password of HTTP Basic, for reading only: browsers send it along with calls that other pages make them do."""
    scheme, _, credentials = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic" or getattr(connection, "method", "GET") not in ("GET", "HEAD"):
        return ""
    try:
        return b64decode(credentials.strip(), validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


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
