"""The leader's lock: one holder among all, free again when the holder is gone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from service.refresh.leader import FileLock, Leadership, leadership

HOLD = """
import sys, time
from pathlib import Path
from service.refresh.leader import FileLock

lock = FileLock(Path(sys.argv[1]))
print(lock.holds(), flush=True)
time.sleep(60)
"""
CUT_OFF = """
SELECT pg_terminate_backend(pid) FROM pg_locks
WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def test_only_one_holds_the_lock_until_it_lets_go(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "t.db"), FileLock(tmp_path / "t.db")
    assert (first.holds(), second.holds(), first.holds()) == (True, False, True)
    first.release()
    assert (second.holds(), first.holds()) == (True, False)
    second.release()


def test_the_file_of_the_lock_says_who_leads(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "t.db"), FileLock(tmp_path / "t.db")
    file = tmp_path / "t.db.leader"
    file.write_text("4194305, of a process that was killed\n")
    for lock in (first, second):
        assert lock.holds()
        assert file.read_text() == f"{os.getpid()}\n"
        assert not (second if lock is first else first).holds()
        assert file.read_text() == f"{os.getpid()}\n"
        lock.release()
        assert file.read_text() == ""


def test_the_lock_ends_with_a_process_that_is_killed(tmp_path: Path) -> None:
    database = tmp_path / "t.db"
    command = [sys.executable, "-c", HOLD, str(database)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        lock = FileLock(database)
        assert not lock.holds()
        holder.kill()
        holder.wait(60)
    assert lock.holds()
    lock.release()


@pytest.mark.parametrize(
    ("database", "beside"),
    [
        ("t.db", "t.db.leader"),
        ("sqlite:///t.db", "t.db.leader"),
        ("sqlite:///{here}/t.db", "t.db.leader"),
        ("sqlite:///t.db?timeout=3", "t.db.leader"),
    ],
)
def test_the_lock_stands_beside_the_database(
    database: str, beside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lock = leadership(database.format(here=tmp_path))
    assert lock.holds()
    assert [path.name for path in tmp_path.iterdir()] == [beside]
    lock.release()


def comes_to_hold(lock: Leadership) -> bool:
    """Whether the lock can be had in the end: PostgreSQL lets go of it a moment after its connection was closed."""
    until = time.monotonic() + 60
    while not lock.holds() and time.monotonic() < until:
        time.sleep(0.02)
    return lock.holds()


@pytest.mark.postgres
def test_on_postgresql_only_one_holds_the_lock(postgres_database: str) -> None:
    first, second = leadership(postgres_database), leadership(postgres_database)
    assert (first.holds(), second.holds(), first.holds()) == (True, False, True)
    first.release()
    assert comes_to_hold(second)
    second.release()


@pytest.mark.postgres
def test_on_postgresql_a_lost_connection_is_a_lost_lock(postgres_database: str) -> None:
    first, second = leadership(postgres_database), leadership(postgres_database)
    assert first.holds()
    with psycopg.connect(postgres_database, autocommit=True) as admin:
        admin.execute(CUT_OFF)
    assert comes_to_hold(second)
    assert not first.holds()
    second.release()
