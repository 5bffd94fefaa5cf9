"""The commands over a database, called as a shell would call them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from commands import Timeline, lines

from timeline.cli import progress

if TYPE_CHECKING:
    pass

ARTICLES = [
    {
        "id": "one",
        "source": "Harbour Courier",
        "title": "Bridge reopens",
        "published": "2023-05-10T09:00:00+02:00",
        "text": "Mayor Ann Vey reopened the swing bridge on Monday. The council will repair its motor on 20 May.",
    },
    {
        "id": "two",
        "source": "Canal Post",
        "published": "2023-05-11T09:00:00+02:00",
        "text": "A ferry sank off Tarvik on 2 May, the coast guard said.",
    },
]


@pytest.fixture
def told(timeline: Timeline) -> Timeline:
    """The command, over a database with two articles in it."""
    assert timeline("ingest", "-", given=lines(*ARTICLES)).status == 0
    return timeline


def test_ingesting_twice_changes_nothing(timeline: Timeline) -> None:
    first = timeline("ingest", "-", given=lines(*ARTICLES))
    again = timeline("ingest", "-", given=lines(*ARTICLES))
    assert first.out.startswith("2 new; 2 articles and ")
    assert again.out == first.out.replace("2 new", "2 unchanged")


def test_a_bad_line_is_named_and_the_others_are_ingested(timeline: Timeline) -> None:
    run = timeline("ingest", "-", given=lines(ARTICLES[0], "{", ARTICLES[1]))
    assert (run.status, run.out[:6]) == (3, "2 new;")
    assert run.err.startswith("timeline: standard input, line 2: no JSON: ")


@pytest.mark.parametrize(
    ("arguments", "status", "error"),
    [
        (["ingest"], 2, "Missing argument"),
        (["ingest", "/nowhere.md"], 1, "timeline: /nowhere.md: No such file or directory"),
        (["ingest", "http://127.0.0.1:9/a"], 1, "timeline: http://127.0.0.1:9/a: "),
        (["ingest", "-", "--landmarks", "/nowhere.json"], 1, "timeline: cannot read the landmark file"),
        (["ingest", "-", "--model", "no_such_model"], 1, "timeline: The spaCy pipeline 'no_such_model'"),
        (["chronology", "--status", "odd"], 2, "Invalid value for '--status'"),
        (["chronology", "--database", "/nowhere/t.db"], 1, "timeline: there is no folder /nowhere"),
        (["explain", "none"], 1, "timeline: there is no event 'none'"),
        (["articles", "correct", "one"], 2, "give --published or --source"),
        (["articles", "correct", "one", "--published", "10 May"], 1, "timeline: `published` is '10 May'"),
        (["articles", "remove", "none"], 1, "timeline: there is no article 'none'"),
        (["feeds", "add", "nonsense"], 1, "timeline: 'nonsense': only http and https"),
        (["feeds", "remove", "7"], 1, "timeline: there is no feed '7'"),
        (["feeds", "refresh", "7"], 1, "timeline: there is no feed '7'"),
        (["db", "check", "--database", "/nowhere/t.db"], 1, "timeline: there is no database /nowhere/t.db"),
        (["db", "backup", "/nowhere/x", "--database", "/nowhere/t.db"], 1, "timeline: there is no database"),
        (["db", "restore", "/nowhere/x"], 1, "timeline: there is no backup /nowhere/x"),
        (["db", "upgrade", "--database", "mysql://x"], 1, "timeline: cannot use"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    timeline: Timeline, arguments: list[str], status: int, error: str
) -> None:
    given = lines(*ARTICLES) if "--model" in arguments else ""
    run = timeline(*arguments, given=given)
    assert (run.status, run.out) == (status, "")
    assert error in run.err
    assert "Traceback" not in run.err
    assert status == 2 or run.err.startswith(error)


@pytest.mark.parametrize(
    ("filters", "whats"),
    [
        ([], ["sank", "reopened", "repair"]),
        (["--text", "ferry"], ["sank"]),
        (["--name", "Tarvik"], ["sank"]),
        (["--name", "nobody"], []),
        (["--from", "2023-05-03", "--to", "2023-05-09"], ["reopened"]),
        (["--source", "Harbour Courier"], ["reopened", "repair"]),
        (["--status", "planned"], ["repair"]),
    ],
)
def test_the_chronology_is_filtered(told: Timeline, filters: list[str], whats: list[str]) -> None:
    rows = told("chronology", *filters).rows
    assert [any(what in row[1] for row in rows) for what in whats] == [True] * len(whats)
    assert len(rows) == len(whats)


def test_a_limit_keeps_the_most_salient_in_order_of_time(told: Timeline) -> None:
    whole = told("chronology", "--all").rows
    limited = told("chronology", "--all", "--limit", "2").rows
    assert len(limited) == 2 < len(whole)
    assert [row for row in whole if row in limited] == limited


def test_the_chronology_comes_in_every_format(told: Timeline) -> None:
    events = json.loads(told("chronology", "--format", "json").out)["events"]
    assert [event["id"] for event in events] == [row[4] for row in told("chronology").rows]
    assert told("chronology", "--format", "csv").out.count("\n") > 3


def test_a_terminal_gets_a_table_and_nothing_it_would_obey(told: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = {**ARTICLES[0], "id": "bad\x1b]0;x\x07", "title": "Bridge\n\x1b[2Jclosed [bold]now"}
    told("ingest", "-", given=lines(hostile))
    assert told("articles", "list").rows[0][4] == "Bridge [2Jclosed [bold]now"
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    shown = told("articles", "list").out
    assert "published" in shown
    assert "[2Jclosed [bold]now" in shown
    assert "\x1b[2J" not in shown
    assert "\x1b]0" not in shown


def test_a_long_ingest_says_how_far_it_is(timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SECONDS_A_LINE", 0.0)
    plain = timeline("ingest", "-", given=lines(*ARTICLES)).err.splitlines()
    assert plain == ["saving articles: 1", "saving articles: 2", "reading articles: 1 of 2", "reading articles: 2 of 2"]
    monkeypatch.setenv("FORCE_COLOR", "1")
    bar = timeline("ingest", "-", given=lines({**ARTICLES[0], "id": "three"})).err
    assert "reading articles" in bar
    assert "━" in bar


def test_an_entry_is_explained(told: Timeline) -> None:
    _, what, status, outlet, event = told("chronology", "--text", "ferry").rows[0]
    (shown,) = json.loads(told("chronology", "--text", "ferry", "--format", "json").out)["events"]
    run = told("explain", event)
    assert (run.status, run.err) == (0, "")
    heading, *said = run.out.splitlines()
    assert heading == f"{what} ({event})"
    headings = ["Why this date", "Why this status", "Why an entry, or background", "Why one event"]
    assert [line for line in said if line.startswith("Why ")] == headings
    assert [f"  {why}" for why in shown["sources"][0]["why"]] == said[2 : said.index("", 1)]
    assert any(line.startswith(f"  {status}: ") for line in said)
    assert any(line.startswith(f"  {outlet} ") for line in said)


def test_a_corrected_article_is_dated_again(told: Timeline) -> None:
    before = told("chronology", "--text", "reopened").rows[0][0]
    run = told("articles", "correct", "one", "--published", "2023-06-10", "--source", "Canal Post")
    assert run.rows[0][:4] == ["one", "2023-06-10", "Canal Post", "merged"]
    after = told("chronology", "--text", "reopened").rows[0]
    assert (before, after[0], after[3]) == ("8 May 2023", "5 June 2023", "Canal Post")


def test_a_removed_article_takes_its_events_along(told: Timeline, tmp_path: Path) -> None:
    assert told("articles", "remove", "two").status == 0
    assert told("chronology", "--all", "--text", "ferry").rows == []
    assert told("articles", "list", "--state", "removed").rows[0][0] == "two"
    assert "1 taken down before" in told("ingest", "-", given=lines(ARTICLES[1])).out


def test_an_address_is_ingested(timeline: Timeline, web: object) -> None:
    body = "".join(f"<p>The council closed bridge number {number} on Monday, 8 May.</p>" for number in range(6))
    head = '<title>Bridges</title><meta property="article:published_time" content="2023-05-10T09:00:00+02:00">'
    url = web.say(
        "/a", f"<html><head>{head}</head><body><article>{body}</article></body></html>", Content_Type="text/html"
    )  # type: ignore[attr-defined]
    assert timeline("ingest", url, "--allow-private-addresses").out.startswith("1 new;")
    assert timeline("articles", "list").rows[0][1:4] == ["2023-05-10T09:00:00+02:00", url.split("/")[2], "merged"]


def test_the_database_is_saved_put_back_checked_and_upgraded(told: Timeline, tmp_path: Path) -> None:
    before = told("chronology", "--all").out
    assert told("db", "backup", tmp_path / "saved").status == 0
    told("articles", "remove", "two")
    assert "as it was before: " in told("db", "restore", tmp_path / "saved").out
    assert told("chronology", "--all").out == before
    assert told("db", "check").status == 0
    assert told("db", "upgrade").status == 0
    with closing(sqlite3.connect(tmp_path / "timeline.db")) as connection:
        connection.execute("DROP INDEX ix_events_seq")
    run = told("db", "check")
    assert (run.status, "ix_events_seq" in run.err) == (1, True)


def test_landmarks_are_kept_for_later_merges(timeline: Timeline, tmp_path: Path) -> None:
    landmarks = tmp_path / "landmarks.json"
    landmarks.write_text(json.dumps([{"name": "Sinking", "date": "2023-05-02", "phrases": ["the sinking"]}]))
    article = {"id": "x", "published": "2023-05-11", "text": "Divers found the wreck two days after the sinking."}
    timeline("ingest", "-", given=lines(article))
    assert "4 May 2023" not in timeline("chronology", "--all").out
    timeline("ingest", "-", "--landmarks", landmarks, given=lines(article))
    assert "4 May 2023" in timeline("chronology", "--all").out


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_a_date_that_is_none_is_a_wrong_call(told: Timeline, option: str) -> None:
    run = told("chronology", option, "nonsense")
    assert run.status == 2
    assert "EDTF" in run.err


def test_the_version_is_told(timeline: Timeline) -> None:
    run = timeline("--version")
    assert (run.status, run.out) == (0, f"{version('event-timeline')}\n")
