"""The soak in small: a refresh that is killed thrice leaves what it leaves undisturbed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

# Which tellings are one event depends a little on which articles are merged at once, and so on where a kill falls.
OF_EVENTS = {"event_keys", "event_names", "event_revisions", "event_sources", "event_texts", "event_views", "events"}
COUNTED = {"tallies"}  # of events, among other things


def test_a_refresh_that_is_killed_thrice_leaves_the_same_articles_readings_and_looks_row_for_row() -> None:
    command = (sys.executable, "-m", "benchmarks.soak", "kills", "--articles", "20", "--kills", "3")
    run = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert "'articles': 20," in run.stdout, run.stdout + run.stderr
    differing = set(re.findall(r"^(\w+): \d+ rows missing", run.stdout, re.MULTILINE))
    assert differing <= OF_EVENTS | COUNTED, run.stdout
    assert bool(differing) != ("the stores are the same, row for row" in run.stdout), run.stdout
