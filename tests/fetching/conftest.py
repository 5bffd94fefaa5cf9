"""Every connection that this process makes, as the interpreter reports it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

_watching: list[list[tuple[Any, ...]]] = []


def _notice(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect":
        for watched in _watching:
            watched.append(tuple(arguments[1]))


sys.addaudithook(_notice)  # it cannot be taken back: one for the whole run


@pytest.fixture
def connects() -> Iterator[list[tuple[Any, ...]]]:
    """Every address that any socket of this process connects to, as the interpreter itself reports it."""
    seen: list[tuple[Any, ...]] = []
    _watching.append(seen)
    yield seen
    _watching.remove(seen)
