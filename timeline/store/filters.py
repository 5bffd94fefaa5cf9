"""Which events a question means: a condition for each filter it sets, and apart from them the values they compare with.

Conditions hold names in place of values, so that a question is compiled once for each set of filters, not each time.
A filter can be met in two ways: an event is among those that it means (`meant`), which can be found by it, or it is
looked at by itself (`met`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Double, Integer, Select, String, bindparam, exists, select
from sqlmodel import col

from timeline import edtf
from timeline.store.keys import feed_key, language_key, source_key
from timeline.store.names import folded
from timeline.store.search import matching, phrases
from timeline.store.tables import EventKeyRow, EventNameRow, EventRedirectRow, EventRow, NameRow, NameWordRow, PinRow
from timeline.store.values.errors import QueryError

if TYPE_CHECKING:
    from timeline.store.values.questions import TimelineQuery

# What an event meets through its words, names or articles, and what by a column of its own, with that column's index.
SETS = ("name", "place", "text", "feed", "source", "language")
COLUMNS = {
    "status": "ix_events_status_order",
    "precision": "ix_events_precision_order",
    "min_sources": "ix_events_source_count",
    "min_independent": "ix_events_independent_source_count",
    "start": "ix_events_upper",
    "end": "ix_events_lower",
}


def values(query: TimelineQuery) -> dict[str, Any]:
    """What each filter that is set compares with; raises QueryError for a date that is none."""
    text = query.text if query.text is not None and query.text.strip() else None
    asked = {
        "text": None if text is None else phrases(text),
        "feed": None if query.feed is None else feed_key(query.feed),
        "source": None if query.source is None else source_key(query.source),
        "language": None if query.language is None else language_key(query.language),
        "status": query.status,
        "precision": query.precision,
        "min_sources": query.min_sources,
        "min_independent": query.min_independent,
        "start": None if query.start is None else moment(query.start).lower,
        "end": None if query.end is None else moment(query.end).upper,
        "pinned": query.pinned,
    }
    for filter_, name in (("name", query.name), ("place", query.place)):
        if name is not None:
            asked[filter_], asked[f"{filter_}_word"] = containing(name), longest_word(name)
    return {name: value for name, value in asked.items() if value is not None}


def met(name: str, dialect: str) -> ColumnElement[bool]:
    """That an event meets a filter."""
    match name:
        case "status":
            return col(EventRow.status) == bindparam("status", type_=String)
        case "precision":
            return col(EventRow.precision) == bindparam("precision", type_=String)
        case "min_sources":
            return col(EventRow.source_count) >= bindparam("min_sources", type_=Integer)
        case "min_independent":
            return col(EventRow.independent_source_count) >= bindparam("min_independent", type_=Integer)
        case "start":
            return col(EventRow.upper) >= bindparam("start", type_=Double)
        case "end":
            return col(EventRow.lower) <= bindparam("end", type_=Double)
        case "text":
            return col(EventRow.number).in_(matching(dialect))
        case "name" | "place":
            return exists().where(col(EventNameRow.event) == col(EventRow.number), naming(name))
        case _:
            return exists().where(col(EventKeyRow.event) == col(EventRow.number), keyed(name))


def meant(name: str, dialect: str) -> Select[Any]:
    """The numbers of all events that meet one of SETS."""
    match name:
        case "text":
            return matching(dialect)
        case "name" | "place":
            return select(col(EventNameRow.event)).where(naming(name))
        case _:
            return select(col(EventKeyRow.event)).where(keyed(name))


def keyed(name: str) -> ColumnElement[bool]:
    """That a key of an event is the one looked for."""
    return col(EventKeyRow.key) == bindparam(name, type_=String)


def naming(name: str) -> ColumnElement[bool]:
    """That a name of an event is the one looked for, or holds it as whole words, in any case."""
    word = select(col(NameWordRow.name)).where(col(NameWordRow.word) == bindparam(f"{name}_word", type_=String))
    whole = col(NameRow.folded).like(bindparam(name, type_=String), escape="\\")
    names = select(col(NameRow.number)).where(col(NameRow.number).in_(word), whole)
    mine = col(EventNameRow.name).in_(names)
    return mine & (col(EventNameRow.kind) == "place") if name == "place" else mine


def containing(name: str) -> str:
    """The pattern of names that hold this one as whole words."""
    wanted = folded(name).replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
    return f"%{wanted}%"


def longest_word(name: str) -> str:
    """The word of a name that the fewest other names are likely to share."""
    return max(folded(name).split(), key=len, default="")


def pinned() -> ColumnElement[bool]:
    """That a saved timeline shows an event whatever else it asks."""
    mine = col(PinRow.timeline) == bindparam("pinned", type_=String)
    now = select(col(EventRedirectRow.target)).join(PinRow, col(PinRow.event) == col(EventRedirectRow.event))
    return col(EventRow.id).in_(select(col(PinRow.event)).where(mine).union_all(now.where(mine)))


def moment(text: str) -> edtf.Edtf:
    """The time that an EDTF text names; raises QueryError where it is none."""
    try:
        return edtf.parse(text)
    except edtf.EdtfError as problem:
        raise QueryError(f"{text!r} is no date in EDTF, such as 2022, 2022-02 or 2022-02-24: {problem}") from problem
