"""Schemathesis against a running server, with all its checks: `python -m benchmarks.contract [EXAMPLES]`.

It finds what the description of the API promises and the server does not keep: statuses, headers and shapes that are
not described, nonsense that is accepted, errors of ours. Dates, cursors, addresses and texts have rules that a schema
cannot tell, so 400 and 422 are answers that a call which fits the schema may get, too.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.serving import SERVICE, get, server

KEY = "a key for the contract"
ENDLESS = ("/v1/stream",)
COUNTED = re.compile(r"^\s*(\d+) generated", re.MULTILINE)
CONFIG = """
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "3xx", "400", "401", "403", "404", "409", "422", "429"]
"""


@dataclass(frozen=True, slots=True)
class Run:
    """How many cases were sent, whether all was kept, and what Schemathesis said."""

    cases: int
    kept: bool
    report: str


def examine(address: str, folder: Path, *, examples: int) -> Run:
    """Send many calls, the same ones every time; `folder` is for Schemathesis' own files."""
    config = folder / "schemathesis.toml"
    config.write_text(CONFIG)
    command = [str(Path(sys.executable).parent / "schemathesis"), "--config-file", str(config), "run"]
    command += [f"{address}/schema/openapi.json", "--checks", "all", "--phases", "examples,coverage,fuzzing,stateful"]
    command += ["--max-examples", str(examples), "--generation-deterministic", "--no-color"]
    command += ["--header", f"Authorization: Bearer {KEY}", "--request-timeout", "60"]
    for path in ENDLESS:
        command += ["--exclude-path", path]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    report = run.stdout + run.stderr
    counted = COUNTED.search(report)
    return Run(cases=int(counted[1]) if counted else 0, kept=run.returncode == 0, report=report)


def measure(folder: Path, *, examples: int) -> list[str]:
    """A line of figures; raises where the contract is broken."""
    environment = {
        "TIMELINE_API_KEY": KEY,
        "TIMELINE_DATABASE": str(folder / "contract.db"),
        "TIMELINE_TICK_SECONDS": "3600",
    }
    with server(SERVICE, environment, min(os.sched_getaffinity(0))) as port:
        wait_until_ready(port)
        run = examine(f"http://127.0.0.1:{port}", folder, examples=examples)
    if not run.kept:
        raise RuntimeError(f"the contract is broken:\n{run.report}")
    return [f"{run.cases:,} cases, every check of Schemathesis: no 5xx, no violation of the contract"]


def wait_until_ready(port: int) -> None:
    """Return once the model is loaded, before which 503 is a right answer."""
    for _ in range(600):
        try:
            get(port, "/readyz")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the service was not ready within two minutes")


def main() -> None:
    """Print how many cases were sent, or what was broken."""
    examples = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(measure(Path(folder), examples=examples)))


if __name__ == "__main__":
    main()
