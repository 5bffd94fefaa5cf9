"""Which addresses a fetch may connect to: those of the public internet."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# is_global passes these, though they lead to an address inside them, or to no one host (measured; some Pythons more).
NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
IPV4_ODDITIES = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
# The only addresses given to hosts of the internet (RFC 4291, 2.4); all else is for special uses, known and to come.
GLOBAL_UNICAST = IPv6Network("2000::/3")
IPV6_ODDITIES = (IPv6Network("3fff::/20"),)  # documentation (RFC 9637), which older Pythons do not know
# IPv4-compatible addresses (RFC 4291, 2.5.5.1): long deprecated, still routed by some stacks.
COMPATIBLE = IPv6Network("::/96")


def is_public(address: str) -> bool:
    """Whether an address belongs to one host of the public internet, however it is wrapped."""
    parsed = ip_address(address.partition("%")[0])
    if isinstance(parsed, IPv4Address):
        return _is_public_ipv4(parsed)
    inside = _embedded_ipv4(parsed)
    if inside is not None:
        return _is_public_ipv4(inside)
    if parsed not in GLOBAL_UNICAST or any(parsed in network for network in IPV6_ODDITIES):
        return False
    return parsed.is_global


def _is_public_ipv4(address: IPv4Address) -> bool:
    if any(address in network for network in IPV4_ODDITIES):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded_ipv4(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a mapped, compatible, NAT64, 6to4 or Teredo address leads to, None for a plain one."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if any(address in network for network in (*NAT64, COMPATIBLE)):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
