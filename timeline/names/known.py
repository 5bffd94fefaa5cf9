"""Tables of names that no rule of spelling joins: Burma and Myanmar, MSF and Doctors Without Borders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files


def table(*names: str, key: Callable[[str], str]) -> dict[str, str]:
    """Each form of a name as `key` normalises it -> the first form of its line."""
    return {key(form): key(forms[0]) for forms in lines(*names) for form in forms}


def lines(*names: str) -> Iterator[list[str]]:
    """The forms of each thing of these tables."""
    for name in names:
        text = files("timeline.names").joinpath("data", name).read_text("utf-8")
        yield from (line.split(" | ") for line in text.splitlines() if not line.startswith("#"))
