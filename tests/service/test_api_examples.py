"""Every example of docs/api.md does what it says, in its order, against a real server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from timeline.reading import read
from timeline.store import Store
from timeline.types import Article

if TYPE_CHECKING:
    from tests.service.conftest import Server

API = (Path(__file__).parents[2] / "docs/api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```(sh|python|javascript)\n(.*?)```(?:\n\n```(?:json|text)\n(.*?)```)?", API, re.DOTALL)
SEEDS = Path(__file__).parents[2] / "seeds/articles"
LEFT_OUT = "…"

LOOP = re.compile(r"for format in (?P<formats>[^;]+); do (?P<call>[^;]+); done")
HERE = "http://127.0.0.1:8000"
REFUSED = 22  # how curl ends where the answer's status is 400 or more, once it is told to tell
PROGRAMS = {
    "sh": ["bash", "-e", "-o", "pipefail"],
    "python": [sys.executable],
    "javascript": ["node", "--input-type=module"],
}


def run(server: Server, language: str, code: str, folder: Path, ends: int = 0) -> str:
    """What an example prints when it is run as it stands, on this server's port, in a folder of its own."""
    here = code.replace(HERE, server.url)
    (folder / ".curlrc").write_text("fail-with-body\n")
    ended = subprocess.run(
        PROGRAMS[language],
        input=here,
        env=os.environ | variables(server) | {"CURL_HOME": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (ends, ""), f"{code}\n{ended.stdout}"
    return ended.stdout


def variables(server: Server) -> dict[str, str]:
    """What the names in the examples stand for."""
    events, feeds = server.events("?sort=salience&limit=1"), server.get("/v1/feeds").json["feeds"]
    found = {"EVENT": events[0]["id"]} if events else {}
    return found | ({"FEED": str(feeds[0]["id"])} if feeds else {})


def like(shown: str) -> re.Pattern[str]:
    """What a text stands for of which parts were left out."""
    return re.compile(".*".join(map(re.escape, shown.strip().split(LEFT_OUT))), re.DOTALL)


def differences(shown: Any, told: Any, at: str = "") -> Iterator[str]:
    """Where an answer is not what is shown of it."""
    match shown, told:
        case str(), _ if shown == LEFT_OUT:
            return
        case dict(), dict():
            if unlike := shown.keys() - {LEFT_OUT} ^ (told.keys() & shown.keys() if LEFT_OUT in shown else told.keys()):
                yield f"{at}: not in both: {', '.join(sorted(unlike))}"
            for name in shown.keys() & told.keys():
                yield from differences(shown[name], told[name], f"{at}.{name}")
        case list(), list():
            kept = [each for each in shown if each != LEFT_OUT]
            if len(told) < len(kept) or (len(told) > len(kept) and kept == shown):
                yield f"{at}: {len(told)} in place of {len(kept)}"
            for number, (one, other) in enumerate(zip(kept, told, strict=False)):
                yield from differences(one, other, f"{at}[{number}]")
        case str(), str():
            if not like(shown).fullmatch(told.strip()):
                yield f"{at}: {told!r}"
        case _:
            if (type(shown), shown) != (type(told), told):
                yield f"{at}: {told!r}"


@pytest.fixture
def served(fresh: Path, start: Callable[..., Any]) -> Iterator[Server]:
    """A server over the sample articles."""
    store = Store(str(fresh))
    for article in read(SEEDS):
        assert isinstance(article, Article)
        store.add_article(article)
    store.close()
    with start(fresh, tick_seconds="3600") as server:
        server.settled()
        yield server


def test_every_example_runs_and_answers_what_stands_below_it(served: Server, tmp_path: Path) -> None:
    for program in ("bash", "curl", "node"):
        if shutil.which(program) is None:
            pytest.skip(f"{program}, which runs some of the examples, is not installed")
    assert {language for language, _, _ in EXAMPLES} == {"sh", "python", "javascript"}
    assert [code for _, code, shown in EXAMPLES if not shown] == []
    for language, code, shown in EXAMPLES:
        refused = re.search(r'"status": [45]\d\d', shown)
        printed = run(served, language, code, tmp_path, ends=REFUSED if refused else 0)
        served.settled()
        assert list(differences(*read_alike(shown, printed.replace(served.url, HERE)))) == [], code


def read_alike(shown: str, printed: str) -> tuple[Any, Any]:
    """Both as JSON where what is shown is JSON, else both as text."""
    try:
        return json.loads(shown), json.loads(printed)
    except json.JSONDecodeError:
        return shown, printed


@pytest.mark.parametrize(
    ("shown", "told", "wrong"),
    [
        ({"a": 1, "…": "…"}, {"a": 1, "b": 2}, 0),
        ({"a": 1, "…": "…"}, {"b": 2}, 1),
        ({"a": 1}, {"a": 1, "b": 2}, 1),
        ({"a": "…"}, {}, 1),
        ({"a": 1}, {"a": True}, 1),
        ([1, "…"], [1, 2, 3], 0),
        ([1, "…"], [], 1),
        ([], [1], 1),
        ([{"a": "x…z"}], [{"a": "xyz"}], 0),
        ([{"a": "x…z"}], [{"a": "xy"}], 1),
        ("…", None, 0),
        ("a", None, 1),
        ("a\n…\nz", "a\nb\nc\nz\n", 0),
        ("a\nz", "a\nb\nz\n", 1),
    ],
)
def test_an_answer_that_is_not_as_shown_is_told(shown: Any, told: Any, wrong: int) -> None:
    assert len(list(differences(shown, told))) == wrong


def test_an_example_that_is_answered_with_an_error_fails(server: Server, tmp_path: Path) -> None:
    missing = "curl -s http://127.0.0.1:8000/v1/events/nobody"
    assert json.loads(run(server, "sh", missing, tmp_path, ends=REFUSED))["status"] == 404
    run(server, "sh", f"{missing} | cat", tmp_path, ends=REFUSED)
    run(server, "sh", f"for each in 1 2; do {missing}; done; echo done", tmp_path, ends=REFUSED)


def test_it_shows_every_route_of_the_api(server: Server) -> None:
    shown = LOOP.sub(spelled_out, "\n".join(code for language, code, _ in EXAMPLES if language == "sh"))
    paths = server.get("/schema/openapi.json").json["paths"]
    unseen = [
        f"{method.upper()} {path}"
        for path, item in paths.items()
        for method in item
        if not re.search(asked(method, path), shown)
    ]
    assert unseen == []


def spelled_out(loop: re.Match[str]) -> str:
    """The calls of a loop, a line each."""
    return "\n".join(loop["call"].replace("$format", each) for each in loop["formats"].split())


def asked(method: str, path: str) -> str:
    """A pattern of a curl call for a route."""
    address = r"127\.0\.0\.1:8000" + re.sub(r"\\\{\w+\\\}", r"[$\\w]+", re.escape(path)) + r"""(?=['"?\s]|$)"""
    if method == "get":
        return rf"(?m)^curl -s (?!-X)[^\n]*{address}"
    return rf"curl -s -X {method.upper()} [^\n]*{address}"
