"""What the description of the API promises, the server keeps; and it leaves nothing undescribed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.contract import KEY, examine

if TYPE_CHECKING:
    from tests.service.conftest import Server

METHODS = ("get", "post", "put", "patch", "delete")


def test_schemathesis_finds_nothing_that_is_not_as_described(start: Callable[..., Any], tmp_path: Path) -> None:
    """Five hundred calls here; `make soak` sends thousands."""
    with start(tmp_path / "timeline.db", api_key=KEY, tick_seconds="3600") as server:
        run = examine(server.url, tmp_path, examples=12)
    assert run.kept, run.report
    assert run.cases >= 500


@pytest.fixture(scope="module")
def operations(server: Server) -> list[tuple[str, dict[str, Any]]]:
    """Each operation of the description, with its name for people."""
    paths = server.get("/schema/openapi.json").json["paths"]
    return [(f"{method} {path}", item[method]) for path, item in paths.items() for method in METHODS if method in item]


def test_every_operation_says_what_it_does_and_what_it_answers(operations: list[tuple[str, dict[str, Any]]]) -> None:
    for name, operation in operations:
        assert operation["summary"], name
        assert operation["description"], name
        assert [status for status in operation["responses"] if status.startswith("2")], name
        for status, answer in operation["responses"].items():
            assert answer["description"], (name, status)
            if status.startswith(("4", "5")) and "content" in answer and (name, status) != ("get /readyz", "503"):
                assert list(answer["content"]) == ["application/problem+json"], (name, status)
        assert {"400", "401", "429", "500"} <= set(operation["responses"]), name


def test_every_parameter_is_explained(operations: list[tuple[str, dict[str, Any]]]) -> None:
    unexplained = [
        f"{name}: {parameter['name']}"
        for name, operation in operations
        for parameter in operation.get("parameters", ())
        if not parameter.get("description")
    ]
    assert unexplained == []


def test_answers_name_their_headers_their_types_and_what_is_still_so(
    operations: list[tuple[str, dict[str, Any]]],
) -> None:
    described = dict(operations)
    for name, operation in operations:
        if name.startswith("get ") and name != "get /v1/stream":
            assert "ETag" in operation["responses"]["304"]["headers"], name
            assert "ETag" in operation["responses"]["200"]["headers"], name
        assert "Retry-After" in operation["responses"]["429"]["headers"], name
    for name in ("get /v1/timeline", "get /v1/timelines/{slug}/events"):
        answer = described[name]["responses"]["200"]
        assert {"application/json", "text/csv", "text/calendar", "application/ld+json"} <= set(answer["content"])
        assert "Link" in answer["headers"]
        defaults = {one["name"]: one["schema"].get("default") for one in described[name]["parameters"]}
        assert (defaults["limit"], defaults["sort"], defaults["all"]) == (100, "date", False)
    assert list(described["get /v1/stream"]["responses"]["200"]["content"]) == ["text/event-stream"]


@pytest.mark.parametrize("path", ["/", "/api", "/schema/openapi.json", "/healthz", "/v1/names"])
def test_what_may_be_packed_says_so_to_caches(server: Server, path: str) -> None:
    assert "Accept-Encoding" in server.get(path).headers["vary"]
