"""Events as a list that people read: what the page of the service and the HTML file have in common."""

from __future__ import annotations

from pathlib import Path

STATIC = Path(__file__).parent / "static"
