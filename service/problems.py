"""Every error as problem+json (RFC 9457): type, title, status, detail, instance, and the fields that were wrong."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap

from service.refresh.extractors import ExtractionFailedError
from timeline.fetching import FetchError
from timeline.store import DatabaseError, NotFoundError
from timeline.types import ArticleRefusedError, TimelineError

MEDIA_TYPE = "application/problem+json"
BLANK = "about:blank"
log = logging.getLogger("timeline.service")


def problem(
    request: Request[Any, Any, Any],
    status: int,
    detail: str,
    *,
    errors: list[dict[str, str]] | None = None,
    headers: dict[str, str] | None = None,
) -> Response[dict[str, Any]]:
    """One problem; `type` is about:blank, so the title is that of the status (RFC 9457, 4.2.1)."""
    content: dict[str, Any] = {
        "type": BLANK,
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    if errors:
        content["errors"] = errors
    return Response(content, status_code=status, media_type=MEDIA_TYPE, headers=headers)


def from_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[dict[str, Any]]:
    """What Litestar refuses by itself: unknown paths, wrong methods, bodies and parameters that do not fit."""
    if error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR and error.status_code != HTTPStatus.SERVICE_UNAVAILABLE:
        return from_anything(request, error)
    fields = [_field(entry) for entry in error.extra] if isinstance(error.extra, list) else []
    detail = "; ".join(f"{field['field']}: {field['message']}" for field in fields) or error.detail
    headers = {name: str(value) for name, value in (error.headers or {}).items()}
    return problem(request, error.status_code, detail, errors=fields, headers=headers)


def from_refusal(request: Request[Any, Any, Any], error: TimelineError) -> Response[dict[str, Any]]:
    """What the library refuses on purpose."""
    match error:
        case NotFoundError():
            status = HTTPStatus.NOT_FOUND
        case FetchError():
            status = HTTPStatus.BAD_GATEWAY
        case ExtractionFailedError() | DatabaseError():
            status = HTTPStatus.SERVICE_UNAVAILABLE
        case ArticleRefusedError():
            status = HTTPStatus.UNPROCESSABLE_ENTITY
        case _:
            status = HTTPStatus.BAD_REQUEST
    return problem(request, status, str(error))


def from_anything(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, Any]]:
    """A fault of ours: told to the log, not to the caller."""
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, "the server made a mistake; its log says which")


def _field(entry: Any) -> dict[str, str]:
    """One validation error: which field, and what is wrong with it."""
    if not isinstance(entry, dict):
        return {"field": "body", "message": str(entry)}
    return {"field": str(entry.get("key", "body")), "message": str(entry.get("message", "is not valid"))}


HANDLERS: ExceptionHandlersMap = {
    HTTPException: from_http,
    TimelineError: from_refusal,
    Exception: from_anything,
}
