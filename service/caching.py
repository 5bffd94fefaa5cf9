"""Entity tags and true 304s: Litestar sets the one and never answers the other (measured)."""

from __future__ import annotations

import hashlib

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

# What a 304 carries of the answer it stands for (RFC 9110, 15.4.5), and what browsers need to read it at all.
KEPT = (b"cache-control", b"content-location", b"date", b"etag", b"expires", b"vary", b"access-control-")


class EntityTags(ASGIMiddleware):
    """Tags each whole GET answer with its bytes' weak tag; stands outside compression and leaves streams alone."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Hold the head of an answer back until its body tells the tag."""
        if scope["type"] != ScopeType.HTTP or scope["method"] not in ("GET", "HEAD"):
            await next_app(scope, receive, send)
            return
        wanted = dict(scope["headers"]).get(b"if-none-match", b"")
        head: Message | None = None

        async def tagged(message: Message) -> None:
            nonlocal head
            if message["type"] == "http.response.start" and message["status"] == 200:
                head = message
                return
            if message["type"] == "http.response.body" and head is not None:
                start, head = head, None
                for part in answer(start, message, wanted):
                    await send(part)
                return
            await send(message)

        await next_app(scope, receive, tagged)


def answer(start: Message, body: Message, wanted: bytes) -> tuple[Message, Message]:
    """The answer with its tag, or the 304 in its place when the asker holds that tag already."""
    assert start["type"] == "http.response.start"
    assert body["type"] == "http.response.body"
    headers = list(start["headers"])
    if body.get("more_body", False) or (not body["body"] and b"etag" not in dict(headers)):
        return start, body  # a stream, or a HEAD: there are no bytes to tag
    tag = dict(headers).get(b"etag")
    if tag is None:
        tag = weak_tag(timeless(body["body"]))
        headers.append((b"etag", tag))
    if not matches(wanted, tag):
        return {**start, "headers": headers}, body
    kept = [(name, value) for name, value in headers if name.startswith(KEPT)]
    return {**start, "status": 304, "headers": kept}, {**body, "body": b""}


def timeless(content: bytes) -> bytes:
    """The bytes without the time at which gzip packed them, which is all that differs from one second to the next."""
    return content[:4] + content[8:] if content.startswith(b"\x1f\x8b\x08") else content


def weak_tag(content: bytes) -> bytes:
    """A weak tag of these bytes."""
    return b'W/"' + hashlib.blake2b(content, digest_size=12).hexdigest().encode() + b'"'


def matches(wanted: bytes, tag: bytes) -> bool:
    """Whether If-None-Match names the tag, by weak comparison (RFC 9110, 13.1.2)."""
    if wanted.strip() == b"*":
        return True
    return tag.removeprefix(b"W/") in (listed.strip().removeprefix(b"W/") for listed in wanted.split(b","))
