"""oEmbed: who is given an address of ours learns how to show it (oembed.com, version 1.0)."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery, QueryParameter

from service.problems import problem
from service.widget.asking import saved_of
from service.widget.links import Asked, base_of
from service.widget.snippets import FRAME_HEIGHT, frame_snippet, read_embedding, spoken
from timeline.store import Store

WIDTH = 640
PAGES = ("", "/embed", "/embed/frame")  # what shows a chronology, and can stand in a frame
SAVED = re.compile(r"/(?:embed|timelines)/(?P<slug>[^/]+)")  # and what shows a saved one


@get("/oembed", include_in_schema=False, sync_to_thread=True)
def answer_oembed(
    store: NamedDependency[Store],
    request: Asked,
    url: FromQuery[str],
    format: FromQuery[str] = "json",  # noqa: A002  # oEmbed's own name
    maxwidth: Annotated[int, QueryParameter(ge=1)] = WIDTH,
    maxheight: Annotated[int, QueryParameter(ge=1)] = FRAME_HEIGHT,
) -> Response[dict[str, Any]]:
    """The frame of the chronology that an address of ours shows; 404 for any other address, 501 for XML."""
    if format != "json":
        return problem(request, HTTPStatus.NOT_IMPLEMENTED, "only format=json is answered")
    base = base_of(request)
    width, height = min(WIDTH, maxwidth), min(FRAME_HEIGHT, maxheight)
    asked = shown_by(url, base)
    embedding = read_embedding(asked)
    saved = saved_of(store, embedding.filters)
    if saved is None and embedding.filters.get("timeline"):
        raise NotFoundException("no timeline is saved under that name")
    if saved is not None:
        embedding = read_embedding({"lang": spoken(saved.language), **asked})
    title = saved.title if saved else "Chronology"
    content = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Event timeline",
        "provider_url": f"{base}/",
        "html": frame_snippet(base, embedding, title=title, width=str(width), height=height),
        "width": width,
        "height": height,
        "cache_age": 3600,
    }
    return Response(content)


def shown_by(url: str, base: str) -> dict[str, str]:
    """The parameters of an address that shows a chronology of ours; raises NotFoundException for any other."""
    try:
        asked, ours = urlsplit(url), urlsplit(base)
    except ValueError as error:
        raise NotFoundException("that is no address") from error
    place = asked.path.rstrip("/").removeprefix(ours.path)
    if (asked.scheme, asked.netloc) != (ours.scheme, ours.netloc) or not (place in PAGES or SAVED.fullmatch(place)):
        raise NotFoundException("no page of this service that can be embedded stands at that address")
    parameters = dict(parse_qsl(asked.query))
    saved = SAVED.fullmatch(place) if place not in PAGES else None
    return parameters if saved is None else {**parameters, "timeline": unquote(saved["slug"])}
