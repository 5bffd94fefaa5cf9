"""The description of the API (OpenAPI 3.1): what the framework cannot know of our errors and of our keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from litestar.openapi.spec import (
    Components,
    OpenAPIHeader,
    OpenAPIMediaType,
    OpenAPIResponse,
    OpenAPIType,
    Operation,
    Parameter,
    Reference,
    Schema,
    SecurityScheme,
)

from service.access import OPEN
from service.formats import FORMATS
from service.problems import MEDIA_TYPE
from service.views.changes import ChangesView
from service.views.events import TimelineView

if TYPE_CHECKING:
    from litestar.openapi.spec import OpenAPI, PathItem

JSON = "application/json"
PROBLEM = Schema(
    type=OpenAPIType.OBJECT,
    title="Problem",
    description="RFC 9457; `errors` names the fields that were wrong",
    required=["type", "title", "status", "detail", "instance"],
    properties={
        "type": Schema(type=OpenAPIType.STRING),
        "title": Schema(type=OpenAPIType.STRING),
        "status": Schema(type=OpenAPIType.INTEGER),
        "detail": Schema(type=OpenAPIType.STRING),
        "instance": Schema(type=OpenAPIType.STRING),
        "errors": Schema(
            type=OpenAPIType.ARRAY,
            items=Schema(
                type=OpenAPIType.OBJECT,
                required=["field", "message"],
                properties={
                    "field": Schema(type=OpenAPIType.STRING),
                    "message": Schema(type=OpenAPIType.STRING),
                },
            ),
        ),
    },
)
REASONS = {
    400: "something in the call cannot be read",
    401: "a key is needed, or this one opens nothing",
    403: "this key, or this caller, may not",
    404: "there is no such thing",
    409: "it does not fit what the store holds",
    413: "the body is larger than TIMELINE_MAX_BODY_BYTES",
    422: "the article is refused",
    429: "too many calls within a minute: Retry-After says how long to wait",
    500: "the service made a mistake, which its log tells",
    502: "the address does not answer as it should",
    503: "the service cannot do it just now",
}
# What the types of the routes do not say: answers that are sent as they were stored, and further errors.
ANSWERS = {
    "show_timeline": "TimelineView",
    "show_timeline_json": "TimelineView",
    "show_timeline_events": "TimelineView",
    "show_timeline_events_json": "TimelineView",
    "show_event": "EventView",
    "list_changes": "ChangesView",
}
ALSO = {
    "show_timeline": (404,),
    "show_timeline_json": (404,),
    "list_changes": (409,),
    "stream_changes": (409,),
    "add_feed": (502,),
    "refresh_feed": (502,),
}
OWN_WORDS = {"readyz"}  # whose 503 says what is not ready
ABOUT = {
    "event_id": "the event's id, or one that it had before a merge",
    "article_id": "the article's id",
    "feed_id": "the feed's number",
    "force": "also within a minute of the last look",
    "slug": "the name of a saved timeline in addresses",
    "kind": "only names of this kind",
    "q": "words of titles, quotes, names or places",
    "text": "another name of `q`",
    "name": "a person, body or place that is named",
    "source": "the outlet that tells it",
    "status": "what can be said of it",
    "limit": "how many on a page",
    "cursor": "`next` of the page before",
}
EVERYWHERE = (400, 401, 429, 500, 503)
WRITING = (403, 404, 409, 413, 422)
TEXT = OpenAPIMediaType(schema=Schema(type=OpenAPIType.STRING))
STREAMED = OpenAPIMediaType(
    schema=Schema(type=OpenAPIType.STRING, description="`id`, `event` and `data` of each change")
)
FAULTS = OpenAPIMediaType(schema=Schema(type=OpenAPIType.OBJECT, additional_properties=Schema(type=OpenAPIType.STRING)))
EVENT_STREAM = "text/event-stream"
NEGOTIATED = {"show_timeline", "show_timeline_events"}
PAGED = {*NEGOTIATED, "show_timeline_json", "show_timeline_events_json"}


def header(about: str, kind: OpenAPIType = OpenAPIType.STRING) -> OpenAPIHeader:
    """A header of an answer."""
    return OpenAPIHeader(description=about, schema=Schema(type=kind))


TAG = {"ETag": header("what to send as If-None-Match, to be answered with 304 while it is still so")}
NEXT = {"Link": header('`<…>; rel="next"`: the page after this one')}
WAIT = {"Retry-After": header("how many seconds to wait", OpenAPIType.INTEGER)}
KEYS = {
    "bearer": SecurityScheme(type="http", scheme="bearer", description="`Authorization: Bearer <key>`"),
    "header": SecurityScheme(type="apiKey", name="X-API-Key", security_scheme_in="header"),
}


def complete(description: OpenAPI, *, read_needs_key: bool) -> None:
    """Give every operation its errors, as problems, the headers of its answers, and the keys it needs."""
    components = description.components
    assert isinstance(components, Components)
    components.schemas["Problem"] = PROBLEM
    components.schemas.update(shapes())
    components.security_schemes = {**(components.security_schemes or {}), **KEYS}
    for path, item in (description.paths or {}).items():
        for method, operation in operations(item):
            operation.responses = answers_of(operation, path, method)
            if method != "get" or (read_needs_key and not path.startswith(OPEN)):
                operation.security = [{"bearer": []}, {"header": []}]
            for parameter in operation.parameters or ():
                if isinstance(parameter, Parameter):
                    parameter.description = parameter.description or ABOUT.get(parameter.name)
                    if parameter.name == "article_id":  # may hold slashes, which the framework takes for an address
                        parameter.schema = Schema(type=OpenAPIType.STRING, min_length=1)


def answers_of(operation: Operation, path: str, method: str) -> dict[str, Any]:
    """All answers of an operation: what the framework knows of it, its errors, and what is sent as it was stored."""
    name = operation.operation_id or ""
    exports = name.startswith("export_")
    errors = {*EVERYWHERE, *(WRITING if method != "get" else ()), *((404,) if "{" in path else ())}
    errors |= {*ALSO.get("show_timeline" if exports else name, ()), *stated(operation)}
    answers: dict[str, Any] = {**(operation.responses or {}), **{str(one): problem(one) for one in sorted(errors)}}
    if name in OWN_WORDS:
        answers["503"] = OpenAPIResponse(description=REASONS[503], content={JSON: FAULTS})
    if name in ANSWERS:
        answers["200"] = OpenAPIResponse(description="as it is now", content=content(JSON, ANSWERS[name]))
    if name in NEGOTIATED:
        answers["200"].content |= {one.media_type: TEXT for one in FORMATS if one.accepted}
    if name in NEGOTIATED or exports:
        describe_export(answers["200"])
    if name == "stream_changes":
        answers["200"].content = {EVENT_STREAM: STREAMED}
    elif method == "get":
        answers["304"] = OpenAPIResponse(description="If-None-Match names what is still so", headers={**TAG})
        answers["200"].headers = {**TAG, **(NEXT if name in PAGED or exports else {})}
    if name == "show_event":
        answers["308"] = OpenAPIResponse(description="it has become part of the event at Location")
    return answers


def describe_export(answer: Any) -> None:
    """Say that JSON of another kind is an object: the framework takes a body that it is given as text for text."""
    for media_type, body in answer.content.items():
        if media_type.endswith("json") and "ndjson" not in media_type and not isinstance(body.schema, Reference):
            answer.content[media_type] = OpenAPIMediaType(schema=Schema(type=OpenAPIType.OBJECT))


def shapes() -> dict[str, Any]:
    """The types of stored answers as JSON Schema; whoever asks for some fields only gets no others."""
    _, found = msgspec.json.schema_components([TimelineView, ChangesView], ref_template="#/components/schemas/{name}")
    found["EventView"].pop("required")
    return found


def operations(item: PathItem) -> list[tuple[str, Operation]]:
    """The methods of a path and what they do."""
    found = [(method, getattr(item, method)) for method in ("get", "post", "put", "patch", "delete")]
    return [(method, operation) for method, operation in found if operation is not None]


def stated(operation: Operation) -> set[int]:
    """The errors that a route itself says it has."""
    return {int(status) for status in operation.responses or {} if status.isdecimal() and int(status) in REASONS}


def problem(status: int) -> OpenAPIResponse:
    """An error in the description."""
    headers: dict[str, Any] | None = {**WAIT} if status == 429 else None
    return OpenAPIResponse(description=REASONS[status], headers=headers, content=content(MEDIA_TYPE, "Problem"))


def content(media_type: str, schema: str) -> dict[str, OpenAPIMediaType]:
    """A body of one of the described shapes."""
    return {media_type: OpenAPIMediaType(schema=Reference(ref=f"#/components/schemas/{schema}"))}
