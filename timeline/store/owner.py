"""Who holds a claim: a process of some machine, of which its neighbours can tell whether it still lives."""

from __future__ import annotations

import os
import socket
from uuid import uuid4


def new_token() -> str:
    """A token of this process's own, never given twice."""
    return f"{socket.gethostname()}/{os.getpid()}/{uuid4().hex}"


def is_dead(token: str) -> bool:
    """Whether the process that made a token has ended; of another machine's processes nothing is known."""
    host, _, rest = token.partition("/")
    pid = rest.partition("/")[0]
    if os.name != "posix" or host != socket.gethostname() or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False  # it lives, and is someone else's
    return False
