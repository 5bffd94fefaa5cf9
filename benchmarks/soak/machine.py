"""What a process takes of its machine."""

from __future__ import annotations

import asyncio
import os
import re
import resource
from pathlib import Path


def peak_mb() -> float:
    """The most memory this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def memory_mb() -> tuple[float, float]:
    """The memory this process has: all of it, and what is its own (no mapped files), in MB."""
    status = Path("/proc/self/status").read_text()
    found = {key: int(value) / 1024 for key, value in re.findall(r"^(VmRSS|RssAnon):\s+(\d+) kB", status, re.M)}
    return found["VmRSS"], found["RssAnon"]


def handles() -> int:
    """How many files and sockets are open."""
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208  # a path each would be opened for nothing


def tasks() -> int:
    """How many tasks there are on the event loop."""
    return len(asyncio.all_tasks())
