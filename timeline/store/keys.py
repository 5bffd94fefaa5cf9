"""Keys: what an event meets through the articles that tell it, as one word a filter."""

from __future__ import annotations


def source_key(outlet: str) -> str:
    """The key of what an outlet tells."""
    return f"source:{outlet}"


def feed_key(feed: int) -> str:
    """The key of what a feed's articles tell."""
    return f"feed:{feed}"


def language_key(language: str) -> str:
    """The key of what is told in a language, whatever its case and mark of region."""
    return f"lang:{tag_of(language)}"


def tags(language: str | None) -> tuple[str, ...]:
    """The tags under which a language is found: "en-GB" as itself and as "en" (RFC 4647, 3.3.1)."""
    tag = tag_of(language or "")
    return tuple(dict.fromkeys(part for part in (tag, tag.partition("-")[0]) if part))


def tag_of(language: str) -> str:
    """A language tag as it is compared."""
    return language.strip().lower().replace("_", "-")
