"""What a machine wrote as a time of publication, read without losing the publisher's day."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from timeline.types import Published

ISO = re.compile(
    r"""
    (?P<day>\d{4}-\d\d-\d\d)
    (?:[T\ ](?P<clock>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?
       \s?(?P<offset>Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?
    )?
    """,
    re.VERBOSE,
)
UTC_NAMES = frozenset({"Z", "z", "UTC", "GMT"})


def read_stamp(raw: str, *, origin: str) -> Published | None:
    """The publication day and moment of an ISO 8601 or RFC 5322 date, None when `raw` is neither.

    The offset stays as it was written: 23:30 -0500 is the publisher's day, not the next one of UTC.
    """
    stamp = raw.strip()
    try:
        return _iso(stamp, origin=origin) or _rfc5322(stamp, origin=origin)
    except (ValueError, TypeError, OverflowError):
        return None


def _iso(stamp: str, *, origin: str) -> Published | None:
    found = ISO.fullmatch(stamp)
    if found is None:
        return None
    day = date.fromisoformat(found["day"])
    if found["clock"] is None:
        return Published(raw=stamp, day=day, origin=origin)
    offset = found["offset"]
    if offset is None:
        return Published(raw=stamp, day=day, origin=origin)
    zone = "+00:00" if offset in UTC_NAMES else offset
    return Published(
        raw=stamp, day=day, moment=datetime.fromisoformat(f"{found['day']}T{found['clock']}{zone}"), origin=origin
    )


def _rfc5322(stamp: str, *, origin: str) -> Published | None:
    moment = parsedate_to_datetime(stamp)
    # RFC 5322 writes an unknown zone as -0000, which arrives without one: the day is all that is known.
    return Published(raw=stamp, day=moment.date(), moment=moment if moment.tzinfo else None, origin=origin)
