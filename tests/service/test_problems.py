"""Errors over HTTP: problem+json, whatever goes wrong, and the field that is wrong is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from litestar.routes import HTTPRoute

from service.app import create_app
from service.formats import FORMATS
from service.settings import Settings

if TYPE_CHECKING:
    from tests.service.conftest import Server

DAY = "2025-03-05"


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "field"),
    [
        ("GET", "/nowhere", None, 404, None),
        ("PUT", "/v1/articles", {}, 405, None),
        ("GET", "/v1/timeline?limit=0", None, 400, "limit"),
        ("GET", "/v1/timeline?limit=501", None, 400, "limit"),
        ("GET", "/v1/timeline?limit=many", None, 400, "limit"),
        ("GET", "/v1/timeline?from=yesterday", None, 400, "from"),
        ("GET", "/v1/timeline?to=2022-13", None, 400, "to"),
        ("GET", "/v1/timeline?status=maybe", None, 400, "status"),
        ("GET", "/v1/timeline?cursor=mine", None, 400, "cursor"),
        ("GET", "/v1/timeline?colour=red", None, 400, "colour"),
        ("GET", "/v1/timeline?limit=5&limit=6", None, 400, "limit"),
        ("GET", "/v1/timeline?sort=up", None, 400, "sort"),
        ("GET", "/v1/timeline?precision=exact", None, 400, "precision"),
        ("GET", "/v1/timeline?min_sources=-1", None, 400, "min_sources"),
        ("GET", "/v1/timeline?feed=one", None, 400, "feed"),
        ("GET", "/v1/timeline?fields=id,colour", None, 400, "fields"),
        ("GET", "/v1/timeline?facets=day", None, 400, "facets"),
        ("GET", "/v1/timeline?q=%00", None, 400, "q"),
        ("GET", "/v1/timeline?q=canal&text=ship", None, 400, "text"),
        ("GET", "/v1/timeline?timeline=nobody", None, 404, None),
        ("GET", "/v1/names?limit=501", None, 400, "limit"),
        ("GET", "/v1/names?colour=red", None, 400, "colour"),
        ("GET", "/v1/changes?after=1&after=2", None, 400, "after"),
        ("GET", "/v1/events/nobody?fields=title", None, 400, "fields"),
        ("DELETE", "/v1/landmarks/nobody?force=1", None, 400, "force"),
        ("GET", "/v1/names?cursor=mine", None, 400, "cursor"),
        ("GET", "/v1/events/nobody/revisions", None, 404, None),
        ("PUT", "/v1/landmarks/x", {"date": "soon", "phrases": ["it"]}, 400, "date"),
        ("PUT", "/v1/landmarks/x", {"date": "2022", "phrases": []}, 400, "phrases"),
        ("DELETE", "/v1/landmarks/nobody", None, 404, None),
        ("PUT", "/v1/timelines/No-Slug", {"title": "x"}, 400, "slug"),
        ("PUT", "/v1/timelines/x", {"title": " "}, 400, "title"),
        ("PUT", "/v1/timelines/x", {"title": "x", "query": {"colour": "red"}}, 400, "colour"),
        ("PUT", "/v1/timelines/x", {"title": "x", "query": {"from": "soon"}}, 400, "from"),
        ("PUT", "/v1/timelines/x", {"title": "x", "landmarks": ["nowhen"]}, 400, "landmarks"),
        ("DELETE", "/v1/timelines/nobody", None, 404, None),
        ("POST", "/v1/articles", b"{", 400, None),
        ("POST", "/v1/articles", b"\xff", 400, None),
        ("POST", "/v1/articles", b"[" * 100_000, 400, None),
        ("POST", "/v1/extract", b"[" * 2_000, 400, None),
        ("PUT", "/v1/landmarks/x", b'{"unknown": ' + b"[" * 2_000 + b"]" * 2_000 + b"}", 400, None),
        ("GET", "/v1/articles?cursor=mine", None, 400, "cursor"),
        ("POST", "/v1/articles", [], 400, "body"),
        ("GET", "/v1/timeline?all=maybe", None, 400, "all"),
        ("GET", "/v1/changes?after=-1", None, 400, "after"),
        ("GET", "/v1/changes?after=99999999999999999999", None, 400, "after"),
        ("POST", "/v1/articles", None, 400, "body"),
        ("POST", "/v1/articles", {"published": DAY}, 400, "text"),
        ("POST", "/v1/articles", {"text": 5, "published": DAY}, 400, "text"),
        ("POST", "/v1/articles", {"text": "  ", "published": DAY}, 400, "text"),
        ("POST", "/v1/articles", {"text": "x" * 1_000_001, "published": DAY}, 400, "text"),
        ("POST", "/v1/articles", {"text": "x"}, 400, "published"),
        ("POST", "/v1/articles", {"text": "x", "published": "last week"}, 400, "published"),
        ("POST", "/v1/articles", {"text": "x", "published": DAY, "url": "javascript:alert(1)"}, 400, "url"),
        ("POST", "/v1/articles", {"text": "x" * 4_000_001, "published": DAY}, 413, None),
        ("PATCH", "/v1/articles/nobody", {"source": "x"}, 404, None),
        ("PATCH", "/v1/articles/nobody", {}, 400, None),
        ("DELETE", "/v1/articles/nobody", None, 404, None),
        ("POST", "/v1/feeds", {"url": "ftp://x.example/feed"}, 400, "url"),
        ("POST", "/v1/feeds", {"url": "https://u:p@x.example/feed"}, 400, "url"),
        ("DELETE", "/v1/feeds/99999", None, 404, None),
        ("POST", "/v1/feeds/99999/refresh", None, 404, None),
        ("POST", "/v1/feeds/one/refresh", None, 404, None),
        ("DELETE", "/v1/feeds/99999999999999999999999", None, 400, "feed_id"),
    ],
)
def test_every_error_is_a_problem(
    server: Server, method: str, path: str, body: Any, status: int, field: str | None
) -> None:
    answer = server.ask(method, path, body)
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    told = answer.json
    assert (told["status"], told["instance"]) == (status, path.partition("?")[0])
    assert told["type"] == "about:blank"
    assert told["title"]
    assert told["detail"]
    if field is not None:
        assert [error["field"] for error in told["errors"]] == [field]


def test_a_body_beyond_the_limit_is_refused_before_it_is_read(server: Server) -> None:
    answer = server.post("/v1/articles", {"text": "x", "published": DAY, "title": "y" * 5_000_000})
    assert answer.status == 413
    assert server.get("/healthz").status == 200


def test_openapi_names_every_route(server: Server) -> None:
    routes = {
        route.path_format: sorted(method.lower() for method in route.methods - {"HEAD", "OPTIONS"})
        for route in create_app(Settings()).routes
        if isinstance(route, HTTPRoute) and route.path_format.startswith(("/v1/", "/healthz", "/readyz"))
    }
    paths = server.get("/schema/openapi.json").json["paths"]
    assert {path: sorted(operations) for path, operations in paths.items()} == routes
    assert {f"/v1/timeline.{form.suffix}" for form in FORMATS} < set(paths)
