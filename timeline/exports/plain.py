"""Other people's text with nothing in it that a file format has no place for."""

from __future__ import annotations

import re

# XML 1.0 has no place for these (2.2), nor has iCalendar (RFC 5545, 3.1); a terminal would obey them.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text without control characters, line breaks and tabs aside."""
    return UNPRINTABLE.sub("", text)
