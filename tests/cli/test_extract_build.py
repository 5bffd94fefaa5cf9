"""`timeline extract` and `timeline build`, called as a shell would call them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from commands import Timeline, lines

GOOD = {
    "id": "one",
    "source": "Harbour Courier",
    "title": "Bridge reopens",
    "published": "2023-05-10T09:00:00+02:00",
    "text": "The swing bridge reopened on Monday. The council will repair its motor on 20 May.",
}
UNDATED = {"id": "two", "text": "The old bridge collapsed on 3 March 1931."}
EMPTY = {"id": "three", "published": "2023-05-10", "text": " "}


def test_extract_prints_a_line_an_article(timeline: Timeline) -> None:
    run = timeline("extract", "-", given=lines(GOOD))
    record = json.loads(run.out)
    assert (run.status, record["id"]) == (0, "one")
    assert [(e["text"], e["when"]["edtf"]) for e in record["expressions"]] == [
        ("Monday", "2023-05-08"),
        ("20 May", "2023-05-20"),
    ]
    assert all(e["why"] for e in record["expressions"])
    assert {"reopened", "repair"} <= {m["trigger"] for m in record["mentions"]}


def test_expressions_only_leaves_the_mentions_out(timeline: Timeline) -> None:
    record = json.loads(timeline("extract", "--expressions-only", given=lines(GOOD)).out)
    assert len(record["expressions"]) == 2
    assert record["mentions"] == []


@pytest.mark.parametrize(
    ("given", "status", "complaint"),
    [
        (lines(GOOD, "{not json", GOOD), 3, "line 2"),
        (lines(GOOD, UNDATED), 3, "publi"),
        (lines(GOOD, EMPTY), 3, "text"),
        (lines(GOOD, GOOD | {"id": "long", "text": "word " * 200_001}, GOOD), 3, "line 2"),
        (lines(UNDATED), 1, "publi"),
        ("", 1, ""),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    timeline: Timeline, given: str, status: int, complaint: str
) -> None:
    run = timeline("extract", given=given)
    assert run.status == status
    assert complaint in run.err
    assert "Traceback" not in run.err
    assert [json.loads(line)["id"] for line in run.out.splitlines()] == ["one"] * given.count('"one"')


def test_an_undated_article_that_is_kept_has_its_absolute_dates(timeline: Timeline) -> None:
    run = timeline("extract", "--undated", "keep", given=lines(UNDATED))
    assert run.status == 0
    assert [e["when"]["edtf"] for e in json.loads(run.out)["expressions"]] == ["1931-03-03"]


@pytest.mark.parametrize("arguments", [["extract", "--undated", "perhaps"], ["build", "--format", "pdf"], ["nothing"]])
def test_a_wrong_call_ends_with_2(timeline: Timeline, arguments: list[str]) -> None:
    assert timeline(*arguments, given=lines(GOOD)).status == 2


@pytest.mark.parametrize("shape", ["json", "ndjson", "csv", "md", "ics", "jsonld", "timelinejs", "html"])
def test_every_format_prints_the_chronology(timeline: Timeline, shape: str) -> None:
    run = timeline("build", "--format", shape, given=lines(GOOD))
    assert run.status == 0
    unmarked = re.sub(r"</?mark>|\r\n ", "", run.out)
    assert "bridge reopened on Monday" in unmarked


def test_build_keeps_background_only_on_demand(timeline: Timeline) -> None:
    background = GOOD | {"text": GOOD["text"] + " Many residents had complained."}
    default = json.loads(timeline("build", given=lines(background)).out)["events"]
    everything = json.loads(timeline("build", "--all", given=lines(background)).out)["events"]
    triggers = [{s["trigger"] for e in events for s in e["sources"]} for events in (default, everything)]
    assert "complained" not in triggers[0]
    assert "complained" in triggers[1]


def test_limit_keeps_the_most_salient_in_order_of_time(timeline: Timeline) -> None:
    every = json.loads(timeline("build", "--all", given=lines(GOOD)).out)["events"]
    kept = json.loads(timeline("build", "--all", "--limit", "1", given=lines(GOOD)).out)["events"]
    assert [e["id"] for e in kept] == [max(every, key=lambda e: e["salience"])["id"]]


def test_given_triggers_are_the_mentions(timeline: Timeline, tmp_path: Path) -> None:
    start = GOOD["text"].index("repair")
    spans = tmp_path / "triggers.jsonl"
    spans.write_text(lines({"article": "one", "start": start, "end": start + 6}))
    run = timeline("build", "--triggers", str(spans), given=lines(GOOD))
    (event,) = json.loads(run.out)["events"]
    assert [(s["trigger"], s["start"]) for s in event["sources"]] == [("repair", start)]


def test_triggers_that_become_no_mention_are_named(timeline: Timeline, tmp_path: Path) -> None:
    spans = tmp_path / "triggers.jsonl"
    start = GOOD["text"].index("repair")
    spans.write_text(
        lines({"article": "two", "start": 0, "end": 3}, {"article": "one", "start": start, "end": start + 6})
    )
    run = timeline("build", "--triggers", str(spans), given=lines(GOOD))
    assert run.status == 0
    assert "1 of 2 triggers" in run.err
    assert "'two'" in run.err


def test_an_exact_repeat_is_dropped_and_another_text_with_its_id_refused(timeline: Timeline) -> None:
    once = timeline("build", given=lines(GOOD))
    repeated = timeline("build", given=lines(GOOD, GOOD))
    assert (repeated.status, repeated.err, repeated.out) == (0, "", once.out)
    other = timeline("build", given=lines(GOOD, GOOD | {"text": "The ferry sank on 3 May 2023."}))
    assert (other.status, other.out) == (3, once.out)
    assert "line 2" in other.err
    assert "'one'" in other.err


def test_an_empty_input_is_told(timeline: Timeline) -> None:
    for command in ("extract", "build"):
        run = timeline(command, given="")
        assert run.status == 1
        assert "no article" in run.err


def test_given_triggers_that_start_together_are_events_with_ids_of_their_own(
    timeline: Timeline, tmp_path: Path
) -> None:
    start = GOOD["text"].index("repair")
    spans = tmp_path / "triggers.jsonl"
    spans.write_text(lines(*({"article": "one", "start": start, "end": start + length} for length in (6, 16))))
    events = json.loads(timeline("build", "--triggers", str(spans), given=lines(GOOD)).out)["events"]
    assert len({event["id"] for event in events}) == len(events)
    assert sum(len(event["sources"]) for event in events) == 2


@pytest.mark.parametrize(
    ("option", "content", "complaint"),
    [
        ("--landmarks", '[{"name": "x"}]', "entry 1, `date`: "),
        ("--landmarks", '[{"name": "x", "date": "last year", "phrases": []}]', "'x'"),
        ("--triggers", '{"article": "one", "start": 5, "end": 2}', "line 1"),
        ("--triggers", "nonsense", "line 1"),
    ],
)
def test_a_faulty_side_file_is_named_with_what_is_wrong(
    timeline: Timeline, tmp_path: Path, option: str, content: str, complaint: str
) -> None:
    path = tmp_path / "side"
    path.write_text(content)
    run = timeline("build", option, str(path), given=lines(GOOD))
    assert run.status == 1
    assert str(path) in run.err
    assert complaint in run.err
    assert run.out == ""


def test_a_landmark_dates_what_hangs_on_it(timeline: Timeline, tmp_path: Path) -> None:
    article = GOOD | {"text": "Two days after the flood, the mayor resigned."}
    landmarks = tmp_path / "landmarks.json"
    landmarks.write_text(json.dumps([{"name": "the flood", "date": "2023-04-30", "phrases": ["the flood"]}]))
    (event,) = [
        e
        for e in json.loads(timeline("build", "--landmarks", str(landmarks), given=lines(article)).out)["events"]
        if e["sources"][0]["trigger"] == "resigned"
    ]
    assert event["when"]["edtf"] == "2023-05-02"
