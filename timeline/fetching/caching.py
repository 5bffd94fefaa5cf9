"""What a server says about coming back: how long its answer holds, and how long to stay away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 366 * 86_400.0  # a header's larger number says no more than "long"
MAX_AGE = re.compile(r'(?:^|[,\s])max-age\s*=\s*"?(?P<seconds>\d{1,12})', re.IGNORECASE)
STALE_AT_ONCE = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.IGNORECASE)
SECONDS = re.compile(r"\d{1,12}")


def fresh_seconds(headers: Mapping[str, str]) -> float | None:
    """For how many seconds from now an answer holds (RFC 9111, 4.2), None where the server does not say.

    `no-cache` and `no-store` are 0; `max-age` goes before `Expires`; what `Age` says was spent on the way is taken off.
    """
    control = headers.get("cache-control", "")
    if STALE_AT_ONCE.search(control):
        return 0.0
    found = MAX_AGE.search(control)
    if found is not None:
        return _bounded(float(found["seconds"]) - _age(headers))
    if "expires" not in headers:
        return None
    return seconds_until(headers["expires"], headers=headers) or 0.0  # "0" and "-1" mean that it is over (RFC 9111)


def retry_seconds(headers: Mapping[str, str]) -> float | None:
    """How many seconds `Retry-After` asks to stay away, from a number or a date; None where it says neither."""
    raw = headers.get("retry-after", "").strip()
    if SECONDS.fullmatch(raw):
        return _bounded(float(raw))
    return seconds_until(raw, headers=headers)


def seconds_until(raw: str, *, headers: Mapping[str, str]) -> float | None:
    """Seconds from the server's own `Date` (else from our clock) to an HTTP date, never below 0; None for no date."""
    then, now = http_date(raw), http_date(headers.get("date", "")) or datetime.now(UTC)
    return None if then is None else _bounded((then - now).total_seconds())


def http_date(raw: str) -> datetime | None:
    """The moment an HTTP date names, in any of its three spellings; None for anything else."""
    try:
        moment = parsedate_to_datetime(raw)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _age(headers: Mapping[str, str]) -> float:
    raw = headers.get("age", "").strip()
    return float(raw) if SECONDS.fullmatch(raw) else 0.0


def _bounded(seconds: float) -> float:
    return min(max(seconds, 0.0), LONGEST)
