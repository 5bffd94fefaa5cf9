"""What speaks for one happening weighs more, and is told in the same words that were computed."""

from __future__ import annotations

import pytest

from timeline.merge.collection import collect
from timeline.merge.company import Company
from timeline.merge.explain import explain_pair
from timeline.merge.lexicon import relation, root
from timeline.merge.odds import undated
from timeline.merge.pairs import date_evidence, likelihood, told_twice
from timeline.merge.profile import Profile, profile
from timeline.merge.stories import Library
from timeline.merge.tellings import tellings


def profiles(pile) -> list[Profile]:
    return read(pile)[0]


def read(pile) -> tuple[list[Profile], Library, Company]:
    """The profiles of a pile, and what its articles and its words are known by; all of it one story."""
    found = tellings(pile)
    collection = collect([one.article for one in pile], found)
    told = [profile(one, collection.library.rarity, collection.names[one.article.id]) for one in found]
    return told, collection.library, Company(told, {one.article.id: 0 for one in pile})


RELATIONS = [
    ("resign", "resign", "same"),
    ("resignation", "resign", "family"),
    ("quake", "earthquake", "synonym"),
    ("murder", "kill", "kind"),
    ("kill", "die", "cause"),
    ("resign", "quake", None),
]


@pytest.mark.parametrize(("one", "other", "kind"), RELATIONS)
def test_triggers_are_related_by_the_table(one, other, kind):
    link, back = relation(one, other), relation(other, one)
    assert (link and link.kind, back and back.kind) == (kind, kind)


@pytest.mark.parametrize(
    ("lemma", "known"),
    [("Kills", "kill"), ("apologise", "apologize"), ("organisation", "organization"), ("zorbed", "zorbed")],
)
def test_the_root_of_a_trigger_is_what_the_table_knows(lemma, known):
    assert root(lemma) == known


BETTER = [
    ("the same trigger over an unrelated one", "Holt [resigned|resign] today", "Holt [sang|sing] today", {}),
    ("a rare trigger over a vague one", "Holt [resigned|resign] then", "Holt [used|use] then", {}),
    ("the same patient over another", "They [sued|sue] Holt", "They [sued|sue] Holt", {"who": {"Holt": "patient"}}),
]


@pytest.mark.parametrize(("name", "better", "worse", "fields"), BETTER, ids=[case[0] for case in BETTER])
def test_what_speaks_for_one_happening_weighs_more(name, better, worse, fields, tell, write):
    first = tell(better, **fields)
    other = tell(worse, **(fields and {"who": {"They": "patient"}}))
    fair = profiles([write("a", None, first), write("b", None, first)])
    poor = profiles([write("a", None, first if "unrelated" in name or fields else other), write("b", None, other)])
    assert likelihood(*fair, 0.3) > likelihood(*poor, 0.3)


DATES = [
    ("one day", "2021-05-02", "2021-05-02", 1.5),
    ("a day of a month", "2021-05-02", "2021-05", 0.5),
    ("a day of a year says nothing", "2021-05-02", "2021", 0.0),
    ("a day apart", "2021-05-02", "2021-05-03", -1.15),
    ("a year apart", "2021-05-02", "2022-05-02", -6.0),
    ("an unknown date says nothing", "2021-05-02", None, 0.0),
]


@pytest.mark.parametrize(("name", "one", "other", "weight"), DATES, ids=[case[0] for case in DATES])
def test_what_two_dates_say(name, one, other, weight, tell, write):
    pile = [write(key, None, tell("The ferry [sank|sink].", when=day)) for key, day in (("a", one), ("b", other))]
    assert date_evidence(*profiles(pile)) == pytest.approx(weight)


TWICE = [
    ("a common word in two clauses that share nothing", "The club [closed|close] its bar.", {}, True),
    ("the same clause again", "Shares [closed|close] lower in London.", {}, False),
    ("what points back", "Traders blamed the [close|close] in London.", {"kind": "noun"}, False),
    ("what the article is there to tell", "The club [closed|close] its bar.", {"main_news": True}, False),
]


@pytest.mark.parametrize(("name", "second", "fields", "against"), TWICE, ids=[case[0] for case in TWICE])
def test_a_word_twice_in_one_article_speaks_against_one_happening(name, second, fields, against, tell, write):
    lead = tell("The town [woke|wake] up.")
    story = write("a", None, lead, tell("Shares [closed|close] lower in London."), tell(second, **fields))
    told, library, company = read([story])
    first, other = [one for one in told if one.telling.mention.lemma == "close"]
    assert (told_twice(first, other) < -1) == against
    apart = [
        write("b", None, lead, tell("Shares [closed|close] lower in London.")),
        write("c", None, lead, tell(second)),
    ]
    assert told_twice(*[one for one in profiles(apart) if one.telling.mention.lemma == "close"]) == 0
    reasons = explain_pair(first, other, library, company)
    assert any(line.startswith("the article has the word twice") for line in reasons) == against


def test_a_pair_is_explained_by_what_was_computed(tell, write):
    pile = [
        write("a", None, tell("They [sued|sue] Mira Holt on Sunday.", when="2021-05-02", who={"Mira Holt": "patient"})),
        write(
            "b",
            None,
            tell(
                "The [lawsuit|lawsuit] against Mira Holt came on Sunday.",
                when="2021-05-02",
                who={"Mira Holt": "patient"},
            ),
        ),
        write("c", None, tell("They [sued|sue] Mira Holt in June.", when="2021-06", who={"Mira Holt": "patient"})),
    ]
    (one, lawsuit, last), library, company = read(pile)
    told = explain_pair(one, last, library, company)
    assert any(line.startswith("same trigger: “sued”") for line in told)
    assert any(line.startswith("same patient: Mira Holt") for line in told)
    assert any("the dates are 30 days apart" in line for line in told)
    likeness = library.likeness("a", "c")
    assert told[-1] == f"together {likelihood(one, last, likeness) + date_evidence(one, last):+.1f}"
    told = explain_pair(one, lawsuit, library, company)
    assert any(line.startswith("how near the triggers are in meaning: “sued” and “lawsuit” (+") for line in told)
    assert told[-1] == f"together {undated([(one, lawsuit)], library, company)[0] + 1.5:+.1f}"
