"""What broke underneath HTTP, as a FetchError that tells our end of the line from theirs."""

from __future__ import annotations

import ssl

import httpcore
import httpx

from timeline.fetching.errors import FetchError

TRANSPORT_FAULTS = (
    httpx.HTTPError,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
    httpcore.UnsupportedProtocol,
)


def told(error: Exception) -> FetchError:
    """The failure in our own words; what the library said stays in it."""
    detail = str(error) or type(error).__name__
    if isinstance(error.__cause__, ssl.SSLError):
        return FetchError(f"no secure connection: {detail}", reason="certificate")
    match error:
        case httpx.ConnectTimeout() | httpcore.ConnectTimeout():
            return FetchError("nobody answered the call", reason="unreachable")
        case httpx.ConnectError() | httpcore.ConnectError():
            return FetchError(f"no connection: {detail}", reason="unreachable")
        case httpx.TimeoutException() | httpcore.TimeoutException():
            return FetchError("the server stopped answering", reason="too_slow")
        case _:
            return FetchError(f"the connection broke off: {detail}", reason="broken_off")
