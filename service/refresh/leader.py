"""One leader among all workers and processes on a store, by a lock that ends with whoever holds it."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO, Protocol

import psycopg

LEADERS_TURN = 7402_1876  # the advisory lock of PostgreSQL that the leader holds, any number of our own


class Leadership(Protocol):
    """A lock that at most one process has."""

    def holds(self) -> bool:
        """Whether the lock is ours: takes it if nobody has it, and notices when it was lost."""

    def release(self) -> None:
        """Let another have it."""


def leadership(database: str) -> Leadership:
    """The leader's lock of a store: beside the SQLite file, or in PostgreSQL itself."""
    if "://" not in database:
        return FileLock(Path(database).expanduser())
    scheme, _, rest = database.partition("://")
    if scheme.startswith("sqlite"):
        return FileLock(Path(rest.removeprefix("/").partition("?")[0]))
    return AdvisoryLock(f"postgresql://{rest}")


class FileLock:
    """`flock` on a file beside the database; the system lets go of it when the process dies, however it dies.

    Whoever has the lock writes its process number into the file, for operators to read; the number alone locks nothing.
    """

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".leader")
        self._file: IO[str] | None = None

    def holds(self) -> bool:
        """Whether the lock is ours."""
        if self._file is not None:
            return True
        file = self._path.open("a")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        self._file = file
        return True

    def release(self) -> None:
        """Let another have it."""
        if self._file is not None:
            self._file.truncate(0)
            self._file.close()
            self._file = None


class AdvisoryLock:
    """`pg_try_advisory_lock` on a connection of its own; lost with the connection."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: psycopg.Connection | None = None
        self._held = False

    def holds(self) -> bool:
        """Whether the lock is ours; a lost connection is a lost lock, and the next call tries again."""
        try:
            if self._connection is None:
                self._connection = psycopg.connect(self._url, autocommit=True, connect_timeout=5)
            question = "SELECT true" if self._held else f"SELECT pg_try_advisory_lock({LEADERS_TURN})"
            row = self._connection.execute(question).fetchone()
        except psycopg.Error:
            self.release()
            return False
        self._held = row is not None and bool(row[0])
        return self._held

    def release(self) -> None:
        """Let another have it."""
        self._held = False
        if self._connection is not None:
            self._connection.close()
            self._connection = None
