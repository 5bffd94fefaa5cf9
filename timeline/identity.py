"""Which article is which: one address however it is spelt, and an id for what came without one."""

from __future__ import annotations

import hashlib
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from tld import get_fld

PARAMETERS = """
fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh cmpid cmp ocid smid smtyp xtor
mkt_tok wt_mc wt_zmc s_cid ncid ito _ga _gl __twitter_impression guccounter guce_referrer guce_referrer_sig
"""
TRACKING = frozenset(PARAMETERS.split())
TRACKING_PREFIXES = ("utm_", "mc_", "ns_", "at_", "pk_", "mtm_", "hsa_", "_hs")
DEFAULT_PORTS = {"http": ":80", "https": ":443"}
VARIANTS = ("www.", "m.", "mobile.", "amp.")
ID_LENGTH = 16  # hexadecimal digits: 64 bits, so that a million articles clash once in 37 million stores


def canonical_url(url: str) -> str:
    """The address without fragment, default port and tracking parameters, its host in lower case."""
    parts = split(url)
    if parts is None:
        return url.strip()
    scheme = parts.scheme.lower()
    host = parts.netloc.lower().removesuffix(DEFAULT_PORTS.get(scheme, "\n"))
    query = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not is_tracking(pair[0])])
    return urlunsplit((scheme, host, parts.path or "/", query, ""))


def is_tracking(parameter: str) -> bool:
    """Whether a query parameter says only how a reader came to the page."""
    name = parameter.lower()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def same_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one publisher: their hosts lie in the same registrable domain.

    Registrable domains are those of the public suffix list. A host it does not know (a number, a name of a closed
    network) is its own site, but for a leading "www." and its like.
    """
    sites = site(one), site(other)
    return sites[0] is not None and sites[0] == sites[1]


def site(url: str) -> str | None:
    """The registrable domain of an address, or else its host; None where it has none."""
    parts = split(url)
    host = parts.hostname if parts is not None else None
    if not host:
        return None
    domain = get_fld(f"http://{host}/", fail_silently=True) if not host.startswith("[") else None
    return domain or _plain(host)


def _plain(host: str) -> str:
    return next((host.removeprefix(variant) for variant in VARIANTS if host.startswith(variant)), host)


def split(url: str) -> SplitResult | None:
    """The parts of an address, None where it has none that could be told apart (an unclosed bracket)."""
    try:
        return urlsplit(url.strip())
    except ValueError:
        return None


def made_id(*, url: str | None, text: str) -> str:
    """The id of an article that brought none: from its address, or else from its text."""
    return digest(canonical_url(url) if url else text)


def digest(text: str) -> str:
    """A short, stable fingerprint of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
