"""Answers that are kept: of one state of the store, and never more than was allowed."""

from __future__ import annotations

import gzip

from service.answers import Answers, packed


def asked(number: int) -> tuple[bytes, bool]:
    return str(number).encode(), False


def test_an_answer_holds_until_any_event_changes() -> None:
    answers = Answers(1000)
    answers.put(asked(1), 7, b"told")
    assert answers.get(asked(1), 7) == b"told"
    assert answers.get(asked(1), 8) is None
    assert answers.get((b"1", True), 7) is None
    answers.put(asked(1), 8, b"told anew")
    assert (answers.get(asked(1), 7), answers.get(asked(1), 8)) == (None, b"told anew")


def test_what_nobody_asks_for_makes_room() -> None:
    answers = Answers(1000)
    for number in range(10):
        answers.put(asked(number), 1, b"x" * 100)
    assert answers.get(asked(0), 1) is not None
    answers.put(asked(10), 1, b"x" * 100)
    kept = [number for number in range(11) if answers.get(asked(number), 1) is not None]
    assert kept == [0, *range(2, 11)]


def test_an_answer_that_would_drive_out_the_others_is_not_kept() -> None:
    answers = Answers(1000)
    answers.put(asked(1), 1, b"x" * 251)
    assert answers.get(asked(1), 1) is None
    none = Answers(0)
    none.put(asked(1), 1, b"x")
    assert none.get(asked(1), 1) is None


def test_the_same_bytes_are_packed_the_same() -> None:
    assert packed(b"told" * 1000) == packed(b"told" * 1000)
    assert gzip.decompress(packed(b"told" * 1000)) == b"told" * 1000
