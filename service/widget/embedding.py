"""The chronology in other people's pages: the widget's files, the builder, and the page that stands in a frame."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from litestar import Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import FromPath

from service.widget.absent import absent
from service.widget.asking import ask, saved_of
from service.widget.links import Asked, base_of, event_href, mount, page_href
from service.widget.rendering import STATIC, page
from service.widget.snippets import (
    GROUPINGS,
    LANGUAGES,
    LAYOUTS,
    THEMES,
    element_snippet,
    frame_snippet,
    read_embedding,
    spoken,
)
from service.widget.views import Choice, EmbedView
from timeline.exports.listing.dates import date_view
from timeline.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from service.widget.snippets import Embedding

JAVASCRIPT = "text/javascript; charset=utf-8"
SCRIPT_HEADERS = {
    "Cache-Control": "public, max-age=3600",
    # Also to who did not ask: a browser keeps a classic script and gives the same bytes to a module of another page.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}
CHOSEN_HERE = ("name", "source", "from", "to")


def served(script: Path) -> bytes:
    """The script without the lines that are comments, and without indentation: they are for who works on it."""
    lines = (line.strip() for line in script.read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")).encode()


WIDGET, FRAME = served(STATIC / "embed.js"), served(STATIC / "frame.js")


@get("/embed.js", media_type=JAVASCRIPT, include_in_schema=False, sync_to_thread=False)
def embed_script() -> Response[bytes]:
    """The widget: one file for pages of any origin."""
    return Response(WIDGET, media_type=JAVASCRIPT, headers=SCRIPT_HEADERS)


@get("/embed/frame.js", media_type=JAVASCRIPT, include_in_schema=False, sync_to_thread=False)
def frame_script() -> Response[bytes]:
    """What gives a frame the height of its content, for pages of any origin."""
    return Response(FRAME, media_type=JAVASCRIPT, headers=SCRIPT_HEADERS)


@get("/embed", include_in_schema=False, sync_to_thread=True)
def show_builder(store: NamedDependency[Store], request: Asked) -> Response[str]:
    """What to embed and how, what that looks like, and the lines for it; status 400 where a choice cannot be read."""
    embedding = read_embedding(request.query_params)
    root = mount(request)
    view = embed_view(embedding, outlets=store.outlets(), root=root, base=base_of(request))
    return page("embed.html", root=root, status=400 if embedding.problems else 200, view=view)


@get(
    "/embed/{slug:str}",
    include_in_schema=False,
    sync_to_thread=True,
    exception_handlers=absent("timeline", framed=True),
)
def show_saved_frame(store: NamedDependency[Store], state: State, request: Asked, slug: FromPath[str]) -> Response[str]:
    """A saved timeline alone on a page, for a frame."""
    saved = store.saved_timeline(slug)
    asked = {"lang": spoken(saved.language), **request.query_params, "timeline": saved.slug}
    return frame(store, state, request, asked)


@get("/embed/frame", include_in_schema=False, sync_to_thread=True)
def show_frame(store: NamedDependency[Store], state: State, request: Asked) -> Response[str]:
    """The widget alone on a page, for a frame; with the entries as a plain list until, and unless, a script runs."""
    return frame(store, state, request, dict(request.query_params))


def frame(store: Store, state: State, request: Asked, asked: Mapping[str, str]) -> Response[str]:
    """The page that stands in a frame and shows what is asked."""
    embedding = read_embedding(asked)
    found, filters = ask(store, embedding.filters, limit=embedding.limit)
    embedding = replace(embedding, problems={**filters.problems, **embedding.problems})
    saved = saved_of(store, filters)
    root = mount(request)
    return page(
        "frame.html",
        root=root,
        status=400 if embedding.problems else 200,
        title=saved.title if saved else "",
        framed_by=state.settings.frame_ancestors,
        src=page_href(root, embedding.asked, "/v1/timeline"),
        attributes=embedding.attributes,
        entries=[(date_view(one.when), one.title, event_href(root, one.id)) for one in found.events],
        problems=embedding.problems,
    )


def embed_view(embedding: Embedding, *, outlets: Sequence[str], root: str, base: str) -> EmbedView:
    """The builder with what was chosen so far."""
    asked = embedding.filters.values
    return EmbedView(
        fields={**{name: asked.get(name, "") for name in CHOSEN_HERE}, "limit": str(embedding.limit)},
        kept={name: value for name, value in asked.items() if name not in CHOSEN_HERE},
        problems=embedding.problems,
        sources=choices(dict(zip(outlets, outlets, strict=True)), asked.get("source", "")),
        themes=choices({value: label for value, label in THEMES.items() if value}, embedding.theme),
        layouts=choices({"compact": LAYOUTS["compact"]}, embedding.layout),
        groupings=choices({value: label for value, label in GROUPINGS.items() if value}, embedding.grouping),
        languages=choices(LANGUAGES, embedding.language),
        src=page_href(root, embedding.asked, "/v1/timeline"),
        attributes=embedding.attributes,
        page=page_href(root, embedding.asked),
        snippet=element_snippet(base, embedding),
        frame=frame_snippet(base, embedding),
    )


def choices(options: Mapping[str, str], chosen: str) -> tuple[Choice, ...]:
    """The options of a select, from their values and labels."""
    return tuple(Choice(value=value, label=label, chosen=value == chosen) for value, label in options.items())


HANDLERS = (embed_script, frame_script, show_builder, show_frame, show_saved_frame)
