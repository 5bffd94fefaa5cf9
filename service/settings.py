"""Every setting of the service, read from the environment once."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from ipaddress import ip_network
from typing import Any

from timeline.types import TimelineError

PREFIX = "TIMELINE_"
YES, NO = frozenset({"1", "true", "yes", "on"}), frozenset({"", "0", "false", "no", "off"})


LOG_FORMATS = ("auto", "json", "plain")


class SettingError(TimelineError):
    """A setting that cannot be read; the message names its variable."""


def _number(smallest: int) -> Callable[[str], int]:
    def read(raw: str) -> int:
        number = int(raw)
        if number < smallest:
            raise ValueError(f"at least {smallest} is needed")
        return number

    return read


def _seconds(raw: str) -> float:
    seconds = float(raw)
    if not 0 < seconds < float("inf"):
        raise ValueError("seconds above 0 are needed")
    return seconds


def _pause(raw: str) -> float:
    seconds = float(raw)
    if not 0 <= seconds < float("inf"):
        raise ValueError("seconds from 0 on are needed")
    return seconds


def _switch(raw: str) -> bool:
    word = raw.strip().lower()
    if word not in YES | NO:
        raise ValueError("true or false is needed")
    return word in YES


def _log_format(raw: str) -> str:
    word = raw.strip().lower()
    if word not in LOG_FORMATS:
        raise ValueError(f"one of {', '.join(LOG_FORMATS)} is needed")
    return word


def _text(raw: str) -> str | None:
    return raw.strip() or None


def _proxies(raw: str) -> str:
    networks = [str(ip_network(part.strip())) for part in raw.replace(",", " ").split()]
    return ", ".join(network.removesuffix("/32").removesuffix("/128") for network in networks)


def _origins(raw: str) -> str:
    origins = raw.split()
    if not origins or any(sign in raw for sign in ";,"):
        raise ValueError("origins with spaces between are needed, such as https://example.org, or * or 'none'")
    return " ".join(origins)


def _setting(read: Callable[[str], Any], about: str, *, default: Any) -> Any:
    return field(default=default, metadata={"read": read, "about": about})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the service runs; each field is the variable TIMELINE_<FIELD>."""

    database: str = _setting(str, "SQLite file, or a PostgreSQL URL", default="timeline.db")
    api_key: str | None = _setting(_text, "key for write calls; without one only loopback may write", default=None)
    host: str = _setting(str, "address that `timeline serve` binds to", default="127.0.0.1")
    port: int = _setting(_number(0), "port that `timeline serve` binds to", default=8000)
    model: str | None = _setting(_text, "installed spaCy pipeline that reads the articles", default=None)
    extraction_workers: int = _setting(_number(1), "processes that read articles, in each server worker", default=1)
    tick_seconds: float = _setting(_seconds, "how often the feeds that are due are looked for", default=30.0)
    feed_seconds: float = _setting(_seconds, "shortest time between two looks at a feed", default=900.0)
    feed_longest_seconds: float = _setting(_seconds, "longest time between two looks at a feed", default=86400.0)
    revisit_days: int = _setting(_number(0), "days for which pages of articles are looked at again", default=7)
    log_format: str = _setting(_log_format, "json, plain for people, or auto: plain in a terminal", default="auto")
    allow_private_addresses: bool = _setting(_switch, "fetch from private and loopback addresses too", default=False)
    contact: str | None = _setting(_text, "address or URL in the User-Agent of every fetch", default=None)
    fetch_seconds: float = _setting(_seconds, "how long one fetch may take in all", default=30.0)
    fetch_pause_seconds: float = _setting(_pause, "seconds between two requests to one host", default=2.0)
    frame_ancestors: str = _setting(_origins, "whose pages may frame what /embed/ holds", default="*")
    read_needs_key: bool = _setting(_switch, "reading needs a key too", default=False)
    rate_limit: int = _setting(_number(0), "calls a minute that one address may make; 0 for no limit", default=0)
    trusted_proxies: str = _setting(
        _proxies, "addresses and networks of proxies whose X-Forwarded-For and -Proto are believed", default="127.0.0.1"
    )
    answers_mb: int = _setting(_number(0), "megabytes of answers kept for those who ask the same", default=32)
    max_body_bytes: int = _setting(_number(1000), "largest request body", default=4_000_000)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings of the environment over the defaults; raises SettingError for one that cannot be read."""
        given = os.environ if environment is None else environment
        return cls(**{name: _read(name, given[variable(name)]) for name in names() if variable(name) in given})


def names() -> tuple[str, ...]:
    """The names of all settings."""
    return tuple(setting.name for setting in fields(Settings))


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + name.upper()


def _read(name: str, raw: str) -> Any:
    (setting,) = (setting for setting in fields(Settings) if setting.name == name)
    try:
        return setting.metadata["read"](raw)
    except ValueError as error:
        raise SettingError(f"{variable(name)}={raw!r}: {error}") from error
