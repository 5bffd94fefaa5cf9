"""Trigger files: the spans to take as mentions, so that merging can be measured by itself."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from timeline.types import TimelineError

if TYPE_CHECKING:
    from pathlib import Path


class TriggerError(TimelineError):
    """A trigger file that cannot be used."""


def read_triggers(path: Path) -> dict[str, tuple[tuple[int, int], ...]]:
    """The spans of a file of JSON lines {"article", "start", "end"}, by article id, in order of the text.

    Raises TriggerError, which names the line.
    """
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    article, span = read_line(line, f"{path}, line {number}")
                    spans[article].add(span)
    except (OSError, UnicodeDecodeError) as problem:
        raise TriggerError(f"cannot read the trigger file {path}: {problem}") from problem
    return {article: tuple(sorted(found)) for article, found in spans.items()}


def read_line(line: str, place: str) -> tuple[str, tuple[int, int]]:
    """The article's id and the span of one line."""
    try:
        record = json.loads(line)
        start, end = int(record["start"]), int(record["end"])
        article = str(record["article"])
    except (ValueError, KeyError, TypeError) as problem:
        raise TriggerError(f'{place}: expected {{"article": …, "start": …, "end": …}}') from problem
    if not 0 <= start < end:
        raise TriggerError(f"{place}: start {start} must lie before end {end}")
    return article, (start, end)
