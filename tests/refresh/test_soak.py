"""The soak in small: a refresh that is killed thrice leaves what it leaves undisturbed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_a_refresh_that_is_killed_thrice_leaves_the_same_store_row_for_row() -> None:
    command = (sys.executable, "-m", "benchmarks.soak", "kills", "--articles", "20", "--kills", "3")
    run = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert "'articles': 20," in run.stdout, run.stdout + run.stderr
    assert "the stores are the same, row for row" in run.stdout, run.stdout + run.stderr
