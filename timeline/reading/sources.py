"""Where articles are read from: files by their kind, whole folders, streams."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from timeline.reading.documents import read_document, read_html
from timeline.reading.jsonfiles import read_file, read_lines
from timeline.reading.refusal import Refusal, Undated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.types import Article

STREAM = "-"
KINDS = (".jsonl", ".ndjson", ".json", ".md", ".markdown", ".txt", ".html", ".htm")


def read(source: str | Path | BinaryIO, *, undated: Undated = "refuse") -> Iterator[Article | Refusal]:
    """The articles of a file, of every file in a folder, or of a stream of JSON lines (`-` is standard input).

    What cannot be read comes as a Refusal in its place; nothing is raised.
    """
    if source == STREAM:
        yield from read_lines(sys.stdin.buffer, "standard input", undated=undated)
    elif not isinstance(source, str | Path):
        yield from read_lines(source, getattr(source, "name", "the stream"), undated=undated)
    elif Path(source).is_dir():
        yield from read_folder(Path(source), undated=undated)
    else:
        yield from read_path(Path(source), name=Path(source).stem, undated=undated)


def read_folder(folder: Path, *, undated: Undated) -> Iterator[Article | Refusal]:
    """The articles of all files below a folder whose kind we know, in order of their names."""
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in KINDS and path.is_file()]
    if not paths:
        yield Refusal(place=str(folder), reason=f"no file in it ends in {', '.join(KINDS)}")
    for path in paths:
        yield from read_path(path, name=path.relative_to(folder).with_suffix("").as_posix(), undated=undated)


def read_path(path: Path, *, name: str, undated: Undated) -> Iterator[Article | Refusal]:
    """The articles of one file, read as its ending says; `name` is the id of one that has no other."""
    place = str(path)
    try:
        match path.suffix.lower():
            case ".jsonl" | ".ndjson":
                with path.open("rb") as lines:
                    yield from read_lines(lines, place, undated=undated)
            case ".json":
                yield from read_file(path.read_bytes(), place, undated=undated)
            case ".md" | ".markdown" | ".txt":
                yield read_document(path.read_bytes(), place, name=name, undated=undated)
            case ".html" | ".htm":
                yield read_html(path.read_bytes(), place, name=name, undated=undated)
            case _:
                yield Refusal(place=place, reason=f"what kind of file is it? known are {', '.join(KINDS)}")
    except OSError as problem:
        yield Refusal(place=place, reason=problem.strerror or "cannot be read")
