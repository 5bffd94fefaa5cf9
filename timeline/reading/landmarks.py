"""Landmark files: dated events that the user gives, and the phrases by which texts call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from timeline import edtf
from timeline.types import Landmark, TimelineError

if TYPE_CHECKING:
    from pathlib import Path

LANDMARKS = TypeAdapter(tuple[Landmark, ...])


class LandmarkError(TimelineError):
    """A landmark file that cannot be used."""


def read_landmarks(path: Path) -> tuple[Landmark, ...]:
    """The landmarks of a JSON file: [{"name", "date" (EDTF), "phrases": [...]}].

    Raises LandmarkError, which names the entry and what is wrong with it.
    """
    try:
        landmarks = LANDMARKS.validate_json(path.read_bytes())
    except OSError as problem:
        raise LandmarkError(f"cannot read the landmark file {path}: {problem.strerror}") from problem
    except ValidationError as problem:
        raise LandmarkError(f"{path}: {first_fault(problem)}") from problem
    for landmark in landmarks:
        check_date(landmark, path)
    return landmarks


def check_date(landmark: Landmark, path: Path) -> None:
    """Raise LandmarkError where a landmark's date is no EDTF."""
    try:
        edtf.parse(landmark.date)
    except edtf.EdtfError as problem:
        raise LandmarkError(f"{path}: the date of {landmark.name!r}: {problem}") from problem


def first_fault(problem: ValidationError) -> str:
    """The first thing that is wrong, with the place it stands at."""
    fault = problem.errors()[0]
    match fault["loc"]:
        case (int(number), *names):
            within = "".join(f", `{name}`" for name in names[:1])
            return f"entry {number + 1}{within}: {fault['msg']}"
        case _:
            return fault["msg"]
