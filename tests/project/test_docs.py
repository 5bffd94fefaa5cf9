"""Every setting and every route stands in the docs."""

from __future__ import annotations

import re
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


NAMED = re.compile(r"`(?P<file>tests/[\w/]+\.py)::(?P<test>test_\w+)`")


def test_every_test_that_the_docs_of_refreshing_name_is_there() -> None:
    named = {found.groups() for found in NAMED.finditer((ROOT / "docs/refresh.md").read_text())}
    assert len(named) > 100
    missing = {(file, test) for file, test in named if f"def {test}(" not in text_of(ROOT / file)}
    assert missing == set()


def text_of(file: Path) -> str:
    return file.read_text() if file.exists() else ""


def test_every_behaviour_of_refreshing_has_a_test_and_a_comparison() -> None:
    rows = (ROOT / "docs/refresh.md").read_text().partition("## Assumptions")[0].splitlines()
    told = [row.strip("|").split(" | ") for row in rows if row.startswith("| ") and not row.startswith("| behaviour")]
    assert len(told) > 40
    assert [cells[0] for cells in told if len(cells) != 3 or not NAMED.search(cells[1]) or not cells[2].strip()] == []
