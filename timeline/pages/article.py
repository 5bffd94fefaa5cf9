"""A web page in, the article on it out."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

import trafilatura
from trafilatura.settings import Document

from timeline.pages.publication import publication
from timeline.types import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says in its article, its title and its outlet; `published` None where it does not say when."""

    text: str
    title: str | None
    source: str | None
    url: str | None
    published: Published | None
    language: str | None


def read_page(html: bytes | str, *, url: str | None = None) -> Page | None:
    """The article of a page without its furniture, None when there is none; `url` is where the page came from."""
    tree = trafilatura.load_html(html)
    if tree is None:
        return None
    published = publication(tree, url=url)
    language = tree.get("lang")
    found = trafilatura.bare_extraction(tree, url=url, with_metadata=True, include_comments=False, include_tables=False)
    if not isinstance(found, Document) or not found.text:
        return None
    return Page(
        text=found.text,
        title=found.title,
        source=found.sitename or found.hostname,
        url=canonical(found.url, fetched=url),
        published=published,
        language=language.partition("-")[0].lower() if language else None,
    )


def canonical(claimed: str | None, *, fetched: str | None) -> str | None:
    """The address a page claims as its own, if it is of the site it came from: nobody speaks for another site."""
    if claimed is None or fetched is None:
        return fetched or claimed
    return claimed if _site(claimed) == _site(fetched) else fetched


def _site(url: str) -> str:
    host = urlsplit(url).hostname or ""
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")
