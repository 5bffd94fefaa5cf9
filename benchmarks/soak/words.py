"""Articles of our own making: two sentences each, every one about other people and places."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256

FIRST = ("Bel", "Cor", "Dan", "Fen", "Gor", "Hal", "Jor", "Kel", "Lin", "Mar", "Nor", "Per", "Ros", "Sel", "Tor", "Vel")
LAST = ("dan", "vik", "run", "mar", "lis", "ton", "gar", "bek", "nis", "tal", "rik", "sen", "mir", "dor", "lan", "wen")


def name(number: int, *, salt: int) -> str:
    """A made-up name, as unlike those of the numbers beside it as chance has it: like names are told as one person."""
    fate = sha256(f"{salt} {number}".encode()).digest()
    tables = (FIRST, LAST, LAST, LAST, LAST)
    return "".join(table[byte % 16] for table, byte in zip(tables, fate, strict=False))


def story(number: int) -> str:
    """Two sentences with a date, a person, a place and a happening."""
    person, place = f"{name(number, salt=1)} {name(number, salt=3).title()}", name(number, salt=5)
    day = 1 + number % 28
    return (
        f"Mayor {person} of {place} closed bridge {number} on {day} February 2025. "
        f"Engineers found {number} cracks in it two days later, {name(number, salt=9)} Weekly reported."
    )


def page(number: int) -> str:
    """The web page of an article."""
    head = '<meta property="article:published_time" content="2025-03-05T10:00:00+01:00">'
    body = f"<h1>Bridge {number} is closed</h1><p>{story(number)}</p>"
    return f"<html><head><title>Bridge {number}</title>{head}</head><body><article>{body}</article></body></html>"


def rss(feed: int, items: list[tuple[int, str]], *, base: str, now: datetime | None = None) -> str:
    """A feed with these items, the newest first, five minutes between two of them."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Outlet {feed} – Überblick</title>'
        + "".join(entry(number, text, at, base=base, now=now) for at, (number, text) in enumerate(items))
        + "</channel></rss>"
    )


def entry(number: int, text: str, at: int, *, base: str, now: datetime | None) -> str:
    """One item of a feed."""
    then = (now or datetime(2025, 3, 5, 9, tzinfo=UTC)) - timedelta(minutes=5 * at)
    return (
        f"<item><title>Bridge {number}</title><link>{base}/page/{number}</link><guid>bridge-{number}</guid>"
        f"<pubDate>{format_datetime(then)}</pubDate><description>{text}</description></item>"
    )
