"""The gate on a large store (`python -m benchmarks.large`): which figures break a promise."""

from __future__ import annotations

import pytest

from benchmarks.promises import NO_LIMIT, Figures, breaches


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (Figures(times_p99=5.0), "p99 5.00 times"),
        (Figures(rate_of_304=0.79), "304 at 0.79"),
        (Figures(megabytes=600.0), "600 MB"),
        (Figures(times_deep=1.3), "deep page takes 1.30 times"),
    ],
)
def test_a_figure_beyond_its_limit_breaks_a_promise(figures: Figures, words: str) -> None:
    (broken,) = breaches(figures)
    assert words in broken


def test_what_is_promised_and_what_is_not_told_breaks_none() -> None:
    assert breaches(Figures(times_p99=4.99, rate_of_304=0.8, megabytes=599.0, times_deep=1.25)) == []
    assert breaches(NO_LIMIT) == []
