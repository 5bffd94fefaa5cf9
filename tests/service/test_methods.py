"""HEAD, preflights, and how often one may ask."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from service.app import create_app
from service.settings import Settings

if TYPE_CHECKING:
    from tests.service.conftest import Server

READ = sorted(
    route.path_format
    for route in create_app(Settings()).routes
    if "GET" in getattr(route, "methods", ()) and "{" not in route.path_format
)


@pytest.mark.parametrize("path", READ)
def test_head_gives_the_head_that_get_gives(told: Server, path: str) -> None:
    told.settled()
    asked = told.ask("HEAD", path)
    assert asked.body == b""
    if path != "/v1/stream":  # which has no end
        whole = told.get(path)
        assert asked.status == whole.status
        for name in ("content-type", "content-length", "etag"):
            assert asked.headers.get(name) == whole.headers.get(name)


def test_what_is_not_there_has_no_body_for_head_either(server: Server) -> None:
    asked = server.ask("HEAD", "/nowhere")
    assert (asked.status, asked.body, asked.headers["content-type"]) == (404, b"", "application/problem+json")


def test_head_is_named_among_what_is_allowed(server: Server) -> None:
    refused = server.ask("PUT", "/v1/timeline")
    assert (refused.status, refused.headers["content-type"]) == (405, "application/problem+json")
    assert "HEAD" in refused.headers["allow"]
    assert "HEAD" in server.ask("OPTIONS", "/v1/timeline").headers["allow"]


def test_a_page_of_another_origin_that_wants_to_write_is_refused_with_a_problem(server: Server) -> None:
    asked = {"Origin": "https://blog.example", "Access_Control_Request_Method": "DELETE"}
    refused = server.ask("OPTIONS", "/v1/articles/x", **asked)
    assert (refused.status, refused.headers["content-type"]) == (403, "application/problem+json")
    assert refused.json["instance"] == "/v1/articles/x"
    assert server.ask("OPTIONS", "/v1/timeline", **{**asked, "Access_Control_Request_Method": "GET"}).status == 204


def test_who_asks_too_often_is_told_when_to_come_back(start: Callable[..., Any], tmp_path: Path) -> None:
    with start(tmp_path / "timeline.db", rate_limit="5", trusted_proxies="127.0.0.1") as server:
        answers = [server.get("/v1/timeline", X_Forwarded_For="203.0.113.9") for _ in range(12)]
        statuses = [answer.status for answer in answers]
        # The minute may turn once while this runs.
        assert statuses[:5] == [200] * 5
        refused = next(answer for answer in answers if answer.status == 429)
        assert refused.headers["content-type"] == "application/problem+json"
        assert 0 <= int(refused.headers["retry-after"]) <= 60
        assert refused.headers["ratelimit-limit"] == "5"
        assert answers[0].headers["ratelimit-remaining"] == "4"
        # Another caller behind the same proxy, and whoever only asks whether it lives, are not meant.
        assert server.get("/v1/timeline", X_Forwarded_For="203.0.113.10").status == 200
        assert server.get("/healthz", X_Forwarded_For="203.0.113.9").status == 200
        # What a caller itself puts before the proxy's word does not count.
        forged = {"X_Forwarded_For": "198.51.100.1, 203.0.113.10"}
        assert server.get("/v1/timeline", **forged).headers["ratelimit-remaining"] == "3"


def test_what_was_taken_down_cannot_be_sent_again_under_its_name(server: Server) -> None:
    article = {
        "id": "withdrawn",
        "source": "Withdrawn",
        "published": "2025-03-05",
        "text": "The bridge closed on Monday.",
    }
    assert server.post("/v1/articles", article).status == 202
    server.settled()
    assert server.ask("DELETE", "/v1/articles/withdrawn").status == 204
    refused = server.post("/v1/articles", article)
    assert (refused.status, refused.headers["content-type"]) == (409, "application/problem+json")
    assert "another `id`" in refused.json["detail"]
