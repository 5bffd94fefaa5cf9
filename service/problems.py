"""Every error as problem+json (RFC 9457): type, title, status, detail, instance, and the fields that were wrong."""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.types import ExceptionHandlersMap

from service.refresh.extractors import ExtractionFailedError
from timeline.explain import StaleEventError
from timeline.fetching import FetchError
from timeline.store import DatabaseError, NotFoundError
from timeline.types import ArticleRefusedError, TimelineError

MEDIA_TYPE = "application/problem+json"
MISSING = re.compile(r"Object missing required field `(?P<field>[^`]+)`")
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
    return Response(
        content(status, detail, request.url.path, errors=errors),
        status_code=status,
        media_type=MEDIA_TYPE,
        headers=headers,
    )


def invalid(field: str, message: str) -> ValidationException:
    """A refusal that names the field."""
    return ValidationException(message, extra=[{"key": field, "message": message}])


def content(status: int, detail: str, instance: str, *, errors: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """The members of a problem; `errors` only where fields were wrong."""
    told: dict[str, Any] = {
        "type": BLANK,
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": instance,
    }
    return {**told, "errors": errors} if errors else told


def from_http(request: Request[Any, Any, Any], error: HTTPException) -> Response[dict[str, Any]]:
    """What Litestar refuses by itself: unknown paths, wrong methods, bodies and parameters that do not fit."""
    if error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR and error.status_code != HTTPStatus.SERVICE_UNAVAILABLE:
        return from_anything(request, error)
    fields = [_field(entry, request) for entry in error.extra] if isinstance(error.extra, list) else []
    detail = "; ".join(f"{field['field']}: {field['message']}" for field in fields) or explained(request, error)
    headers = {name: str(value) for name, value in (error.headers or {}).items()}
    if error.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        headers["Retry-After"] = headers.get("RateLimit-Reset", "60")
    return problem(request, error.status_code, detail, errors=fields, headers=headers)


def from_refusal(request: Request[Any, Any, Any], error: TimelineError) -> Response[dict[str, Any]]:
    """What the library refuses on purpose."""
    match error:
        case NotFoundError():
            status = HTTPStatus.NOT_FOUND
        case StaleEventError():
            status = HTTPStatus.CONFLICT
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


def from_depth(request: Request[Any, Any, Any], error: RecursionError) -> Response[dict[str, Any]]:
    """A body whose brackets stand in one another deeper than the reader goes; elsewhere a fault of ours."""
    if request.method in ("POST", "PUT", "PATCH"):
        return problem(request, HTTPStatus.BAD_REQUEST, "the JSON of the body is nested too deeply: hundreds of levels")
    return from_anything(request, error)


def explained(request: Request[Any, Any, Any], error: HTTPException) -> str:
    """What to do about a refusal for which the framework has no more than its title."""
    match error.status_code:
        case HTTPStatus.NOT_FOUND:
            return f"there is nothing at {request.url.path}: the routes are described at /schema/openapi.json"
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return f"{request.method} is not for {request.url.path}: its header Allow names what is"
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            most = request.app.state.settings.max_body_bytes
            return f"the body is larger than {most:,} bytes (TIMELINE_MAX_BODY_BYTES): send it in parts"
        case HTTPStatus.TOO_MANY_REQUESTS:
            return "too many calls within a minute: wait as long as Retry-After says"
        case _:
            return error.detail


def _field(entry: Any, request: Request[Any, Any, Any]) -> dict[str, str]:
    """One validation error: which field, as the caller writes it, and what is wrong with it."""
    if not isinstance(entry, dict):
        return {"field": "body", "message": str(entry)}
    field, message = str(entry.get("key", "body")), str(entry.get("message", "is not valid"))
    if missing := MISSING.fullmatch(message):
        return {"field": missing["field"], "message": "is needed"}
    if field == "data":
        return {"field": "body", "message": "a JSON object is needed" if message == "'data'" else message}
    return {"field": written_names(request).get(field, field), "message": message}


def written_names(request: Request[Any, Any, Any]) -> dict[str, str]:
    """The names of a route's parameters as the world writes them, by those that Python knows them under."""
    handler = request.scope["route_handler"]
    signatures = [handler.parsed_fn_signature]
    signatures += [provided.parsed_fn_signature for provided in handler.resolve_dependencies().values()]
    return {
        name: given
        for signature in signatures
        for name, parameter in signature.parameters.items()
        if (given := getattr(parameter.kwarg_definition, "name", None))
    }


HANDLERS: ExceptionHandlersMap = {
    HTTPException: from_http,
    TimelineError: from_refusal,
    RecursionError: from_depth,
    Exception: from_anything,
}
