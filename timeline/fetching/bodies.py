"""The body of an answer, inflated step by step and never beyond a cap."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable, Iterator
from io import BytesIO

from timeline.fetching.errors import FetchError

# httpx inflates a whole chunk at once: 64 KB of gzip came out as one chunk of 67 MB (measured).
STEP = 64 * 1024
GZIP = zlib.MAX_WBITS | 16


async def read_body(parts: AsyncIterable[bytes], *, encoding: str, limit: int) -> bytes:
    """The body after decompression; raises FetchError beyond `limit` bytes and for an encoding nobody asked for."""
    inflater = _inflater(encoding)
    body = BytesIO()  # which hands out what it holds without a second copy
    async for part in parts:
        for step in inflater.steps(part):
            body.write(step)
            if body.tell() > limit:
                raise FetchError(f"more than {limit} bytes", reason="too_large")
    if not inflater.complete:
        raise FetchError("the compressed body breaks off", reason="malformed")
    return body.getvalue()


async def read_start(parts: AsyncIterable[bytes], *, encoding: str, limit: int) -> bytes:
    """What can be read of a body's first `limit` bytes; a body that breaks is as long as it got."""
    start = bytearray()
    try:
        inflater = _inflater(encoding)
        async for part in parts:
            for step in inflater.steps(part):
                start += step[: limit - len(start)]
                if len(start) >= limit:
                    return bytes(start)
    except FetchError:
        return bytes(start)
    return bytes(start)


class Plain:
    """A body that is not compressed."""

    complete = True

    def steps(self, data: bytes) -> Iterator[bytes]:
        """The same bytes."""
        yield data


class Gunzip:
    """A gzip body, member after member."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(GZIP)
        self.complete = True

    def steps(self, data: bytes) -> Iterator[bytes]:
        """What `data` inflates to, in steps of at most 64 KB."""
        while data:
            if self._member.eof:
                self._member = zlib.decompressobj(GZIP)
            try:
                step = self._member.decompress(data, STEP)
            except zlib.error as error:
                raise FetchError(f"the compressed body is broken: {error}", reason="malformed") from error
            yield step
            data = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            self.complete = self._member.eof


def _inflater(encoding: str) -> Plain | Gunzip:
    match encoding.strip().lower():
        case "" | "identity":
            return Plain()
        case "gzip" | "x-gzip":
            return Gunzip()
        case other:
            raise FetchError(f"the body is encoded as {other!r}, which was not asked for", reason="malformed")
