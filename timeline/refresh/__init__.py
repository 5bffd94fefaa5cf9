"""Following feeds: when to look, what came of it, and what that means for the next look."""

from timeline.refresh.bounds import Bounds
from timeline.refresh.find import find_feed
from timeline.refresh.interval import in_words
from timeline.refresh.look import LONGEST_LOOK, refresh_feed
from timeline.refresh.opml import Imported, OpmlError, Outline, follow_all, read_opml, write_opml
from timeline.refresh.tick import Ticked, tick
from timeline.refresh.trial import Finding, try_feed
from timeline.refresh.wishes import spare_resting

__all__ = [
    "LONGEST_LOOK",
    "Bounds",
    "Finding",
    "Imported",
    "OpmlError",
    "Outline",
    "Ticked",
    "find_feed",
    "follow_all",
    "in_words",
    "read_opml",
    "refresh_feed",
    "spare_resting",
    "tick",
    "try_feed",
    "write_opml",
]
