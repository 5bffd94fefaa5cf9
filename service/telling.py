"""What answers that follow from the events alone have in common: kept while none changes, tagged, packed once."""

from __future__ import annotations

from asyncio import to_thread
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from litestar import MediaType, Request
from litestar.response.base import ASGIResponse

from service.answers import GZIPPED, LEAST_PACKED, packed
from service.caching import matches

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.answers import Answers, Told
    from service.questions import Question
    from timeline.store import Edition, Store

SHAPE = b"3"  # of the answers; another one lets nobody keep what an older version of the service told


async def tell(
    request: Request[Any, Any, Any], words: bytes, edition: Edition, write: Callable[[], Told], *, at_once: bool = False
) -> ASGIResponse:
    """The answer to a question of these words, or 304 where the asker has it.

    `write` looks for it, in a thread unless that takes longer than looking: `at_once`.
    """
    tag = tag_of(edition, words)
    if holds(request, tag):
        return ASGIResponse(status_code=304, headers={"ETag": tag})
    pack = "gzip" in request.headers.get("accept-encoding", "")
    answers: Answers = request.app.state.answers
    if at_once and not pack:
        body = answers.get((words, pack), edition)
        if body is None:
            edition, body = write()
            answers.put((words, pack), edition, body)
    else:
        find = partial(to_thread, packed_where_wanted, write, pack=pack)
        edition, body = await answers.once((words, pack), edition, find)
    headers = {"ETag": tag_of(edition, words), **({"Content-Encoding": "gzip"} if body.startswith(GZIPPED) else {})}
    return ASGIResponse(body=body, media_type=MediaType.JSON, headers=headers)


def packed_where_wanted(write: Callable[[], Told], *, pack: bool) -> Told:
    """The answer, by gzip where it is to be packed and worth it."""
    edition, body = write()
    return edition, packed(body) if pack and len(body) >= LEAST_PACKED else body


async def edition_of(store: Store) -> Edition:
    """The edition of what is asked for now."""
    return store.edition() if store.reads_here else await to_thread(store.edition)


def words_of(request: Request[Any, Any, Any], *asked: bytes) -> bytes:
    """What tells an answer from all others of its edition: the path and what was asked there."""
    return b"\n".join((SHAPE, request.scope["path"].encode(), *asked))


def question_words(request: Request[Any, Any, Any], question: Question) -> bytes:
    """The same for a question to the chronology: with when the timeline that it is of was last changed."""
    changed = question.saved.changed_at.isoformat() if question.saved and question.saved.changed_at else ""
    return words_of(request, request.scope["query_string"], changed.encode())


def holds(request: Request[Any, Any, Any], tag: str) -> bool:
    """Whether the asker has the answer of that tag."""
    wanted = request.headers.get("if-none-match")
    return wanted is not None and matches(wanted.encode("latin-1"), tag.encode())


def tag_of(edition: Edition, words: bytes) -> str:
    """The same for one question until any event changes: known without looking for its events."""
    return f'W/"{edition.seq}-{blake2b(words, digest_size=6, key=edition.at.encode()).hexdigest()}"'
