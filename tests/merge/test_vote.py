"""The date that most speak for wins; those that agree with it narrow it; the others are shown as in conflict."""

from __future__ import annotations

import pytest

from timeline.merge.tellings import tellings
from timeline.merge.vote import vote
from timeline.steps import replay

VOTES = [
    ("a day", [("2021-05-02", "expression")], "2021-05-02", True),
    ("a day within a month", [("2021-05", "expression"), ("2021-05-02", "expression")], "2021-05-02", True),
    (
        "two stretches that overlap",
        [("2021-05-01/2021-05-09", "expression"), ("2021-05-05/2021-05-20", "expression")],
        "2021-05-05/2021-05-09",
        True,
    ),
    (
        "two against one",
        [("2021-05-02", "expression"), ("2021-05-03", "expression"), ("2021-05-02", "expression")],
        "2021-05-02",
        False,
    ),
    (
        "words of its own against the passage",
        [("2021-05-02", "frame"), ("2021-05-03", "expression")],
        "2021-05-03",
        False,
    ),
    (
        "its own date against the publication's",
        [("2021-05-02/2021-05-03", "publication"), ("2021-04-30", "expression")],
        "2021-04-30",
        True,
    ),
    (
        "the first report where no date is told",
        [("2021-05-02/2021-05-03", "publication"), ("2021-05-07/2021-05-08", "publication")],
        "2021-05-02/2021-05-03",
        True,
    ),
    ("nothing known", [(None, "publication")], None, True),
]


@pytest.mark.parametrize(("name", "dates", "edtf", "agree"), VOTES, ids=[case[0] for case in VOTES])
def test_the_verdict_over_dates(name, dates, edtf, agree, tell, write):
    pile = [
        write(str(at), "2021-05-09", tell("The ferry [sank|sink].", when=when, basis=basis, main_news=True))
        for at, (when, basis) in enumerate(dates)
    ]
    verdict = vote(tellings(pile), {})
    assert (verdict.when and verdict.when.edtf, verdict.agree) == (edtf, agree)
    if agree:
        assert replay(verdict.steps) == verdict.when


def test_copies_vote_once(tell, write):
    dates = {"a": "2021-05-02", "b": "2021-05-02", "c": "2021-05-03", "d": "2021-05-03", "e": "2021-05-03"}
    pile = [write(name, "2021-05-09", tell("The ferry [sank|sink].", when=when)) for name, when in dates.items()]
    counted = vote(tellings(pile), {})
    once = vote(tellings(pile), {"c": "c", "d": "c", "e": "c"})
    assert [one.when and one.when.edtf for one in (counted, once)] == ["2021-05-03", "2021-05-02"]
