"""Which addresses from articles may become links."""

from __future__ import annotations

from urllib.parse import urlsplit

UNSAFE = frozenset(' "<>\\^`{|}\t\r\n')


def web_address(url: str | None) -> str | None:
    """The address if it is http or https and needs no escaping, else None: no script, no data, no markup."""
    if not url or not UNSAFE.isdisjoint(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
