"""The lines that a site puts into its own page, and the addresses in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import escape

from service.widget.filters import Filters, number, read_filters
from service.widget.links import page_href

if TYPE_CHECKING:
    from collections.abc import Mapping

THEMES = {"": "As the reader has it", "light": "Light", "dark": "Dark"}
LAYOUTS = {"vertical": "Roomy", "compact": "Compact"}
GROUPINGS = {
    "": "No headings",
    "day": "By day",
    "month": "By month",
    "year": "By year",
    "source": "By outlet",
    "name": "By name",
}
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "ru": "Русский", "uk": "Українська"}
CHOICES = {"theme": THEMES, "layout": LAYOUTS, "group-by": GROUPINGS}
DEFAULT_LIMIT, LARGEST_LIMIT = 20, 500
FRAME_HEIGHT = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedding:
    """What is to be embedded and how it is to look; `problems` says of each field that could not be read why."""

    filters: Filters
    limit: int = DEFAULT_LIMIT
    theme: str = ""
    layout: str = ""
    grouping: str = ""
    live: bool = False
    language: str = "en"
    problems: dict[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> dict[str, str]:
        """The filters that could be read."""
        return {name: value for name, value in self.filters.values.items() if name not in self.filters.problems}

    @property
    def attributes(self) -> dict[str, str]:
        """The element's attributes beside `src`."""
        chosen = {"theme": self.theme, "layout": self.layout, "group-by": self.grouping, "live": "live" * self.live}
        chosen = {name: value for name, value in chosen.items() if value}
        return {"limit": str(self.limit), **chosen, "lang": self.language}


def read_embedding(parameters: Mapping[str, str]) -> Embedding:
    """What an address asks to embed; what cannot be read counts as not said and is named in `problems`."""
    filters = read_filters(parameters)
    given = {
        name: parameters.get(name, "").strip() for name in ("limit", "theme", "layout", "group-by", "live", "lang")
    }
    limit, language = given["limit"], given["lang"]
    problems = dict(filters.problems)
    if limit and number(limit, 1, LARGEST_LIMIT) is None:
        problems["limit"] = f"Write a number from 1 to {LARGEST_LIMIT}."
    for name, choices in CHOICES.items():
        if given[name] and given[name] not in choices:
            problems[name] = f"Choose {' or '.join(value for value in choices if value)}."
    if language and language not in LANGUAGES:
        problems["lang"] = f"Choose one of {', '.join(LANGUAGES)}."
    return Embedding(
        filters=filters,
        limit=int(limit) if limit and "limit" not in problems else DEFAULT_LIMIT,
        theme=given["theme"] if "theme" not in problems else "",
        layout=given["layout"] if "layout" not in problems else "",
        grouping=given["group-by"] if "group-by" not in problems else "",
        live=given["live"].lower() in ("live", "true", "1", "on"),
        language=language if language and "lang" not in problems else "en",
        problems=problems,
    )


def element_snippet(base: str, embedding: Embedding) -> str:
    """The element and its script."""
    source = escape(page_href(base, embedding.asked, "/v1/timeline"))
    options = "".join(f' {name}="{escape(value)}"' for name, value in embedding.attributes.items())
    return (
        f'<script src="{escape(base)}/embed.js" async></script>\n'
        f'<event-timeline src="{source}"{options}>\n'
        f'  <a href="{escape(page_href(base, embedding.asked))}">The chronology</a>\n'
        f"</event-timeline>"
    )


def spoken(language: str | None) -> str:
    """The language of the labels for a timeline of this language."""
    return language if language in LANGUAGES else "en"


def frame_snippet(
    base: str, embedding: Embedding, *, title: str = "Chronology", width: str = "100%", height: int = FRAME_HEIGHT
) -> str:
    """The frame, and the script that gives it the height of what it shows."""
    return (
        f'<iframe src="{escape(frame_address(base, embedding))}" title="{escape(title)}" width="{width}"'
        f' height="{height}" loading="lazy" frameborder="0"></iframe>\n'
        f'<script src="{escape(base)}/embed/frame.js" async></script>'
    )


def frame_address(base: str, embedding: Embedding) -> str:
    """The address of the page that stands in the frame."""
    asked = embedding.asked
    slug = asked.get("timeline", "")
    if slug and len(asked) == 1 and slug != "frame":  # that name is the frame's own
        return page_href(base, embedding.attributes, f"/embed/{quote(slug, safe='')}")
    return page_href(base, {**asked, **embedding.attributes}, "/embed/frame")
