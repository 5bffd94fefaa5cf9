"""Reading: every kind of input into articles; what cannot be read is named and the rest goes on."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.identity import made_id
from timeline.pages import read_stamp
from timeline.reading import Refusal, read
from timeline.types import Article

TEXT = "The swing bridge reopened on Monday."
GOOD = {"id": "one", "published": "2023-05-10T23:30:00-05:00", "source": "Harbour Courier", "text": TEXT}
PAGE = (
    '<html lang="en"><head><title>Bridge</title><meta property="article:published_time" content="2023-05-10">'
    f"</head><body><article><h1>Bridge</h1>{f'<p>{TEXT} Ships wait for it again.</p>' * 5}</article></body></html>"
)
FRONT = "---\ntitle: Bridge: open\nsource: 'Harbour Courier'\ndate: 2023-05-10\n---\n"


def articles(path: Path, **options: str) -> list[Article]:
    found = list(read(path, **options))  # type: ignore[arg-type]
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


def refusals(path: Path) -> list[str]:
    return [str(one).removeprefix(str(path)) for one in read(path) if isinstance(one, Refusal)]


def fields(**changes: object) -> dict[str, object]:
    return {name: value for name, value in (GOOD | changes).items() if value is not None}


def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    lines = [json.dumps(fields(id=number)) for number in range(1000)]
    lines[499] = lines[499][:-1]
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(lines))
    found = list(read(path))
    (refused,) = (one for one in found if isinstance(one, Refusal))
    assert len(found) == 1000
    assert str(refused).startswith(f"{path}, line 500: no JSON: ")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "no JSON: Expecting property name enclosed in double quotes at column 2"),
        (b"\xff", "no JSON: byte 1 is not UTF-8"),
        (b"[" * 100_000, "no JSON: nested too deeply"),
        (b"[1]", "an article is a JSON object"),
        (b'"words"', "an article is a JSON object"),
        (json.dumps(fields(text=None)).encode(), "the article has no text"),
        (json.dumps(fields(text=" \n")).encode(), "the article has no text"),
        (json.dumps(fields(text=5)).encode(), "`text` must be a string"),
        (json.dumps(fields(source=["x"])).encode(), "`source` must be a string"),
        (json.dumps(fields(id=True)).encode(), "`id` must be a string"),
        (json.dumps(fields(text="ab\ud800")).encode(), "`text` holds half a character (a lone surrogate) at 2"),
        (json.dumps(fields(published=None)).encode(), "the article has no publication date"),
        (json.dumps(fields(published="")).encode(), "the article has no publication date"),
        (json.dumps(fields(published="10 May")).encode(), "`published` is '10 May', which is no ISO 8601 date"),
        (json.dumps(fields(published="2023-02-30")).encode(), "`published` is '2023-02-30', which is no ISO 8601 date"),
        (json.dumps(fields(published=2023)).encode(), "`published` must be a string"),
    ],
)
def test_a_line_is_refused_with_its_reason(line: bytes, reason: str) -> None:
    (refused,) = read(io.BytesIO(line))
    assert isinstance(refused, Refusal)
    assert (refused.place, refused.reason[: len(reason)]) == ("the stream, line 1", reason)


@pytest.mark.parametrize(
    ("raw", "day", "moment"),
    [
        ("2023-05-10", "2023-05-10", None),
        ("2023-05-10T23:30:00-05:00", "2023-05-10", "2023-05-10T23:30:00-05:00"),
        ("2023-05-10T00:10:00Z", "2023-05-10", "2023-05-10T00:10:00+00:00"),
        ("2023-05-10 00:10+0530", "2023-05-10", "2023-05-10T00:10:00+05:30"),
        ("2023-05-10T00:10:00", "2023-05-10", None),
    ],
)
def test_the_publication_keeps_the_publishers_day_and_offset(raw: str, day: str, moment: str | None) -> None:
    (article,) = read(io.BytesIO(json.dumps(fields(published=raw)).encode()))
    assert isinstance(article, Article)
    published = article.published
    assert published is not None
    assert (published.raw, published.day.isoformat()) == (raw, day)
    assert (published.moment.isoformat() if published.moment else None) == moment


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Wed, 05 Mar 2025 10:00:00 +0200", "2025-03-05T10:00:00+02:00"),
        ("2025-03-05T10:00:00+02:00", "2025-03-05T10:00:00+02:00"),
        ("2025-03-05", "2025-03-05"),
    ],
)
def test_the_publication_is_shown_as_iso_8601_however_it_was_written(raw: str, shown: str) -> None:
    published = read_stamp(raw, origin="feed")
    assert published is not None
    assert published.iso == shown


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"id": "x"}, "x"),
        ({"id": 17}, "17"),
        ({"id": None, "url": "https://post.example/a#b"}, made_id(url="https://post.example/a", text="")),
        ({"id": "", "url": None}, made_id(url=None, text=TEXT)),
    ],
)
def test_an_article_has_its_own_id_or_one_made_for_it(given: dict[str, object], expected: str) -> None:
    (article,) = read(io.BytesIO(json.dumps(fields(**given)).encode()))
    assert isinstance(article, Article)
    assert article.id == expected


def test_an_undated_article_can_be_kept() -> None:
    (article,) = read(io.BytesIO(json.dumps(fields(published=None)).encode()), undated="keep")
    assert isinstance(article, Article)
    assert article.published is None


Write = Callable[[Path], object]
KINDS: list[tuple[str, str, list[str]]] = [
    ("a.jsonl", json.dumps(GOOD) + "\n\n" + json.dumps(fields(id="two")) + "\n", ["one", "two"]),
    ("a.ndjson", "\ufeff" + json.dumps(GOOD), ["one"]),
    ("a.json", json.dumps(GOOD, indent=2), ["one"]),
    ("a.json", "\ufeff" + json.dumps([GOOD, fields(id="two")]), ["one", "two"]),
    ("a.json", json.dumps(GOOD) + "\n" + json.dumps(fields(id="two")), ["one", "two"]),
    ("bridge.md", FRONT + TEXT, ["bridge"]),
    ("bridge.TXT", FRONT.replace("\n", "\r\n") + TEXT + "\r\n", ["bridge"]),
    ("bridge.markdown", FRONT.replace("title", "id: own\ntitle") + TEXT, ["own"]),
    ("page.html", PAGE, ["page"]),
    ("page.htm", PAGE, ["page"]),
    ("empty.jsonl", "", []),
]


@pytest.mark.parametrize(("name", "content", "ids"), KINDS)
def test_every_kind_of_file_is_read(tmp_path: Path, name: str, content: str, ids: list[str]) -> None:
    (tmp_path / name).write_bytes(content.encode())
    found = articles(tmp_path / name)
    assert [one.id for one in found] == ids
    for one in found:
        assert one.published is not None
        assert one.published.day.isoformat() == "2023-05-10"
        assert TEXT in one.text


def test_front_matter_gives_the_facts_and_the_rest_is_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FRONT + "\nFirst.\n\n---\n\nSecond: not a fact.\n")
    (article,) = articles(tmp_path / "a.md")
    assert (article.title, article.source) == ("Bridge: open", "Harbour Courier")
    assert article.text == "First.\n\n---\n\nSecond: not a fact."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.md", TEXT.encode(), ": the article has no publication date"),
        ("a.txt", FRONT.encode(), ": the article has no text"),
        ("a.txt", b"\xe9", ": byte 1 is not UTF-8"),
        ("a.html", b"<html></html>", ": no article found on the page"),
        ("a.html", PAGE.replace("2023-05-10", "soon").encode(), ": the page does not say when"),
        ("a.json", b"{", ": no JSON: "),
        ("a.json", b"[1]", ", entry 1: an article is a JSON object"),
        ("a.pdf", b"%PDF", ": what kind of file is it?"),
    ],
)
def test_a_file_is_refused_with_its_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    (refused,) = refusals(tmp_path / name)
    assert refused.startswith(reason)


def test_a_folder_is_read_in_order_and_an_id_is_the_path_in_it(tmp_path: Path) -> None:
    for name in ("b.md", "a/index.md", "a/notes.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(FRONT + TEXT)
    assert [one.id for one in articles(tmp_path)] == ["a/index", "b"]


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refusals(tmp_path / "none.md") == [": No such file or directory"]
    (tmp_path / "empty").mkdir()
    assert refusals(tmp_path / "empty")[0].startswith(": no file in it ends in .jsonl")


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(GOOD).encode())))
    assert [one.id for one in read("-") if isinstance(one, Article)] == ["one"]


def test_reading_is_a_stream() -> None:
    def endless() -> object:
        while True:
            yield json.dumps(GOOD).encode()

    assert isinstance(next(iter(read(endless()))), Article)  # type: ignore[arg-type]
