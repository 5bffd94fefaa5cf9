"""Addresses in one spelling, and ids for articles that brought none."""

from __future__ import annotations

import pytest

from timeline.identity import canonical_url, made_id, same_site


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
        ("https://post.example/a?gclid=1&page=2&mc_cid=x&_ga=3", "https://post.example/a?page=2"),
        ("http://[broken/", "http://[broken/"),
    ],
)
def test_one_page_has_one_address(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


def test_an_id_comes_from_the_address_or_else_from_the_text() -> None:
    assert made_id(url="https://post.example/a#x", text="one") == made_id(url="https://post.example/a", text="other")
    assert made_id(url=None, text="one") != made_id(url=None, text="other")
    assert len(made_id(url=None, text="one")) == 16


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.bbc.co.uk/a", "https://news.bbc.co.uk/b"),
        ("http://post.de/", "https://amp.post.de/a"),
        ("https://www.post.example/a", "https://m.post.example/a"),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1/b"),
        ("https://münchen.de/", "https://www.münchen.de/a"),
    ],
)
def test_one_publisher_is_one_site(one: str, other: str) -> None:
    assert same_site(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://post.co.uk/a", "https://herald.co.uk/a"),
        ("https://post.github.io/", "https://herald.github.io/"),
        ("https://news.post.example/", "https://sport.post.example/"),
        ("http://127.0.0.1/", "http://127.0.0.2/"),
        ("https://post.de/", "https://post.de.evil.com/"),
        ("https://post.de/", "no address"),
        ("", ""),
        ("http://[broken/", "http://[broken/"),
    ],
)
def test_two_publishers_are_two_sites_whatever_suffix_they_share(one: str, other: str) -> None:
    assert not same_site(one, other)
