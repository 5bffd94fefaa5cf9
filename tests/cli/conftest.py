"""The command, for every test of it."""

from commands import store_file, timeline

__all__ = ["store_file", "timeline"]
