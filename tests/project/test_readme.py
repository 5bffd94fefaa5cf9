"""The README's calls do what they say: each is run as it stands there."""

from __future__ import annotations

import json
import os
import re
import shlex
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BIN = Path(sys.executable).parent
CONSOLE = "\n".join(re.findall(r"```console\n(.*?)```", README, re.DOTALL))
CALLS = re.findall(r"^\$ (timeline .*?)(?:\s{2,}#.*)?$", CONSOLE, re.MULTILINE)
ENDLESS = {"timeline serve"}
HOW_FAR = re.compile(r"[\w ]+: \d+(?: of \d+)?")  # what a command says on a machine that takes its time
PRINTED = {"extract": '"expressions"', "build": "# Chronology", "ingest": "8 new", "chronology": "March 2021"}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    database = tmp_path_factory.mktemp("readme") / "timeline.db"
    return {**os.environ, "TIMELINE_DATABASE": str(database)}


def test_it_shows_the_five_calls() -> None:
    assert [call.split()[1] for call in CALLS] == ["extract", "build", "ingest", "chronology", "serve"]


@pytest.mark.parametrize("call", [call for call in CALLS if call not in ENDLESS])
def test_a_call_that_ends_prints_what_it_is_for(call: str, environment: dict[str, str]) -> None:
    program, *arguments = shlex.split(call)
    run = subprocess.run(
        [BIN / program, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )
    complaints = [line for line in run.stderr.splitlines() if not HOW_FAR.fullmatch(line)]
    assert (run.returncode, complaints) == (0, [])
    assert PRINTED[arguments[0]] in run.stdout


@pytest.fixture
def served(environment: dict[str, str]) -> Iterator[str]:
    """The address of `timeline serve` over the articles that were ingested before, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([BIN / "timeline", "serve", "--port", str(port)], cwd=ROOT, env=environment)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/readyz")
        yield address
    finally:
        process.terminate()
        process.wait(120)


def wait_for(url: str) -> None:
    until = time.monotonic() + 120
    while True:
        try:
            urllib.request.urlopen(url, timeout=60).close()
        except OSError:
            assert time.monotonic() < until, "the server did not come up"
            time.sleep(0.2)
        else:
            return


def test_what_it_asks_the_server_and_what_the_page_embeds_are_there(served: str) -> None:
    (asked,) = re.findall(r"\$ curl '(\S+?)'", CONSOLE)
    with urllib.request.urlopen(here(asked, served), timeout=60) as answer:
        events = json.load(answer)["events"]
    assert events
    assert all(event["when"]["latest"] >= "2021-03" for event in events)
    for address in re.findall(r'(?:src|href)="(\S+?)"', README):
        with urllib.request.urlopen(here(address, served), timeout=60) as answer:
            assert answer.status == 200


def here(address: str, served: str) -> str:
    return address.replace("http://127.0.0.1:8000", served)
