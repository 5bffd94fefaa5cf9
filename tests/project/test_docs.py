"""Every setting and every route stands in the docs."""

from __future__ import annotations

from pathlib import Path

import pytest

from service import settings
from service.app import create_app

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", settings.names())
def test_every_setting_is_documented_with_its_default(name: str) -> None:
    row = next(
        line
        for line in (ROOT / "docs/configuration.md").read_text().splitlines()
        if line.startswith(f"| `{settings.variable(name)}`")
    )
    assert row.split("|")[2].strip().strip("`") == as_written(getattr(settings.Settings(), name))


def as_written(default: object) -> str:
    match default:
        case None:
            return "none"
        case bool():
            return str(default).lower()
        case float():
            return f"{default:g}"
        case _:
            return str(default)


def test_every_route_is_documented() -> None:
    usage = (ROOT / "docs/usage.md").read_text()
    app = create_app(settings.Settings())
    routes = {
        f"{method} {route.path_format}"
        for route in app.routes
        for method in getattr(route, "methods", ())
        if method not in {"HEAD", "OPTIONS"} and not route.path_format.startswith("/schema")
    }
    assert {route for route in routes if f"`{route}`" not in usage} == set()
