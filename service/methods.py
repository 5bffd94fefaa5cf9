"""What HTTP asks of every route: HEAD wherever there is GET, and a problem where a page of another origin may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar.enums import HttpMethod, ScopeType
from litestar.serialization import encode_json

from service.problems import MEDIA_TYPE, content

if TYPE_CHECKING:
    from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

REFUSED = "pages of other origins may read (GET, HEAD, OPTIONS) and nothing else"


class Methods:
    """Stands outside the whole application, because its router knows neither."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        match scope["method"]:
            case "HEAD":
                asked: HTTPScope = {**scope, "method": HttpMethod.GET}
                await self.app(asked, receive, without_body(with_head(send)))
            case "OPTIONS" if not any(name == b"origin" for name, _ in scope["headers"]):
                # The router's own answer names one of two handlers of a path only; its refusals name all methods.
                asked = {**scope, "method": HttpMethod.TRACE}
                await self.app(asked, receive, as_options(with_head(send)))
            case "OPTIONS":
                await self.app(scope, receive, with_problem(with_head(send), scope["path"]))
            case _:
                await self.app(scope, receive, with_head(send))


def without_body(send: Send) -> Send:
    """Send the head of an answer and end there, as HEAD asks (RFC 9110, 9.3.2), however long the answer would go on."""
    ended = False

    async def send_head(message: Message) -> None:
        nonlocal ended
        if message["type"] != "http.response.body":
            await send(message)
        elif not ended:
            ended = True
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    return send_head


def as_options(send: Send) -> Send:
    """Answer 204 with the methods that are allowed, in place of a refusal that names them."""
    refused = False

    async def send_allowed(message: Message) -> None:
        nonlocal refused
        if message["type"] == "http.response.start" and message["status"] == 405:
            refused = True
            kept = [(name, value) for name, value in message["headers"] if name == b"allow"]
            await send({**message, "status": 204, "headers": kept})
        elif refused:
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        else:
            await send(message)

    return send_allowed


def with_head(send: Send) -> Send:
    """Name HEAD among the methods that are allowed wherever GET is."""

    async def send_allowed(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] in (204, 405):
            headers = [(name, allowed(value) if name == b"allow" else value) for name, value in message["headers"]]
            message = {**message, "headers": headers}
        await send(message)

    return send_allowed


def allowed(methods: bytes) -> bytes:
    """The methods with HEAD after GET."""
    names = methods.split(b", ")
    return methods.replace(b"GET", b"GET, HEAD") if b"GET" in names and b"HEAD" not in names else methods


def with_problem(send: Send, path: str) -> Send:
    """Refuse a preflight with a problem; the framework says it in plain text."""
    refused = False

    async def send_problem(message: Message) -> None:
        nonlocal refused
        if message["type"] == "http.response.start" and message["status"] == 400:
            refused = True
            body = encode_json(content(403, REFUSED, path))
            headers = [(b"content-type", MEDIA_TYPE.encode()), (b"content-length", str(len(body)).encode())]
            await send({"type": "http.response.start", "status": 403, "headers": headers})
            await send({"type": "http.response.body", "body": body, "more_body": False})
        elif not refused:
            await send(message)

    return send_problem
