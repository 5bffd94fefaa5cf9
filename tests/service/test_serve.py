"""`timeline serve`: the same service by its command."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline.cli.serve import warn_if_keyless
from timeline.store import Store


def reachable(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def test_the_command_serves_the_database_it_was_given(
    until: Callable[..., Any], free_port: int, tmp_path: Path
) -> None:
    database = tmp_path / "served.db"
    command = [
        str(Path(sys.executable).parent / "timeline"),
        "serve",
        "--port",
        str(free_port),
        "--database",
        str(database),
    ]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        until(lambda: reachable(f"http://127.0.0.1:{free_port}/readyz"), "the command serves")
        assert database.exists()
        server.send_signal(signal.SIGINT)
        assert server.wait(120) == 0


@pytest.mark.parametrize(
    ("host", "key", "warned"),
    [
        ("127.0.0.1", None, False),
        ("localhost", None, False),
        ("0.0.0.0", None, True),
        ("::", None, True),
        ("0.0.0.0", "read", False),
        ("timeline.example", "write", False),
    ],
)
def test_it_warns_where_others_can_reach_it_and_no_key_is_there(
    host: str, key: Any, warned: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = str(tmp_path / "timeline.db")
    store = Store(database)
    store.prepare()
    if key:
        store.make_key("one", key)
    store.close()
    warn_if_keyless(host, database)
    assert ("timeline keys add" in capsys.readouterr().err) == warned
