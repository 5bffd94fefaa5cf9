"""Connections and transactions: writers take turns from their first statement on, readers never wait."""

from __future__ import annotations

from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, FromClause, create_engine, event, text
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlmodel import Session

from timeline.types import TimelineError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

SQLITE = b"SQLite format 3\0"  # how every file of it begins
BUSY_SECONDS = 15  # a merge of a large story writes for a second or two while the others wait
POOL = {"pool_size": 16, "max_overflow": 32}  # more than a web server's worker has threads
WRITERS_TURN = 7402_1875  # the advisory lock of PostgreSQL that writers take, any number of our own
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-8000",  # kilobytes a connection; with the usual 2,000 a page of events takes twice as long
    "PRAGMA secure_delete=ON",  # what is taken down is written over
)


class HintedCompiler(SQLiteCompiler):
    """SQLite's statements, in which a hint says by which index a table is read: it has no counts to tell by."""

    def get_from_hint_text(self, table: FromClause, text: str | None) -> str | None:  # noqa: ARG002  # SQLAlchemy's
        """The hint as it stands behind the table."""
        return text


class DatabaseError(TimelineError):
    """A database that cannot be opened or used."""


def database_url(database: str) -> str:
    """A SQLAlchemy URL; a bare path means an SQLite file, a bare `postgresql:` URL means psycopg."""
    scheme, mark, rest = database.partition("://")
    if not mark:
        return f"sqlite:///{Path(database).expanduser()}"
    if scheme in ("postgres", "postgresql"):
        return f"postgresql+psycopg://{rest}"
    return database


def open_engine(database: str, *, create: bool = True) -> Engine:
    """An engine whose transactions begin as we say; raises DatabaseError for a URL that is none.

    Without `create`, an SQLite file has to be there.
    """
    try:
        url = make_url(database_url(database))
        match url.get_backend_name():
            case "sqlite":
                check_file(url.database or "", create=create)
                engine = create_engine(url, connect_args={"isolation_level": None, "timeout": BUSY_SECONDS}, **POOL)
                engine.dialect.statement_compiler = HintedCompiler
                event.listen(engine, "connect", set_pragmas)
                event.listen(engine, "begin", begin)
            case "postgresql":
                engine = create_engine(url, pool_pre_ping=True, **POOL)
            case other:
                raise DatabaseError(f"cannot use {other} as a database: give an SQLite file or a PostgreSQL URL")
    except (ArgumentError, ModuleNotFoundError) as problem:
        raise DatabaseError(f"cannot use {database!r} as a database: {problem}") from problem
    return engine


def check_file(name: str, *, create: bool) -> None:
    """Raise DatabaseError where a file cannot be an SQLite database, or may not be made and is not there."""
    if name in {"", ":memory:"}:
        raise DatabaseError("a store in memory would forget everything: name an SQLite file")
    path = Path(name)
    if not create and not path.is_file():
        raise DatabaseError(f"there is no database {name}")
    if not name.startswith("file:") and not path.parent.is_dir():
        raise DatabaseError(f"there is no folder {path.parent} for the database {name}")
    if path.is_dir():
        raise DatabaseError(f"{name} is a folder: name an SQLite file")
    if path.is_file() and (start := first_bytes(path)) and start != SQLITE:
        raise DatabaseError(f"{name} is no SQLite database: name another file, which is made where there is none")


def first_bytes(path: Path) -> bytes:
    """As many bytes of a file as tell what it is; none of a file that may not be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE))
    except OSError:
        return b""  # the database says why


def set_pragmas(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Prepare each new SQLite connection."""
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def begin(connection: Connection) -> None:
    """Begin as asked for: pysqlite's own transactions lost updates under threads."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def told_plainly() -> Iterator[None]:
    """Raise DatabaseError, in a line that a user can act on, for what the database refuses."""
    try:
        yield
    except (DBAPIError, PoolTimeoutError) as problem:
        reason = problem.orig if isinstance(problem, DBAPIError) else problem
        raise DatabaseError(f"the database refused: {reason}") from problem


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that sees one state of the store from its first to its last statement."""
    with told_plainly(), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")  # noqa: PLW2901  # the same one
        with connection.begin(), Session(connection, autoflush=False) as session:
            yield session


@contextmanager
def writing(engine: Engine, turn: Lock) -> Iterator[Session]:
    """A session that is the only writer of the store; commits at the end, or leaves no trace.

    `turn` lets the threads of a process queue before they meet the other processes: SQLite's own wait is a lottery.
    """
    with told_plainly(), turn, engine.connect() as connection:
        connection.execution_options(begin="BEGIN IMMEDIATE")
        with connection.begin(), Session(connection, expire_on_commit=False) as session:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": WRITERS_TURN})
            yield session
            session.flush()


def empty_journal(engine: Engine) -> None:
    """Write what SQLite's journal still holds into the file, and cut the journal to nothing.

    A reader that still looks at an older state stops it; the next one to call this does it.
    """
    if engine.dialect.name == "sqlite":
        with told_plainly(), closing(engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchone()
            cursor.close()
