"""`timeline feeds refresh --dry-run`: what a look would ask for, without asking anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.cli.tables import moment
from timeline.store import TooSoonError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.store import Feed, Store

PLANNED = ("id", "address", "plan", "detail")


def plan(store: Store, feeds: Iterable[Feed], *, due: bool, forced: bool) -> list[tuple[object, ...]]:
    """A row for each feed: whether it would be asked now, and how, or why not."""
    return [(feed.id, feed.url, *intent(store, feed, due=due, forced=forced)) for feed in feeds]


def intent(store: Store, feed: Feed, *, due: bool, forced: bool) -> tuple[str, str]:
    """What would be done with a feed, and the reason or the manner; `due` where only those are meant."""
    if due and feed.disabled:
        return "disabled", feed.disabled
    if due and feed.next_check_at > store.now():
        return "not due", f"not before {moment(feed.next_check_at)}"
    try:
        store.check_look(feed.id, forced=due or forced)
    except TooSoonError as refusal:
        return "not yet", str(refusal)
    return "would be asked", manner(feed)


def manner(feed: Feed) -> str:
    """How a feed would be asked."""
    validators = (("ETag", feed.etag), ("Last-Modified", feed.last_modified))
    known = " and ".join(name for name, value in validators if value)
    return f"whether it has changed, by its {known}" if known else "for all of it: it gave nothing to compare with"
