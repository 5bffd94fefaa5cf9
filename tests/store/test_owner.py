"""Who holds a claim, and whether its holder still lives."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from timeline.store import Store
from timeline.store.owner import is_dead, new_token

TELL_AND_WAIT = "from timeline.store.owner import new_token; print(new_token(), flush=True); input()"
CLAIM_AND_WAIT = """
import sys
from datetime import timedelta
from timeline.store import Store

store = Store(sys.argv[1])
print(len(store.due_feeds(store.now(), limit=10, lease=timedelta(hours=1))), flush=True)
input()
"""


class Holder:
    """A process that says one line and waits; when it is killed, nobody reaps it."""

    def __init__(self, program: str, *arguments: str) -> None:
        command = [sys.executable, "-c", program, *arguments]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.said = self._process.stdout.readline().strip()

    def kill(self) -> None:
        """End it as a power cut would, and leave what the system keeps until somebody asks how it ended."""
        self._process.kill()
        os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOWAIT)

    def reap(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def holder() -> Iterator[Holder]:
    held = Holder(TELL_AND_WAIT)
    yield held
    held.reap()


def test_a_process_is_dead_when_it_has_ended_reaped_or_not(holder: Holder) -> None:
    assert not is_dead(holder.said)
    holder.kill()
    assert is_dead(holder.said)
    holder.reap()
    assert is_dead(holder.said)


def test_a_process_that_was_given_the_number_of_another_is_not_that_one() -> None:
    host, pid, start, mark = new_token().split("/")
    assert not is_dead(f"{host}/{pid}/{start}/{mark}")
    assert is_dead(f"{host}/{pid}/{int(start) - 1}/{mark}")


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("elsewhere/{pid}/1/abc", id="of another machine"),
        pytest.param("{host}/{pid}/d41d8cd98f00b204e9800998ecf8427e", id="as tokens were written before"),
        pytest.param("{host}/{pid}//abc", id="where the system does not say when a process started"),
        pytest.param("", id="no token at all"),
    ],
)
def test_of_what_cannot_be_known_nobody_is_called_dead(token: str) -> None:
    host, pid = new_token().split("/")[:2]
    assert not is_dead(token.format(host=host, pid=pid))


def test_what_a_killed_process_held_of_the_feeds_is_due_at_once(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "t.db"))
    store.prepare()
    feed = store.add_feed("https://feed.example/a")
    holder = Holder(CLAIM_AND_WAIT, str(tmp_path / "t.db"))
    try:
        assert holder.said == "1"
        assert store.due_feeds(store.now(), limit=10, lease=timedelta(hours=1)) == ()
        holder.kill()
        assert [due.id for due in store.due_feeds(store.now(), limit=10, lease=timedelta(hours=1))] == [feed.id]
    finally:
        holder.reap()
        store.close()
