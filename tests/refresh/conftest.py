"""A store for every test of following: an SQLite file with a clock that the test turns."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from stores import Clock

from timeline.store import Store


@pytest.fixture
def store(empty_sqlite: Path, tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = Store(str(shutil.copy(empty_sqlite, tmp_path / "timeline.db")), now=clock)
    yield opened
    opened.close()
