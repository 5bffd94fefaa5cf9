"""A web page in, the article on it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from timeline.identity import same_site, split
from timeline.pages.encodings import decode
from timeline.pages.publication import publication_dates
from timeline.types import Published

# What stands in the markup for browsers without scripts, for printers and for other programs, not for readers.
UNREAD = "//noscript | //template | //script[not(contains(@type, 'ld+json'))] | //style | //*[@hidden]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says in its article, its title and its outlet; `dates` in order of trust, empty where it has none."""

    text: str
    title: str | None
    source: str | None
    url: str | None
    dates: tuple[Published, ...]
    language: str | None

    @property
    def published(self) -> Published | None:
        """The most trusted of its dates, not yet compared with any clock."""
        return self.dates[0] if self.dates else None


def read_page(html: bytes | str, *, url: str | None = None, content_type: str | None = None) -> Page | None:
    """The article of a page without its furniture, None when there is none; `url` is where the page came from."""
    import trafilatura  # and all that it needs: a server and most commands leave pages to the parser's process
    from trafilatura.settings import Document

    # trafilatura would unpack bytes that look compressed; of a text it makes nothing but a tree.
    tree = trafilatura.load_html(decode(html, content_type=content_type) if isinstance(html, bytes) else html)
    if tree is None:
        return None
    dates = publication_dates(tree, url=url)
    language = tree.get("lang")
    _strip(tree)
    found = trafilatura.bare_extraction(tree, url=url, with_metadata=True, include_comments=False, include_tables=False)
    if not isinstance(found, Document) or not found.text:
        return None
    return Page(
        text=found.text,
        title=found.title,
        source=found.sitename or found.hostname,
        url=canonical(found.url, fetched=url),
        dates=dates,
        language=language.partition("-")[0].lower() if language else None,
    )


def canonical(claimed: str | None, *, fetched: str | None) -> str | None:
    """The address a page claims as its own, if it is of the site it came from: nobody speaks for another site.

    The front page of a site is no article's address, though some sites name it on every page.
    """
    if claimed is None or fetched is None:
        return fetched or claimed
    parts, asked = split(claimed), split(fetched)
    if parts is None or parts.scheme not in ("http", "https") or not same_site(claimed, fetched):
        return fetched
    front = parts.path in ("", "/") and not parts.query
    return fetched if front and asked is not None and asked.path not in ("", "/") else claimed


def _strip(tree: Any) -> None:
    """Take what nobody reads out of the page; what follows an element stays."""
    for element in tree.xpath(UNREAD):
        element.drop_tree()
