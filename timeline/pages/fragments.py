"""HTML fragments, as feeds carry them, as plain text: a line for each block."""

from __future__ import annotations

from html.parser import HTMLParser

BLOCK_TAGS = """
address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main
ol p pre section table td th tr ul
"""
BLOCKS = frozenset(BLOCK_TAGS.split())
UNREAD = frozenset({"script", "style", "template", "iframe", "svg", "noscript"})


def plain_text(fragment: str) -> str:
    """The text a reader sees, paragraphs on lines of their own, spaces as a browser would show them."""
    reader = _Reader()
    reader.feed(fragment)
    reader.close()
    paragraphs = (" ".join(part.split()) for part in "".join(reader.parts).split("\n"))
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's
        if tag in UNREAD:
            self._unread += 1
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts.append(data.replace("\n", " "))
