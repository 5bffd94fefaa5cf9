"""Keys that callers of the service bring: only their digests are kept."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from timeline.store.tables import AccessKeyRow
from timeline.store.values.access import AccessKey, KeyExistsError
from timeline.store.values.errors import NotFoundError

if TYPE_CHECKING:
    from datetime import datetime

    from timeline.store.tables import KeyScope

PREFIX = "tlk_"  # so that people, and scanners of repositories, see what it is


def make(session: Session, name: str, scope: KeyScope, now: datetime) -> str:
    """A new key under a name that no key has had; shown this once, because only its digest is kept."""
    if session.exec(select(AccessKeyRow).where(AccessKeyRow.name == name)).first() is not None:
        raise KeyExistsError(f"there is a key {name!r} already: choose another name")
    key = PREFIX + secrets.token_urlsafe(32)
    session.add(AccessKeyRow(name=name, scope=scope, digest=digest(key), made_at=now))
    return key


def find(session: Session, key: str) -> AccessKey | None:
    """The key that somebody brings, None where it is none of ours or was revoked."""
    row = session.exec(select(AccessKeyRow).where(AccessKeyRow.digest == digest(key))).first()
    return key_of(row) if row is not None and row.revoked_at is None else None


def keys(session: Session) -> tuple[AccessKey, ...]:
    """All keys, the first made first, those that were revoked among them."""
    return tuple(map(key_of, session.exec(select(AccessKeyRow).order_by(col(AccessKeyRow.number)))))


def revoke(session: Session, name: str, now: datetime) -> None:
    """Let a key open nothing any more; its name stays taken, so that a log line means one key for ever."""
    row = session.exec(select(AccessKeyRow).where(AccessKeyRow.name == name)).first()
    if row is None:
        raise NotFoundError(f"there is no key {name!r}: see `timeline keys list`")
    row.revoked_at = row.revoked_at or now
    session.add(row)


def key_of(row: AccessKeyRow) -> AccessKey:
    """What may be shown of a key."""
    return AccessKey(
        name=row.name,
        scope=row.scope,  # type: ignore[arg-type]  # written by `make` alone, which takes a KeyScope
        made_at=row.made_at,
        revoked_at=row.revoked_at,
    )


def digest(key: str) -> str:
    """SHA-256: a key is 256 random bits, so neither salt nor a slow hash would make it harder to guess."""
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
