"""Counts that plans are made by: kept while a store stays about as large as it was."""

from __future__ import annotations

from timeline.store.sizes import MOST_KEPT, Sizes


def test_a_count_is_kept_until_the_store_has_grown_or_shrunk_by_a_tenth() -> None:
    sizes, counts = Sizes(), iter(range(100))

    def count_at(total: int) -> tuple[int, int]:
        return sizes.since(total), sizes.of(("source", "Post"), lambda: next(counts))

    assert [count_at(total) for total in (1000, 1000, 1099, 1100, 1101, 991, 990, 0)] == [
        (1000, 0),
        (1000, 0),
        (1000, 0),
        (1000, 0),
        (1101, 1),
        (1101, 1),
        (990, 2),
        (0, 3),
    ]


def test_counts_are_of_one_filter_and_value_and_never_too_many() -> None:
    sizes = Sizes()
    assert sizes.of(("source", "Post"), lambda: 1) == 1
    assert sizes.of(("source", "Wire"), lambda: 2) == 2
    assert sizes.of(("feed", "Post"), lambda: 3) == 3
    for number in range(2 * MOST_KEPT):
        sizes.of(("text", str(number)), lambda: 4)
    assert len(sizes.kept) <= MOST_KEPT
