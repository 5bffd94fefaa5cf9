"""Files in, articles out; what cannot be read is refused with its place and its reason."""

from __future__ import annotations

from timeline.reading.landmarks import LandmarkError, read_landmarks
from timeline.reading.record import LONGEST_TEXT, article_of, read_published
from timeline.reading.refusal import Refusal, Undated
from timeline.reading.sources import read
from timeline.reading.triggers import TriggerError, read_triggers

__all__ = [
    "LONGEST_TEXT",
    "LandmarkError",
    "Refusal",
    "TriggerError",
    "Undated",
    "article_of",
    "read",
    "read_landmarks",
    "read_published",
    "read_triggers",
]
