"""What is compared grows with the mentions, and leaves out what cannot be one happening."""

from __future__ import annotations

import pytest

from timeline.merge.candidates import candidates
from timeline.merge.collection import collect
from timeline.merge.lexicon import relation
from timeline.merge.profile import profile
from timeline.merge.tellings import tellings

STARTS = ("Al", "Bro", "Cra", "Dun", "Eg", "Fi", "Gal", "Hol", "In", "Jar")
PLACES = [f"{start}{end}" for start in STARTS for end in ("by", "ford", "ham")]


def compared(pile) -> set[frozenset[str]]:
    """The pairs of article ids that are compared, of articles with one mention each, all of one story."""
    found = tellings(pile)
    collection = collect([one.article for one in pile], found)
    profiles = [profile(one, collection.library.rarity, collection.names[one.article.id]) for one in found]
    story = {one.article.id: 0 for one in pile}
    names = [one.article.id for one in found]
    return {frozenset((names[i], names[j])) for i, j in candidates(profiles, story)}


def together(*names: str) -> frozenset[str]:
    return frozenset(names)


def test_a_few_tellings_of_one_trigger_are_all_compared(tell, write):
    pile = [write(str(at), None, tell(f"A man of {PLACES[at]} [died|die].")) for at in range(10)]
    assert len(compared(pile)) == 45


def test_of_many_only_those_that_share_something_are_compared(tell, write):
    pile = [write(str(at), None, tell(f"Someone of {PLACES[at % 30]} [died|die].")) for at in range(90)]
    pairs = compared(pile)
    assert len(pairs) == 30 * 3
    assert together("0", "30") in pairs


def test_two_triggers_of_which_many_are_told_need_to_share_something_too(tell, write):
    died = [write(f"d{at}", None, tell(f"Someone of {PLACES[at % 30]} [died|die].")) for at in range(60)]
    death = [write(f"n{at}", None, tell(f"A [death|death] in {PLACES[at % 30]}.", kind="noun")) for at in range(60)]
    pairs = compared([*died, *death])
    assert together("d0", "n30") in pairs
    assert together("d0", "n1") not in pairs


def test_loosely_related_triggers_are_compared_only_between_the_same_two(tell, write):
    both = {"Mira Holt": "agent", "Olena Petrenko": "other"}
    talk = "Mira Holt had a [call|call] with"
    pile = [
        write("a", None, tell("Mira Holt [spoke|speak] with Olena Petrenko on the phone.", who=both)),
        write("b", None, tell(f"{talk} Olena Petrenko.", kind="noun", who=both)),
        write(
            "c",
            None,
            tell(f"{talk} a nurse.", kind="noun", who={"Mira Holt": "agent"}),
        ),
    ]
    assert compared(pile) == {together("a", "b"), together("b", "c")}


NEAR = [("hammered", "hammer", "fine", False), ("ended", "end", "quit", False), ("bought", "buy", "sell", True)]


@pytest.mark.parametrize(("trigger", "lemma", "other", "near"), NEAR, ids=[case[0] for case in NEAR])
def test_unrelated_triggers_are_compared_where_they_are_near_in_meaning(trigger, lemma, other, near, tell, write):
    pile = [
        write("a", None, tell(f"The firm [{trigger}|{lemma}] a ship.")),
        write("b", None, tell(f"The firm was to [{other}|{other}] it.")),
    ]
    assert relation(lemma, other) is None
    assert compared(pile) == ({together("a", "b")} if near else set())


def test_one_trigger_on_one_day_is_compared_across_stories(tell, write):
    pile = [write(name, None, tell("The ferry Lind [sank|sink].", when="2021-05-02")) for name in ("a", "b")]
    found = tellings(pile)
    collection = collect([one.article for one in pile], found)
    profiles = [profile(one, collection.library.rarity, {}) for one in found]
    assert candidates(profiles, {"a": 0, "b": 1}) == {(0, 1)}
