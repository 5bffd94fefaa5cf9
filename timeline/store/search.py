"""Full text over events: FTS5 on SQLite, tsvector on PostgreSQL; one search, two bodies.

Both are made by the migrations and kept up by the database itself: triggers there, a generated column here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, bindparam, column, func, literal_column, select, table
from sqlalchemy.sql.expression import ColumnElement
from sqlmodel import Session, col

from timeline.store.tables import EventRow

if TYPE_CHECKING:
    from collections.abc import Iterator

TERM = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)')
WORD = re.compile(r"\w+")
CONFIGURATION = "english"  # stems as FTS5's porter does


def matches(session: Session, query: str) -> ColumnElement[bool]:
    """The condition that an event's title, quotes, names or places hold every word and "phrase" of the query."""
    if session.get_bind().dialect.name == "sqlite":
        return matches_fts5(query)
    return matches_tsvector(query)


def matches_fts5(query: str) -> ColumnElement[bool]:
    """FTS5: every term quoted, so that no character of it is an operator."""
    index = table("event_search", column("rowid"))
    wanted = " AND ".join(f'"{" ".join(words)}"' for words in terms(query)) or '""'
    condition = literal_column("event_search", Boolean).op("MATCH")(bindparam(None, wanted))
    return col(EventRow.number).in_(select(index.c.rowid).where(condition))


def matches_tsvector(query: str) -> ColumnElement[bool]:
    """PostgreSQL: phrases word by word, joined with AND."""
    condition: ColumnElement[bool] = literal_column("false", Boolean)
    vector: ColumnElement[Any] = literal_column("events.search")
    for at, words in enumerate(terms(query)):
        found = vector.op("@@", return_type=Boolean())(func.phraseto_tsquery(CONFIGURATION, " ".join(words)))
        condition = condition & found if at else found
    return condition


def terms(query: str) -> Iterator[list[str]]:
    """The terms of a query, a list of words each; signs that are no part of a word separate them."""
    for term in TERM.finditer(query):
        words = WORD.findall(term["phrase"] if term["word"] is None else term["word"])
        if words:
            yield words
