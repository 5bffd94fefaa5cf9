"""The chronology as JSON lines, one event a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from timeline.exports.json import event_json

if TYPE_CHECKING:
    from timeline.types import Chronology


def write(chronology: Chronology) -> str:
    """One JSON object a line, in order of time."""
    return "".join(json.dumps(event_json(event), ensure_ascii=False) + "\n" for event in chronology.events)
