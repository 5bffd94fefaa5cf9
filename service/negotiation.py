"""Which format a caller gets, by the header Accept, and what caches have to know of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from litestar.enums import ScopeType

from service.formats import FORMATS

if TYPE_CHECKING:
    from litestar.types import ASGIApp, Message, Receive, Scope, Send

NEGOTIATED = re.compile("/v1/(timeline|timelines/[^/]+/events)")
ANYTHING = ("*/*", "application/*", "application/json", "text/html")  # for which JSON is the answer
BY_MEDIA_TYPE = {form.media_type.partition(";")[0]: form.suffix for form in FORMATS if form.accepted}


SET_HERE = (b"vary", b"x-content-type-options")


class Negotiation:
    """Leads a call for the chronology to the route of the format that it prefers, before the router sees it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        varies = b"Accept-Encoding"
        if NEGOTIATED.fullmatch(scope["path"]):
            varies = b"Accept, Accept-Encoding"
            if suffix := preferred(b",".join(value for name, value in scope["headers"] if name == b"accept")):
                raw = scope["raw_path"] + b"." + suffix.encode()
                scope = {**scope, "path": f"{scope['path']}.{suffix}", "raw_path": raw}
        await self.app(scope, receive, with_caching(send, varies, get=scope["method"] in ("GET", "HEAD")))


def preferred(accept: bytes) -> str | None:
    """The suffix of the format that is wanted most; None for JSON, and where nothing that is wanted is there."""
    wanted = [read_range(part) for part in accept.decode("latin-1").lower().split(",") if part.strip()]
    for _, media_type in sorted(wanted, key=lambda each: -each[0]):
        if media_type in ANYTHING:
            return None
        if media_type in BY_MEDIA_TYPE:
            return BY_MEDIA_TYPE[media_type]
    return None


def read_range(part: str) -> tuple[float, str]:
    """How much a media type is wanted (RFC 9110, 12.5.1); one that is not wanted at all comes last."""
    media_type, *parameters = (piece.strip() for piece in part.split(";"))
    weight = next((value for value in parameters if value.startswith("q=")), "q=1")
    try:
        quality = float(weight.removeprefix("q="))
    except ValueError:
        quality = 1.0
    return (quality, media_type) if quality > 0 else (0.0, "")


def with_caching(send: Send, varies: bytes, *, get: bool) -> Send:
    """Say that an answer may be kept and has to be asked for again, and by which headers of the call it differs."""

    async def send_marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [(name, value) for name, value in message["headers"] if name.lower() not in SET_HERE]
            headers += [(b"vary", varies), (b"x-content-type-options", b"nosniff")]
            if get and not any(name.lower() == b"cache-control" for name, _ in headers):
                headers.append((b"cache-control", b"no-cache"))
            message = {**message, "headers": headers}
        await send(message)

    return send_marked
