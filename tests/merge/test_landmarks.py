"""Landmarks are found by their phrases, as whole words, in whatever form the text has them."""

from __future__ import annotations

import pytest

from timeline.merge.landmarks import dated_by_landmarks, named_in
from timeline.merge.tellings import tellings
from timeline.types import Landmark

FLOOD = Landmark(
    name="the Ostwick flood", date="2021-07-14", phrases=("the great flood", "Ostwick flood", "the deluge")
)
STRIKE = Landmark(name="the dockers' strike", date="2021-09", phrases=("the strike",))

NAMED = [
    ("the great flood", "the Ostwick flood"),
    ("the first days of the deluge", "the Ostwick flood"),
    ("Ostwick's great flood", "the Ostwick flood"),
    ("the great floods of that summer", "the Ostwick flood"),
    ("the strike", "the dockers' strike"),
    ("the start of the strike", "the dockers' strike"),
    ("the flood", None),
    ("an air raid", None),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_phrase_names_a_landmark(text, name):
    found = named_in(text, [STRIKE, FLOOD])
    assert (found and found.name) == name


COST, BEGAN = "The [strike|strike] cost millions.", "The [strike|strike] began."
DATED = [
    ("a mention without a date", COST, {}, "2021-09", "landmark"),
    ("another strike", "A [strike|strike] cost millions.", {}, None, "publication"),
    ("one that is only thought of", COST, {"stance": "hypothetical"}, None, "publication"),
    ("a date of its own that is finer", BEGAN, {"when": "2021-09-03"}, "2021-09-03", "expression"),
    ("a date of its own that is coarser", BEGAN, {"when": "2021"}, "2021-09", "landmark"),
    ("a date of its own that contradicts", BEGAN, {"when": "2019"}, "2019", "expression"),
    ("another trigger of the sentence", "The strike [ended|end].", {}, None, "publication"),
]


@pytest.mark.parametrize(("name", "sentence", "fields", "edtf", "basis"), DATED, ids=[case[0] for case in DATED])
def test_a_landmark_dates_its_own_mentions(name, sentence, fields, edtf, basis, tell, write):
    pile = [write("a", "2021-10-01", tell(sentence, kind="noun", **fields))]
    (telling,) = dated_by_landmarks(tellings(pile), [STRIKE])
    mention = telling.mention
    assert (mention.when and mention.when.edtf, mention.basis) == (edtf, basis)
