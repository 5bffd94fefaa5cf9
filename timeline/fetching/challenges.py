"""Answers that want a person, not a machine: challenge pages and pay walls. They are told, never worked around."""

from __future__ import annotations

from collections.abc import Mapping

WALLS = frozenset({401, 402})
# What the guards of web sites say of themselves in headers, whatever the status.
HEADERS = {
    "cf-mitigated": ("challenge", "block"),
    "x-amzn-waf-action": ("challenge", "captcha"),
    "x-vercel-mitigated": ("challenge", "deny"),
    "x-datadome": ("protected",),
    "x-sucuri-block": ("",),
}
# Marks of their pages. Ordinary pages carry some of them too (Cloudflare adds its script to answers with 200), so they
# count only on a status that is no answer.
REFUSING = frozenset({403, 405, 406, 429, 503})
MARKS = (
    b"_cf_chl_opt",
    b"cf-challenge",
    b"cf-browser-verification",
    b"/cdn-cgi/challenge-platform/",
    b"<title>just a moment...</title>",
    b"<title>attention required! | cloudflare</title>",
    b"captcha-delivery.com",
    b"px-captcha",
    b"_incapsula_resource",
    b"/_sec/cp_challenge/",
    b"errors.edgesuite.net",
    b"g-recaptcha",
    b"h-captcha",
    b"awswafintegration",
)
# Pages that are nothing but a challenge and come with 200.
WHOLE = (b'id="anubis_challenge"', b"window._cf_chl_opt", b'id="challenge-error-text"')


def challenge(status: int, headers: Mapping[str, str], body: bytes) -> str | None:
    """What kept the machine out, None when nothing did; `body` may be the page's start."""
    for name, words in HEADERS.items():
        said = headers.get(name, "-").lower()
        if any(word in said for word in words) and said != "-" and (status != 200 or name != "x-datadome"):
            return f"a challenge page ({name}: {said[:40]})"
    if status in WALLS:
        return "a wall: the publisher wants a login or a payment"
    page = body.lower()
    marks = WHOLE if status == 200 else MARKS if status in REFUSING else ()
    mark = next((mark for mark in marks if mark in page), None)
    return f"a challenge page ({mark.decode()})" if mark is not None else None
