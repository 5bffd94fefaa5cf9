"""Dates part what words alone would join, and leave together what is only told late."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.merge import merge
from timeline.merge.collection import collect
from timeline.merge.pairs import NEVER, OTHER_KIND, TOLD_BEFORE, date_evidence
from timeline.merge.profile import profile
from timeline.merge.tellings import tellings
from timeline.merge.title import titled_by, titles_of

MARCH, JULY = "2021-03-26", "2021-07-05"
SENTENCE = "The ferry Aurelia [sank|sink] off Brask harbour."
TWO = [
    ("own dates weeks apart part for good", {"when": "2021-03-20"}, {"when": "2021-04-20"}, NEVER, NEVER),
    ("a week may be an error", {"when": "2021-03-20"}, {"when": "2021-03-27"}, -3.0, -1.0),
    ("a later telling without a date may be of then", {"when": "2021-03-20"}, {}, -1.5, 0.0),
    ("what was published tells of no later day", {}, {"when": "2021-06-01"}, -9.0, TOLD_BEFORE),
    ("a plan is not what was", {"stance": "planned"}, {}, -9.0, OTHER_KIND),
]


def pile_of(tell, write, first, second):
    bound = {"when": f"../{MARCH}", "basis": "publication"}, {"when": f"../{JULY}", "basis": "publication"}
    fields = [
        given if "when" in given else {**late, **given} for late, given in zip(bound, (first, second), strict=True)
    ]
    days = zip("ab", (MARCH, JULY), fields, strict=True)
    return [write(key, day, tell(SENTENCE, **given)) for key, day, given in days]


@pytest.mark.parametrize(("name", "first", "second", "least", "most"), TWO, ids=[case[0] for case in TWO])
def test_what_dates_and_stances_say(name, first, second, least, most, tell, write):
    pile = pile_of(tell, write, first, second)
    found = tellings(pile)
    collection = collect([one.article for one in pile], found)
    one, other = (profile(telling, collection.library.rarity, {}) for telling in found)
    assert least <= date_evidence(one, other) <= most


def test_an_article_that_looks_back_months_later_is_of_the_story(tell, write):
    lead = tell("The ferry Aurelia [sank|sink] off Brask harbour on Saturday.", when="2021-03-20")
    back = tell("The ferry Aurelia [sank|sink] off Brask harbour on 20 March.", when="2021-03-20")
    other = tell("The ferry Aurelia [sank|sink] off Brask harbour on 2 May.", when="2021-05-02")
    assert stories_of([write("a", MARCH, lead), write("b", JULY, back)]) == 1
    assert stories_of([write("a", MARCH, lead), write("b", JULY, other)]) == 2


def stories_of(pile):
    return len(set(collect([one.article for one in pile], tellings(pile)).story.values()))


TITLES = [
    (
        "who is named over the company",
        "The company [apologised|apologise] for it all.",
        "Kestrel Lines [apologised|apologise] for it all.",
    ),
    (
        "a plain opening over a relative time",
        "Two days later Kestrel Lines [apologised|apologise].",
        "The owner Kestrel Lines [apologised|apologise].",
    ),
]


@pytest.mark.parametrize(("name", "worse", "better"), TITLES, ids=[case[0] for case in TITLES])
def test_a_title_stands_alone(name, worse, better, tell, write):
    found = tellings([write("a", MARCH, tell(worse)), write("b", JULY, tell(better))])
    assert titled_by(found) == found[1].mention


def test_what_happened_is_not_called_by_the_hope_that_it_would(tell, write):
    hope = tell(
        "The owner of the Vega hoped to [free|free] it by Sunday.", when="2021-05-02", stance="planned", salience=2
    )
    deed = tell("Tugs [freed|free] the Vega on Monday.", when="2021-05-03", salience=0.5)
    pile = [write(key, "2021-05-04", one) for key, one in (("a", hope), ("b", deed), ("c", deed))]
    found = tellings(pile)
    assert titled_by(found).stance == "asserted"
    assert titled_by(found[:1]).stance == "planned"


def test_two_entries_have_two_titles_where_their_sources_have_two(tell, write):
    told = ("Kestrel Lines [apologised|apologise].", "Kestrel Lines [paid|pay] the owners.")
    pile = [write(name, MARCH, tell(text, when=MARCH)) for name, text in zip("ab", told, strict=True)]
    events = [replace(merge([one])[0], title="Both", notable=True, salience=2.0 - at) for at, one in enumerate(pile)]
    groups = [tellings([one]) for one in pile]
    assert titles_of(events, groups) == ["Both", groups[1][0].mention.summary]
    assert titles_of([replace(event, notable=False) for event in events], groups) == ["Both", "Both"]


def test_what_a_party_claims_is_a_claim(tell, write):
    (event,) = merge([write("a", MARCH, tell("The lawyers [alleged|allege] it on Friday.", when=MARCH))])
    assert event.status == "claimed"
