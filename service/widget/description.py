"""The description of the API as a page: what each route takes and answers; without a script, without anybody else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from litestar import Response, get

from service.widget.links import Asked, mount
from service.widget.rendering import page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from litestar import Litestar

Described = dict[str, Any]
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A parameter of a call, a field of a shape or, by its status, an answer; `shape` names the shape that it holds."""

    name: str
    kind: str
    shape: str | None
    about: str
    required: bool
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A method of a route; `body` is the shape of what is sent."""

    id: str
    method: str
    path: str
    summary: str
    about: str
    fields: tuple[FieldView, ...]
    answers: tuple[FieldView, ...]
    body: FieldView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeView:
    """An object that is sent or answered."""

    name: str
    about: str
    fields: tuple[FieldView, ...]


@get("/api", include_in_schema=False, sync_to_thread=True)
def show_api(request: Asked) -> Response[str]:
    """The whole of it in one page."""
    title, version, calls, shapes = described(request.app)
    return page("api.html", root=mount(request), title=title, version=version, calls=calls, shapes=shapes)


@cache
def described(app: Litestar) -> tuple[str, str, tuple[CallView, ...], tuple[ShapeView, ...]]:
    """The API's title and version, its calls by path, and the shapes of what they send and answer."""
    whole: Described = app.openapi_schema.to_schema()
    calls = tuple(call for path, routes in sorted(whole["paths"].items()) for call in calls_of(path, routes))
    shapes = whole["components"].get("schemas", {})
    views = tuple(shape_view(name, shape) for name, shape in sorted(shapes.items()) if shape.get("properties"))
    return whole["info"]["title"], whole["info"]["version"], calls, views


def calls_of(path: str, routes: Mapping[str, Described]) -> Iterator[CallView]:
    """The methods of a route."""
    for method in METHODS:
        if method in routes:
            yield call_view(method, path, routes[method])


def call_view(method: str, path: str, call: Described) -> CallView:
    """One method of a route."""
    sent = call.get("requestBody")
    return CallView(
        id=call["operationId"],
        method=method.upper(),
        path=path,
        summary=call.get("summary", ""),
        about=call.get("description", ""),
        fields=tuple(map(parameter_view, call.get("parameters", ()))),
        body=field_view("body", schema_of(sent), required=sent.get("required", False)) if sent else None,
        answers=tuple(answer_view(status, one) for status, one in sorted(call["responses"].items())),
    )


def parameter_view(given: Described) -> FieldView:
    """A parameter of a call."""
    schema = {**given["schema"], **({"description": given["description"]} if "description" in given else {})}
    return field_view(given["name"], schema, required=given.get("required", False), place=given["in"])


def schema_of(content: Described) -> Described:
    """The schema of a body: that of its first media type."""
    kinds: dict[str, Described] = content.get("content", {})
    return next((kind.get("schema", {}) for kind in kinds.values()), {})


def answer_view(status: str, answer: Described) -> FieldView:
    """One answer of a call."""
    return FieldView(
        name=status,
        kind=", ".join(answer.get("content", {})),
        shape=shape_in(schema_of(answer)),
        about=answer.get("description", ""),
        required=False,
    )


def field_view(name: str, schema: Described, *, required: bool, place: str = "") -> FieldView:
    """A parameter or a field."""
    return FieldView(
        name=name,
        kind=kind_of(schema),
        shape=shape_in(schema),
        about=schema.get("description", ""),
        required=required,
        place=place,
    )


def shape_view(name: str, shape: Described) -> ShapeView:
    """A shape and its fields."""
    needed = shape.get("required", ())
    fields = tuple(field_view(each, one, required=each in needed) for each, one in shape["properties"].items())
    return ShapeView(name=name, about=shape.get("description", ""), fields=fields)


def shape_in(schema: Described) -> str | None:
    """The name of the shape that a schema refers to, itself or in its items or choices."""
    if reference := schema.get("$ref"):
        return str(reference).rpartition("/")[2]
    within = [schema["items"]] if "items" in schema else [*schema.get("oneOf", ()), *schema.get("anyOf", ())]
    return next((found for one in within if (found := shape_in(one))), None)


def kind_of(schema: Described) -> str:
    """A schema's type in a few words."""
    if "$ref" in schema:
        return shape_in(schema) or ""
    if choices := schema.get("oneOf") or schema.get("anyOf"):
        return " or ".join(dict.fromkeys(map(kind_of, choices)))
    if schema.get("enum"):
        return " | ".join(str(one) for one in schema["enum"] if one not in ("", None))
    if schema.get("type") == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    types = schema.get("type", "any")
    kind = " or ".join(types) if isinstance(types, list) else str(types)
    bounds = [str(schema[edge]) for edge in ("minimum", "maximum") if edge in schema]
    limits = f" ({' to '.join(bounds)})" if len(bounds) == 2 else ""
    return kind + limits + (f", {schema['format']}" if "format" in schema else "")
