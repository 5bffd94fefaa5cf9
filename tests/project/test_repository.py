"""What a newcomer relies on: no machine's paths, no registry's address, documented commands and settings."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTED = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
NAMES = [name for name in LISTED.split("\0") if name and not name.endswith((".png", ".webp", ".lock"))]
TEXTS = [ROOT / name for name in NAMES if (ROOT / name).is_file()]
FOREIGN = re.compile(r"/(work|root|home/\w+)/\w|files\.pythonhosted|registry\.npmjs|pypi\.org|deb\.debian")


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in TEXTS
        if path != Path(__file__) and (match := FOREIGN.search(path.read_text(encoding="utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_hold_names_versions_and_hashes_only(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    pinned = re.findall(r"^[a-z0-9_.\[\]-]+==\S+", text, re.MULTILINE)
    assert len(pinned) > 50
    assert all(f"{name} " in text for name in pinned)
    assert text.count("--hash=sha256:") >= len(pinned)
