"""How often a feed asks to be looked at: RSS `ttl`, `skipHours`, `skipDays` and the syndication module."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from timeline.fetching.items import Pace

PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LONGEST_TTL = 366 * 24 * 60  # minutes
NUMBER = re.compile(r"\d{1,9}")
# feedparser keeps only the last hour and the last day of these lists, so they are read from the bytes.
SKIPPED = {
    "hour": re.compile(rb"<skipHours>(.{0,2000}?)</skipHours>", re.IGNORECASE | re.DOTALL),
    "day": re.compile(rb"<skipDays>(.{0,1000}?)</skipDays>", re.IGNORECASE | re.DOTALL),
}
ENTRY = re.compile(rb"<\s*(hour|day)\s*>\s*([A-Za-z0-9]{1,9})\s*<", re.IGNORECASE)


def read_pace(feed: Mapping[str, Any], body: bytes) -> Pace:
    """What the channel asks for; what it says without sense is as if unsaid."""
    return Pace(
        ttl=_ttl(str(feed.get("ttl") or "")),
        update_every=_update_every(feed),
        skip_hours=frozenset(int(hour) % 24 for hour in _skipped("hour", body) if hour.isdigit() and int(hour) <= 24),
        skip_days=frozenset(WEEKDAYS.index(day) for day in _skipped("day", body) if day in WEEKDAYS),
    )


def _ttl(raw: str) -> timedelta | None:
    found = NUMBER.match(raw.strip())
    return timedelta(minutes=min(int(found[0]), LONGEST_TTL)) if found and int(found[0]) else None


def _update_every(feed: Mapping[str, Any]) -> timedelta | None:
    """The updates are `sy:updateFrequency` to a `sy:updatePeriod`; without a period nothing is said."""
    period = PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    if period is None:
        return None
    found = NUMBER.match(str(feed.get("sy_updatefrequency") or "1").strip())
    return period / max(int(found[0]), 1) if found else period


def _skipped(entry: str, body: bytes) -> list[str]:
    found = SKIPPED[entry].search(body)
    entries = ENTRY.findall(found[1]) if found else []
    return [word.decode("ascii").lower() for name, word in entries if name.lower() == entry.encode()]
