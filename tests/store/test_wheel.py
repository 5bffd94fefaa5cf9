"""The migrations travel inside the wheel: what is installed can make and upgrade its database."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
USE = """
import sys
from timeline.store import Store, schema
assert str(schema.MIGRATIONS).startswith(sys.argv[1]), schema.MIGRATIONS
store = Store(sys.argv[1] + "/timeline.db")
store.prepare()
schema.downgrade(store.engine, "0001")
store.upgrade()
print(store.check())
"""


def test_an_installed_wheel_makes_and_upgrades_its_database(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=ROOT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-c", USE, str(installed)]
    used = subprocess.run(command, cwd=tmp_path, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    assert used.stdout.strip() == "()"  # no difference from what this version needs
