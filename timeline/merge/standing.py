"""Why an event is an entry of the default chronology or background, and what its salience is, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.mentions.salience import ENTRY
from timeline.merge.entries import notable, worth
from timeline.merge.tellings import Telling
from timeline.merge.vote import name_of
from timeline.types import Event


def standing(event: Event, tellings: Sequence[Telling]) -> Iterator[str]:
    """What each source makes of it, the weightiest telling of each; what follows for the event; its salience."""
    yield from dict.fromkeys(map(valued, weightiest(tellings)))
    yield f"an entry: {why_entry(tellings)}" if event.notable else f"background: {why_background(event, tellings)}"
    yield f"salience {event.salience:g}: {share_of(event)}"


def weightiest(tellings: Sequence[Telling]) -> Iterator[Telling]:
    """Of each article the telling that is worth most, the first of equals."""
    for article in dict.fromkeys(one.article.id for one in tellings):
        yield max((one for one in tellings if one.article.id == article), key=lambda one: worth(one.mention))


def valued(one: Telling) -> str:
    """How a source tells it, and what that is worth."""
    told = "as the news of its article" if one.mention.main_news else "beside its news"
    unread = "" if one.mention.readable else ", in words that cannot be read alone"
    return f"{name_of(one)} tells of it {told}{unread}: worth {worth(one.mention):.2f} ({ENTRY:g} makes an entry)"


def why_entry(tellings: Sequence[Telling]) -> str:
    """What made it one."""
    if any(notable(one.mention) for one in tellings):
        return "a source dates it, or has it as its news, and it is worth one"
    return "its story has few, and it is worth most of what is left"


def why_background(event: Event, tellings: Sequence[Telling]) -> str:
    """What kept it from being one."""
    if event.when is None:
        return "no source says when it was"
    if not any(notable(one.mention) for one in tellings):
        return "no source that dates it, or has it as its news, makes it worth an entry"
    if not any(one.mention.readable for one in tellings):
        return "no source tells it in words that can be read alone"
    return "a weightier entry tells the same, or its story has entries enough"


def share_of(event: Event) -> str:
    """What its salience is made of."""
    if event.notable:
        return "its share of what its day is worth, by how many tell of it and how much the story is about it"
    return "what its tellings weigh together, less where they do not say when it was, and copies once"
