"""The library's values as JSON and back: what was stored reads as what was saved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from timeline.exports.json import event_json
from timeline.steps import Step
from timeline.types import DatedExpression, Event, Mention
from timeline.written import Written

if TYPE_CHECKING:
    from collections.abc import Sequence

# `timeline.types` names these two for type checkers only; here they are needed for real.
NAMES = {"Step": Step, "Written": Written}
EXPRESSIONS: TypeAdapter[tuple[DatedExpression, ...]] = TypeAdapter(tuple[DatedExpression, ...])
MENTION: TypeAdapter[Mention] = TypeAdapter(Mention)
EVENT: TypeAdapter[Event] = TypeAdapter(Event)
for adapter in (EXPRESSIONS, MENTION, EVENT):
    adapter.rebuild(_types_namespace=NAMES)


def pack_event(event: Event) -> str:
    """An event as stored."""
    return EVENT.dump_json(event).decode()


def unpack_event(payload: str) -> Event:
    """The event that was packed."""
    return EVENT.validate_json(payload)


def pack_mention(mention: Mention) -> str:
    """A mention as stored."""
    return MENTION.dump_json(mention).decode()


def unpack_mention(payload: str) -> Mention:
    """The mention that was packed."""
    return MENTION.validate_json(payload)


def pack_expressions(expressions: Sequence[DatedExpression]) -> str:
    """An article's expressions as stored."""
    return EXPRESSIONS.dump_json(tuple(expressions)).decode()


def unpack_expressions(payload: str) -> tuple[DatedExpression, ...]:
    """The expressions that were packed."""
    return EXPRESSIONS.validate_json(payload)


def view_of(event: Event) -> str:
    """The event as the contract shows it, made once when it is written: a page of them is a join of strings."""
    return json.dumps(event_json(event), ensure_ascii=False, separators=(",", ":"))
