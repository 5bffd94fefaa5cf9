"""What is left to chance: where in its span a wait ends."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom

Chance = Callable[[], float]

by_chance: Chance = SystemRandom().random
