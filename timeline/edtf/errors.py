"""What is raised where a text is not Extended Date/Time Format."""

from __future__ import annotations


class EdtfError(ValueError):
    """A text or a value that EDTF, as far as it is read here, cannot hold; the message says what to write instead."""
