"""Every example of docs/api.md does what it says, in its order, against a real server."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.service.conftest import Server

API = (Path(__file__).parents[2] / "docs/api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```(sh|python|javascript)\n(.*?)```(?:\n\n```json\n(.*?)```)?", API, re.DOTALL)

LOOP = re.compile(r"for format in (?P<formats>[^;]+); do (?P<call>[^;]+); done")
REFUSED = 22  # how curl ends where the answer's status is 400 or more, once it is told to tell
PROGRAMS = {
    "sh": ["bash", "-e", "-o", "pipefail"],
    "python": [sys.executable],
    "javascript": ["node", "--input-type=module"],
}


def run(server: Server, language: str, code: str, folder: Path, ends: int = 0) -> str:
    """What an example prints when it is run as it stands, on this server's port, in a folder of its own."""
    here = code.replace("http://127.0.0.1:8000", server.url)
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
    events, feeds = server.events(), server.get("/v1/feeds").json["feeds"]
    found = {"EVENT": events[0]["id"]} if events else {}
    return found | ({"FEED": str(feeds[0]["id"])} if feeds else {})


def test_every_example_runs_and_answers_what_stands_below_it(start: Callable[..., Any], tmp_path: Path) -> None:
    for program in ("bash", "curl", "node"):
        if shutil.which(program) is None:
            pytest.skip(f"{program}, which runs some of the examples, is not installed")
    assert {language for language, _, _ in EXAMPLES} == {"sh", "python", "javascript"}
    with start(tmp_path / "timeline.db", tick_seconds="3600") as server:
        for language, code, shown in EXAMPLES:
            refusal = '"status": 400' in shown
            printed = run(server, language, code, tmp_path, ends=REFUSED if refusal else 0)
            server.settled()
            if language != "sh":
                assert printed.strip(), code
            if shown:
                told, answered = json.loads(shown), json.loads(printed)
                assert set(told) <= set(answered), code
                for name in {"id", "outcome", "status", "published", "url", "title", "instance"} & set(told):
                    assert told[name] in (answered[name], "…"), code
            elif "/v1/stream" in code:
                assert "event: change" in printed


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
