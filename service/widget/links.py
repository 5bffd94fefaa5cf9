"""Addresses of our own pages, with their filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from litestar import Request

from timeline.exports.listing.entries import Addresses

if TYPE_CHECKING:
    from collections.abc import Mapping

Asked = Request[Any, Any, Any]


def mount(request: Asked) -> str:
    """The path under which the service is mounted, without a slash at its end."""
    return str(request.scope.get("root_path") or "").rstrip("/")


def base_of(request: Asked) -> str:
    """The whole address of the service as it was asked, mount point included, without a slash at its end."""
    return str(request.base_url).rstrip("/")


def page_href(root: str, parameters: Mapping[str, str], path: str = "/") -> str:
    """The address of one of our pages under the mount point `root`, with the filters that are set."""
    query = urlencode({key: value for key, value in parameters.items() if value})
    return f"{root}{path}{'?' + query if query else ''}"


def event_href(root: str, event: str) -> str:
    """The address of one event's own page."""
    return f"{root}/events/{quote(event, safe='')}"


def addresses(root: str, filters: Mapping[str, str]) -> Addresses:
    """Where a list on our pages leads; its names are filters on top of those in force."""
    return Addresses(
        event=lambda event: event_href(root, event),
        place=lambda source: article_href(root, source.article, source.start),
        name=lambda name: page_href(root, {**filters, "name": name}),
    )


def article_href(root: str, article: str, at: int | None = None) -> str:
    """The address of what was read out of an article, at a place in its text where one is given."""
    return f"{root}/articles/{quote(article, safe='')}" + (f"#{mark_id(at)}" if at is not None else "")


def mark_id(at: int) -> str:
    """The id of the marked words that start at this character of an article."""
    return f"at-{at}"
