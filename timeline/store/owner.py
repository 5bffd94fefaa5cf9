"""Who holds a claim: a process of some machine, of which its neighbours can tell whether it still lives."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from uuid import uuid4

STATE, START = 0, 19  # of what follows the name in /proc/<pid>/stat, which proc(5) counts from 3
ENDED = ("Z", "X", "x")


def new_token() -> str:
    """A token of this process's own, never given twice."""
    pid = os.getpid()
    return f"{socket.gethostname()}/{pid}/{_start(_stat(pid))}/{uuid4().hex}"


def is_dead(token: str) -> bool:
    """Whether the process that made a token has ended; of another machine's processes nothing is known.

    Nothing is left to wait for of a process that nobody has reaped, as under the first process of many a container,
    nor where its number was given to another, which started at another time.
    """
    host, pid, start = (*token.split("/"), "", "")[:3]
    if os.name != "posix" or host != socket.gethostname() or not pid.isdigit():
        return False
    return not _exists(int(pid)) or _is_over(_stat(int(pid)), start)


def _exists(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # it lives, and is someone else's
    return True


def _stat(pid: int) -> list[str]:
    """What the system says of a process, behind its name, which may hold any sign; nothing where it says nothing."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return []


def _start(stat: list[str]) -> str:
    """When a process started, in ticks since the machine did; empty where the system does not say."""
    return stat[START] if len(stat) > START else ""


def _is_over(stat: list[str], start: str) -> bool:
    """Whether this is a process that has ended or another than the one that started then."""
    return bool(stat) and (stat[STATE] in ENDED or (start.isdigit() and start != _start(stat)))
