"""Addresses of our own pages, and the lines that a site copies."""

from __future__ import annotations

import pytest

from service.widget.links import article_href, event_href, page_href
from service.widget.snippets import element_snippet, read_embedding


@pytest.mark.parametrize(
    ("root", "parameters", "path", "expected"),
    [
        ("", {}, "/", "/"),
        ("/news", {}, "/", "/news/"),
        ("/news", {"text": "a&b", "name": ""}, "/v1/timeline", "/news/v1/timeline?text=a%26b"),
        ("", {"from": "2021", "to": "2022-03"}, "/", "/?from=2021&to=2022-03"),
    ],
)
def test_an_address_holds_the_mount_point_and_the_filters_that_are_set(
    root: str, parameters: dict[str, str], path: str, expected: str
) -> None:
    assert page_href(root, parameters, path) == expected


@pytest.mark.parametrize(("key", "expected"), [("a1", "/news/events/a1"), ("../x?y#z", "/news/events/..%2Fx%3Fy%23z")])
def test_an_entrys_address_cannot_leave_its_folder(key: str, expected: str) -> None:
    assert event_href("/news", key) == expected


@pytest.mark.parametrize(
    ("key", "at", "expected"),
    [("a1", None, "/news/articles/a1"), ("a/../b#c", 7, "/news/articles/a%2F..%2Fb%23c#at-7")],
)
def test_an_articles_address_cannot_leave_its_folder(key: str, at: int | None, expected: str) -> None:
    assert article_href("/news", key, at) == expected


def test_the_snippet_is_html_whatever_the_filters_hold() -> None:
    lines = element_snippet("https://news.example", read_embedding({"text": '"><script>', "from": "2021"}))
    assert '<script src="https://news.example/embed.js" async></script>' in lines
    assert 'src="https://news.example/v1/timeline?text=%22%3E%3Cscript%3E&amp;from=2021"' in lines
    assert lines.count("<script") == 1
