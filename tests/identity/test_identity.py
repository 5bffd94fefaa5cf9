"""Addresses in one spelling, and ids for articles that brought none."""

from __future__ import annotations

import pytest

from timeline.identity import canonical_url, made_id


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://post.example/a", "https://post.example/a"),
        (" HTTPS://Post.Example:443/A#top ", "https://post.example/A"),
        ("http://post.example:80", "http://post.example/"),
        ("http://post.example:8080/", "http://post.example:8080/"),
        ("https://post.example/a?utm_source=x&id=7&fbclid=1", "https://post.example/a?id=7"),
        ("https://post.example/a?b=&a=%C3%BC+x", "https://post.example/a?b=&a=%C3%BC+x"),
        ("https://post.example/a?UTM_Medium=mail", "https://post.example/a"),
    ],
)
def test_one_page_has_one_address(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


def test_an_id_comes_from_the_address_or_else_from_the_text() -> None:
    assert made_id(url="https://post.example/a#x", text="one") == made_id(url="https://post.example/a", text="other")
    assert made_id(url=None, text="one") != made_id(url=None, text="other")
    assert len(made_id(url=None, text="one")) == 16
