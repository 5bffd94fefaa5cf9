"""Articles as documents: a text with its facts in front of it, or a saved web page."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.pages import read_page
from timeline.reading.record import LONGEST_TEXT, article_of
from timeline.reading.refusal import Refusal, Undated
from timeline.types import Article, ArticleRefusedError

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<facts>.*?)^---[ \t]*(?:\n|\Z)(?P<text>.*)\Z", re.DOTALL | re.MULTILINE)
FACT = re.compile(r"""(?P<name>[\w-]+)[ \t]*:[ \t]*(?P<quote>["']?)(?P<value>.*?)(?P=quote)[ \t]*""")
OTHER_NAMES = {"date": "published", "lang": "language", "outlet": "source"}


def read_document(raw: bytes, place: str, *, name: str, undated: Undated) -> Article | Refusal:
    """The article of a Markdown or plain text file; its name is its id where its front matter gives none."""
    try:
        content = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as problem:
        return Refusal(place=place, reason=f"byte {problem.start + 1} is not UTF-8")
    found = FRONT_MATTER.match(content)
    facts, text = (read_facts(found["facts"]), found["text"]) if found else ({}, content)
    return taken({"id": name, **facts, "text": text.strip()}, place, undated=undated)


def read_facts(block: str) -> dict[str, object]:
    """The `name: value` lines of a front matter, quotes around a value taken off; no other YAML is understood."""
    lines = (FACT.fullmatch(line) for line in block.splitlines())
    facts = {found["name"].lower(): found["value"] for found in lines if found and found["value"]}
    return {OTHER_NAMES.get(name, name): value for name, value in facts.items()}


def read_html(raw: bytes, place: str, *, name: str, undated: Undated) -> Article | Refusal:
    """The article of a saved web page without the page's furniture."""
    page = read_page(raw)
    if page is None:
        return Refusal(place=place, reason="no article found on the page")
    if page.published is None and undated == "refuse":
        return Refusal(
            place=place, reason="the page does not say when it was published; to take it as it is: `--undated keep`"
        )
    if len(page.text) > LONGEST_TEXT:
        return Refusal(place=place, reason=f"the text is longer than {LONGEST_TEXT} characters")
    return Article(
        id=name,
        text=page.text,
        published=page.published,
        url=page.url,
        source=page.source,
        title=page.title,
        language=page.language,
        place=place,
    )


def taken(fields: dict[str, object], place: str, *, undated: Undated) -> Article | Refusal:
    """The article of these fields, or why it is refused."""
    try:
        return replace(article_of(fields, undated=undated), place=place)
    except ArticleRefusedError as problem:
        return Refusal(place=place, reason=str(problem))
