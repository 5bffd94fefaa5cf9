"""Settings: read from the environment once, refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.settings import SettingError, Settings, names, variable


def test_every_setting_has_a_variable_and_a_default() -> None:
    assert Settings.from_environment({}) == Settings()
    assert variable("tick_seconds") == "TIMELINE_TICK_SECONDS"


def test_the_environment_overrules_the_defaults() -> None:
    given = {"TIMELINE_DATABASE": "other.db", "TIMELINE_TICK_SECONDS": "1.5", "TIMELINE_ALLOW_PRIVATE_ADDRESSES": "yes"}
    read = Settings.from_environment({**given, "TIMELINE_API_KEY": " ", "PATH": "/bin"})
    assert read == Settings(database="other.db", tick_seconds=1.5, allow_private_addresses=True, api_key=None)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("port", "http"),
        ("port", "-1"),
        ("extraction_workers", "0"),
        ("tick_seconds", "0"),
        ("tick_seconds", "nan"),
        ("tick_seconds", "inf"),
        ("allow_private_addresses", "perhaps"),
        ("max_body_bytes", "10"),
    ],
)
def test_a_setting_that_cannot_be_read_is_refused_by_its_name(name: str, raw: str) -> None:
    assert name in names()
    with pytest.raises(SettingError, match=variable(name)):
        Settings.from_environment({variable(name): raw})


def test_every_setting_stands_in_the_docs() -> None:
    docs = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text()
    assert [name for name in names() if f"| `{variable(name)}` |" not in docs] == []
