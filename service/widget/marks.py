"""An article's text with the times it names and the happenings it tells marked in it, and a note on each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from service.widget.links import event_href, mark_id
from service.widget.views import NoteView, Paragraph, Piece
from timeline.exports.json import why_json
from timeline.exports.listing.dates import date_view
from timeline.exports.listing.words import BASES, TIMEXES, telling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.store import Reading
    from timeline.types import DatedExpression, Mention

# From the least to the most: whichever is over the same words is seen.
KINDS = ("time", "aside", "happening")
NO_DATE = "no date"
LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Marked words, by character, and the note on them."""

    start: int
    end: int
    note: NoteView


def paragraphs(reading: Reading, *, root: str) -> tuple[Paragraph, ...]:
    """The article line by line, each with its notes in the order of the words."""
    text = reading.extraction.article.text
    marks = sorted(all_marks(reading, root), key=lambda mark: (mark.start, mark.end))
    return tuple(paragraph(text, line.start(), line.end(), marks) for line in LINE.finditer(text))


def all_marks(reading: Reading, root: str) -> Iterator[Mark]:
    """The marks of the times, then those of the happenings."""
    for number, dated in enumerate(reading.extraction.expressions):
        yield Mark(start=dated.expression.start, end=dated.expression.end, note=time_note(number, dated))
    for number, mention in enumerate(reading.extraction.mentions):
        yield Mark(
            start=mention.start, end=mention.end, note=happening_note(number, mention, reading=reading, root=root)
        )


def time_note(number: int, dated: DatedExpression) -> NoteView:
    """What kind of time an expression names, and when that is."""
    expression = dated.expression
    return NoteView(
        id=f"time-{number}",
        words=expression.text,
        back=f"#{mark_id(expression.start)}",
        kind="time",
        date=date_view(dated.when) if dated.when else None,
        says=TIMEXES[dated.timex.type],
        why=tuple(why_json(dated.steps)),
    )


def happening_note(number: int, mention: Mention, *, reading: Reading, root: str) -> NoteView:
    """What a mention tells, when that was, who says so, and the entry it went into; an aside where that is hidden."""
    event = reading.events.get(mention.start)
    says = telling(mention.stance, mention.speaker.name if mention.speaker else None)
    return NoteView(
        id=f"told-{number}",
        words=mention.trigger,
        summary=mention.summary,
        back=f"#{mark_id(mention.start)}",
        kind="happening" if event in reading.notable else "aside",
        date=date_view(mention.when) if mention.when else None,
        says=f"{says}, {BASES[mention.basis]}" if mention.when else says,
        why=tuple(why_json(mention.steps)),
        event=event_href(root, event) if event else None,
    )


def paragraph(text: str, start: int, end: int, marks: Sequence[Mark]) -> Paragraph:
    """One line of the text, cut wherever a mark begins or ends."""
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end} | {cut for mark in here for cut in (mark.start, mark.end) if start < cut < end})
    notes = [mark.note for mark in here if mark.start >= start]
    return Paragraph(
        pieces=tuple(piece(text, first, last, here) for first, last in pairwise(cuts)),
        notes=tuple(note for note in notes if note.kind != "aside"),
        asides=tuple(note for note in notes if note.kind == "aside"),
    )


def piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> Piece:
    """The words between two cuts, with all that is said about them."""
    over = [mark for mark in marks if mark.start <= start and mark.end >= end]
    if not over:
        return Piece(text=text[start:end])
    return Piece(
        text=text[start:end],
        id=mark_id(start),
        notes=tuple(mark.note.id for mark in over),
        kind=max((mark.note.kind for mark in over), key=KINDS.index),
        about="; ".join(dict.fromkeys(about(mark.note) for mark in over)),
    )


def about(note: NoteView) -> str:
    """A note in a few words."""
    date = note.date.label if note.date else NO_DATE
    return f"{date}: {note.summary}" if note.summary else date
