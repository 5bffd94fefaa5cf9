"""Addresses of our own pages, with their filters."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping


def page_href(root: str, parameters: Mapping[str, str], path: str = "/") -> str:
    """The address of one of our pages under the mount point `root`, with the filters that are set."""
    query = urlencode({key: value for key, value in parameters.items() if value})
    return f"{root}{path}{'?' + query if query else ''}"


def event_href(root: str, event: str) -> str:
    """The address of one event's own page."""
    return f"{root}/events/{quote(event, safe='')}"
