"""HTML fragments, as feeds carry them, as plain text: a line for each block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree, html

BLOCK_TAGS = """
address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main
ol p pre section table td th tr ul
"""
BLOCKS = frozenset(BLOCK_TAGS.split())
UNREAD = frozenset({"script", "style", "template", "iframe", "svg", "noscript", "head", "object", "select", "button"})
# Comments and processing instructions are dropped by the parser itself, conditional ones of old browsers too.
PARSER = html.HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8")


def plain_text(fragment: str) -> str:
    """The text a reader sees, paragraphs on lines of their own, spaces as a browser would show them."""
    if "<" not in fragment and "&" not in fragment:
        return _lines(fragment.replace("\n", " "))
    # libxml2 drops a text that stands before the first tag's parent: the fragment gets a parent of its own.
    tree = html.document_fromstring(f"<div>{fragment}</div>".encode("utf-8", "replace"), parser=PARSER)
    return _lines("".join(_parts(tree)))


def _parts(tree: Any) -> Iterator[str]:
    """The text in order, with a line break where a block starts and ends."""
    unread = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if tag in UNREAD:
            unread += 1 if event == "start" else -1
        elif tag in BLOCKS and not unread:
            yield "\n"
        text = element.text if event == "start" else element.tail
        if text and not unread:
            yield text.replace("\n", " ")


def _lines(text: str) -> str:
    paragraphs = (" ".join(part.split()) for part in text.split("\n"))
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)
