"""Two words that tell one happening: near in meaning, told in the same words, and not by one sentence."""

from __future__ import annotations

import pytest

from timeline.merge.collection import collect
from timeline.merge.company import Company
from timeline.merge.meanings import near_pairs, nearness
from timeline.merge.profile import Profile, profile
from timeline.merge.tellings import tellings
from timeline.merge.trees import scores, shares, trees


def told(pile) -> tuple[list[Profile], Company]:
    """The tellings of a pile and the company of their words, all in one story."""
    found = tellings(pile)
    collection = collect([one.article for one in pile], found)
    profiles = [profile(one, collection.library.rarity, collection.names[one.article.id]) for one in found]
    return profiles, Company(profiles, {one.article.id: 0 for one in pile})


@pytest.fixture
def outlets(tell, write):
    """Three outlets on a lorry and a bridge, of which one tells of the mayor, too."""
    return [
        write("a", None, tell("A lorry [hit|hit] the bridge in Arvika."), tell("The mayor [resigned|resign].")),
        write("b", None, tell("In Arvika a lorry [struck|strike] the bridge.")),
        write("c", None, tell("A lorry [hit|hit] a bridge.")),
    ]


NEARER = [("hit", "strike", "resign"), ("die", "death", "buy"), ("buy", "purchase", "die")]


@pytest.mark.parametrize(("one", "other", "stranger"), NEARER)
def test_words_of_one_meaning_are_nearer_than_strangers(one, other, stranger):
    assert nearness(one, other) > 0.5 > nearness(one, stranger)
    assert nearness(one, other) == nearness(other, one)
    assert near_pairs(sorted((one, other, stranger))) == [tuple(sorted((one, other)))]


def test_a_word_that_the_table_does_not_know_is_near_to_none():
    assert nearness("zorbed", "hit") == 0
    assert near_pairs(["hit", "zorbed"]) == []


def test_company_counts_the_articles_and_sentences_of_each_word(outlets):
    (hit, resigned, struck, _), company = told(outlets)
    apart = company.evidence(hit, struck, 0.5)
    assert (apart["beside"], apart["articles_both"], apart["share_least"]) == (0, 0, pytest.approx(1 / 3))
    assert (apart["share_most"], apart["story_size"], apart["expected"]) == (
        pytest.approx(2 / 3),
        3,
        pytest.approx(2 / 3),
    )
    both = company.evidence(hit, resigned, 0.5)
    assert (both["beside"], both["articles_both"], both["articles_share"]) == (0, 1, 1)
    assert company.evidence(struck, hit, 0.5) == apart


def test_two_words_that_share_what_they_tell_weigh_more_than_two_that_do_not(outlets):
    (hit, resigned, struck, _), company = told(outlets)
    alike, unlike = scores([company.evidence(hit, struck, 0.5), company.evidence(struck, resigned, 0.5)])
    assert alike > unlike


def test_what_each_piece_of_evidence_adds_is_what_the_trees_give_together(outlets):
    profiles, company = told(outlets)
    pairs = [(one, other) for one in profiles for other in profiles if one.root < other.root]
    evidence = [company.evidence(one, other, 0.5) for one, other in pairs]
    for one, score in zip(evidence, scores(evidence), strict=True):
        assert sum(shares(one).values()) == pytest.approx(score)
        assert scores([one]) == [score]


def test_every_tree_leads_to_a_leaf_from_each_of_its_questions():
    for tree in trees():
        for at, node in enumerate(tree):
            assert not node.name or at < node.low < node.high < len(tree)


def test_no_pairs_have_no_scores():
    assert scores([]) == []
