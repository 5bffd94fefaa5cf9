"""Which addresses from articles may become links."""

from __future__ import annotations

from urllib.parse import urlsplit

UNSAFE = frozenset(' "<>\\^`{|}\t\r\n')


def web_address(url: str | None) -> str | None:
    """The address if it is http or https and needs no escaping, else None: no script, no data, no markup."""
    return url if url and UNSAFE.isdisjoint(url) and is_web_address(url) else None


def is_web_address(url: str | None) -> bool:
    """Whether it is http or https, whatever signs it has in it."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
