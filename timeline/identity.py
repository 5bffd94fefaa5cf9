"""Which article is which: one address however it is spelt, and an id for what came without one."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TRACKING = frozenset(("fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "cmpid", "ocid", "smid", "xtor"))
TRACKING_PREFIXES = ("utm_", "mc_", "ns_", "at_")
DEFAULT_PORTS = {"http": ":80", "https": ":443"}
ID_LENGTH = 16  # hexadecimal digits: 64 bits, so that a million articles clash once in 37 million stores


def canonical_url(url: str) -> str:
    """The address without fragment, default port and tracking parameters, its host in lower case."""
    parts = urlsplit(url.strip())
    scheme = parts.scheme.lower()
    host = parts.netloc.lower().removesuffix(DEFAULT_PORTS.get(scheme, "\n"))
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not is_tracking(pair[0])])
    return urlunsplit((scheme, host, parts.path or "/", query, ""))


def is_tracking(parameter: str) -> bool:
    """Whether a query parameter says only how a reader came to the page."""
    name = parameter.lower()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def made_id(*, url: str | None, text: str) -> str:
    """The id of an article that brought none: from its address, or else from its text."""
    return digest(canonical_url(url) if url else text)


def digest(text: str) -> str:
    """A short, stable fingerprint of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
