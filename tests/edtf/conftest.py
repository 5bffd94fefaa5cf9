"""Property tests measure no time: two shared cores make Hypothesis' deadline of 200 ms fail at random."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")
