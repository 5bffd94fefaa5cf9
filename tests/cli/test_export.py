"""Exports of the store and of saved timelines, and saved timelines, by command."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
import pytest
from commands import Timeline, lines

from timeline.cli import main
from timeline.store import Store, TimelineQuery

BRIDGE = "Mayor Ann Vey reopened the swing bridge on Monday."
FERRY = "A ferry sank off Tarvik on 2 May, the coast guard said."
ARTICLES = [
    {"id": "one", "source": "Harbour Courier", "published": "2023-05-10", "text": BRIDGE},
    {"id": "two", "source": "Canal Post", "published": "2023-05-11", "text": FERRY},
]


@pytest.fixture(scope="module")
def store_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two articles."""
    folder = tmp_path_factory.mktemp("export")
    articles = folder / "articles.jsonl"
    articles.write_text(lines(*ARTICLES))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["timeline", "ingest", str(articles), "--database", str(folder / "timeline.db")])
        with pytest.raises(SystemExit, match="0"):
            main()
    return folder / "timeline.db"


def titles(out: str) -> list[str]:
    return [event["title"] for event in json.loads(out)["events"]]


@pytest.mark.parametrize(
    ("shape", "holds"),
    [
        ("json", '"events"'),
        ("ndjson", '{"id"'),
        ("csv", "title"),
        ("md", "sank"),
        ("ics", "BEGIN:VEVENT"),
        ("jsonld", "schema.org"),
        ("timelinejs", '"start_date"'),
        ("html", "<!doctype html>"),
        ("atom", "<entry>"),
        ("jsonfeed", "https://jsonfeed.org/version/1.1"),
    ],
)
def test_the_store_is_written_in_every_format(timeline: Timeline, tmp_path: Path, shape: str, holds: str) -> None:
    target = tmp_path / f"chronology.{shape}"
    assert timeline("export", "--format", shape, "-o", target) == (0, "", "")
    status, printed, _ = timeline("export", "--format", shape)
    assert status == 0
    assert target.read_bytes().decode() == printed
    assert holds in printed
    assert "sank" in printed


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ([], 2),
        (["--name", "Tarvik"], 1),
        (["--source", "Harbour Courier"], 1),
        (["--from", "2023-05-03"], 1),
        (["--precision", "day"], 2),
        (["--min-sources", "2"], 0),
        (["--lang", "de"], 0),
        (["--feed", "9"], 0),
    ],
)
def test_filters_choose_what_is_written(timeline: Timeline, filters: list[str], count: int) -> None:
    status, printed, _ = timeline("export", "--format", "json", *filters)
    assert (status, len(titles(printed))) == (0, count)


def test_a_saved_timeline_is_listed_exported_and_forgotten(timeline: Timeline, store_file: Path) -> None:
    store = Store(str(store_file))
    (bridge,) = [event.id for event in store.timeline(TimelineQuery(text="bridge")).events]
    store.close()
    saved = ("timelines", "save", "sinkings", "--title", "What sank", "--text", "sank")
    assert timeline(*saved)[:2] == (0, "sinkings: saved; `timeline export --timeline sinkings` writes its events\n")
    assert timeline(*saved, "--pin", bridge)[1].startswith("sinkings: changed")
    assert timeline("timelines", "list")[1].split("\t")[:4] == ["sinkings", "What sank", "text=sank", "1"]
    assert len(titles(timeline("export", "--format", "json", "--timeline", "sinkings")[1])) == 2
    _, backwards, _ = timeline("export", "--format", "json", "--timeline", "sinkings", "--sort", "-date")
    assert "bridge" in titles(backwards)[0]
    feed = feedparser.parse(timeline("export", "--format", "atom", "--timeline", "sinkings")[1])
    assert (feed.bozo, feed.feed.title, len(feed.entries)) == (False, "What sank", 2)
    assert feed.feed.links[0].href == "http://127.0.0.1:8000/v1/timeline.atom?timeline=sinkings"
    assert timeline("timelines", "remove", "sinkings")[:2] == (0, "sinkings: forgotten\n")
    assert timeline("export", "--format", "csv", "--timeline", "sinkings")[::2] == (
        1,
        "timeline: there is no timeline 'sinkings'\n",
    )


@pytest.mark.parametrize(
    ("arguments", "status", "error"),
    [
        (["export"], 2, "Missing option '--format'"),
        (["export", "--format", "pdf"], 2, "Invalid value for '--format'"),
        (["export", "--format", "csv", "--from", "soon"], 2, "Invalid value for '--from'"),
        (["export", "--format", "csv", "-o", "/nowhere/x.csv"], 2, "cannot write /nowhere/x.csv"),
        (["export", "--format", "csv", "--timeline", "none"], 1, "timeline: there is no timeline 'none'"),
        (["timelines", "save", "Not This", "--title", "x"], 2, "slug: up to 80 letters"),
        (["timelines", "save", "this", "--title", " "], 2, "title: a title is needed"),
        (["timelines", "save", "this", "--title", "x", "--landmark", "none"], 2, "there is no landmark 'none'"),
        (["timelines", "remove", "none"], 1, "timeline: there is no timeline 'none'"),
    ],
)
def test_what_cannot_be_done_is_said(timeline: Timeline, arguments: list[str], status: int, error: str) -> None:
    ended, out, said = timeline(*arguments)
    assert (ended, out) == (status, "")
    assert error in " ".join(said.split())
    assert "Traceback" not in said
