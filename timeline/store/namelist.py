"""The names by which events call someone or somewhere, those of the most events first."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_
from sqlmodel import Session, col, select

from timeline.store.rows import number_of
from timeline.store.tables import EventNameRow, NameRow, NameWordRow
from timeline.store.values.errors import CursorError
from timeline.store.values.questions import NameEntry, NameKind, NamePage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PLACE": "place",
}
BEYOND = "\N{REPLACEMENT CHARACTER}"  # sorts after every letter that a word goes on with


def names(session: Session, *, prefix: str | None, kind: NameKind | None, limit: int, cursor: str | None) -> NamePage:
    """A page of names of which a word starts so, each word of the prefix but the last being whole."""
    wanted = select(NameRow).where(NameRow.events > 0)
    for condition in starting(prefix or ""):
        wanted = wanted.where(condition)
    if kind is not None:
        wanted = wanted.where(of_kind(kind))
    if cursor is not None:
        wanted = wanted.where(after(cursor))
    order = (col(NameRow.events).desc(), col(NameRow.folded), col(NameRow.number))
    rows = session.exec(wanted.order_by(*order).limit(limit + 1)).all()
    kept = rows[:limit]
    spelt = spellings(session, [number_of(row) for row in kept])
    return NamePage(
        names=tuple(
            NameEntry(name=row.name, kind=kind_of(row.label), spellings=spelt[number_of(row)], count=row.events)
            for row in kept
        ),
        next=write_cursor(kept[-1]) if len(rows) > limit and kept else None,
    )


def starting(prefix: str) -> Iterable[ColumnElement[bool]]:
    """That a name has these words, the last of which may go on."""
    *whole, last = prefix.casefold().split() or [""]
    word = col(NameWordRow.word)
    for one in whole:
        yield has_word(word == one)
    if last:  # in two conditions: PostgreSQL reads no BETWEEN in a collation of its own
        yield has_word(and_(word >= last, word <= last + BEYOND))


def has_word(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """That one of a name's words meets a condition."""
    return col(NameRow.number).in_(select(col(NameWordRow.name)).where(condition))


def of_kind(kind: NameKind) -> ColumnElement[bool]:
    """That a name is of a kind."""
    if kind == "other":
        return col(NameRow.label).not_in(KINDS)
    return col(NameRow.label).in_([label for label, its in KINDS.items() if its == kind])


def kind_of(label: str) -> NameKind:
    """The kind of thing that a label of the language model stands for."""
    return KINDS.get(label, "other")


def spellings(session: Session, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The other spellings that events have of each of these names, by alphabet."""
    other = col(EventNameRow.main) != col(EventNameRow.name)
    rows = select(EventNameRow.main, NameRow.name).join(NameRow, col(NameRow.number) == col(EventNameRow.name))
    mine = rows.where(col(EventNameRow.main).in_(list(numbers)), other).distinct()
    found: defaultdict[int, list[str]] = defaultdict(list)
    for main, name in session.exec(mine):
        found[main].append(name)
    return defaultdict(tuple, {main: tuple(sorted(spelt)) for main, spelt in found.items()})


def after(cursor: str) -> ColumnElement[bool]:
    """What comes after the place of a cursor; raises CursorError for one that is none of ours."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        events, number, folded = urlsafe_b64decode(padded.encode("ascii")).decode().split("\t")
        many, last = int(events), int(number)
    except ValueError as problem:
        raise CursorError("the cursor is none of this service's: take `next` of the page before") from problem
    fewer = col(NameRow.events) < many
    further = or_(col(NameRow.folded) > folded, and_(col(NameRow.folded) == folded, col(NameRow.number) > last))
    return or_(fewer, and_(col(NameRow.events) == many, further))


def write_cursor(row: NameRow) -> str:
    """The place of a name."""
    return urlsafe_b64encode(f"{row.events}\t{row.number}\t{row.folded}".encode()).decode().rstrip("=")
