"""Given names: the forms of one name in the languages of news, and names that only one sex bears."""

from __future__ import annotations

from timeline.names.known import lines

# First names alone never join two people. A form may stand in several rows: Ted is an Edward or a Theodore.
ROWS = [*lines("given.txt", "given-arabic.txt")]
GIVEN = {form: frozenset(row[0] for row in ROWS if form in row) for row in ROWS for form in row}
# Gamal is a name elsewhere too.
ARABIC_NAMES = frozenset(form for row in lines("given-arabic.txt") for form in row) - {"gamal"}
FEMININE = frozenset(form for row in lines("feminine.txt") for form in row)
MASCULINE = frozenset(form for row in lines("masculine.txt") for form in row)
# Surnames that stand first as often: "Taylor Grant" and "Grant Taylor" are two.
SURNAMES_TOO = frozenset(form for row in lines("surnames-too.txt") for form in row)
FIRST_NAMES = FEMININE | MASCULINE | SURNAMES_TOO | frozenset(GIVEN)
