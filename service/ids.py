"""Ids in paths, letter for letter: an outlet's own id may hold a slash, or be an address."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from litestar import Request


def id_after(place: str, request: Request[Any, Any, Any]) -> str:
    """What stands behind `place` in the path as the caller wrote it; the router has joined its slashes."""
    written: str = request.scope["raw_path"].decode("latin-1").partition(place)[2]
    return unquote(written)
