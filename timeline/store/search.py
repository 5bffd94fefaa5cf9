"""Full text over events: FTS5 on SQLite, tsvector on PostgreSQL; one search, two bodies.

Both are made by the migrations and kept up by the database itself: triggers there, a generated column here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Select, String, bindparam, column, func, literal_column, select, table
from sqlalchemy.sql.expression import ColumnElement
from sqlmodel import Session, col

from timeline.store.tables import EventTextRow

if TYPE_CHECKING:
    from collections.abc import Iterator

TERM = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')
WORD = re.compile(r"\w+")
CONFIGURATION = "'english'"  # stems as FTS5's porter does


def matching(dialect: str) -> Select[Any]:
    """The numbers of events whose title, quotes, names or places hold every phrase of the parameter `text`."""
    wanted = bindparam("text", type_=String)
    if dialect == "sqlite":
        index = table("event_search", column("rowid"))
        return select(index.c.rowid).where(literal_column("event_search", Boolean).op("MATCH")(wanted))
    vector: ColumnElement[Any] = literal_column("event_texts.search")
    query = func.websearch_to_tsquery(literal_column(CONFIGURATION), wanted)
    return select(col(EventTextRow.event)).where(vector.op("@@", return_type=Boolean())(query))


def phrases(query: str) -> str:
    """The query as both databases read it: every term in quotes, so that no character of it is an operator."""
    return " ".join(f'"{" ".join(words)}"' for words in terms(query)) or '""'


def terms(query: str) -> Iterator[list[str]]:
    """The terms of a query, a list of words each; signs that are no part of a word separate them."""
    for term in TERM.finditer(query):
        words = WORD.findall(term["phrase"] if term["word"] is None else term["word"])
        if words:
            yield words


def forget_words(session: Session) -> None:
    """Take the words of what is no more out of the index: FTS5 only marks them as gone until parts of it are joined."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO event_search(event_search) VALUES ('optimize')")
