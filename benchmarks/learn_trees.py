"""Learn what speaks for one happening where two words tell it: the trees of `timeline.merge`, from the same corpus.

usage: python -m benchmarks.learn_trees ECBPLUS_TRAIN.json > timeline/merge/data/trees.tsv

The corpus is that of `benchmarks.learn_merging`. Needs LightGBM (MIT licence), which is not among the project's tools:
`pip install lightgbm` into an environment of its own. What it grows is written as text; merging needs only that.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.learn_merging import Gold, article_of, clusters, extractions
from timeline.merge.candidates import candidates
from timeline.merge.collection import collect
from timeline.merge.company import Company
from timeline.merge.kin import parts
from timeline.merge.profile import profile
from timeline.merge.tellings import tellings
from timeline.types import Extraction

TREES = 120
GROWING: Mapping[str, Any] = {
    "objective": "binary",
    "num_leaves": 8,
    "learning_rate": 0.07,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 0,
    "deterministic": True,
    "verbose": -1,
}
# What is but another form of what else is asked, or is the same for all pairs.
SAID_ALREADY = frozenset(
    {"bias", "same_lemma", "other_sentence", "other_near", "other_article", "common_other", "vague_trigger"}
)


class Compared(NamedTuple):
    """A pair of tellings: what may count, whether it is one happening, how much the pair counts, its words."""

    evidence: Mapping[str, float]
    same: bool
    weight: float
    words: tuple[object, ...]


def main() -> None:
    gold = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    read = [compared(gold, extractions(gold, given=given)) for given in (True, False)]
    names = sorted({name for pairs in read for one in pairs for name in one.evidence} - SAID_ALREADY)
    print("\n".join(grown(read, names)))


def compared(gold: Gold, extracted: Sequence[Extraction]) -> list[Compared]:
    """The pairs of annotated mentions with different triggers that merging would compare.

    Those of one family teach, too, though merging weighs them as one word: two words in a story differ much alike.
    """
    found = [pair for at, part in enumerate(parts(extracted)) for pair in of_part(at, gold, part)]
    alike = Counter(one.words for one in found)
    return [one._replace(weight=one.weight * alike[one.words] ** -0.5) for one in found]


def of_part(number: int, gold: Gold, part: Sequence[Extraction]) -> Iterator[Compared]:
    """The pairs of articles that are merged together; each counts less the more pairs its mentions are in."""
    found = tellings(part)
    collection = collect([one.article for one in part], found)
    profiles = [profile(one, collection.library.rarity, collection.names[one.article.id]) for one in found]
    company, cluster = Company(profiles, collection.story), clusters(gold, profiles)
    pairs = [
        (i, j)
        for i, j in sorted(candidates(profiles, collection.story))
        if i in cluster and j in cluster and profiles[i].root != profiles[j].root
    ]
    busy = Counter(at for pair in pairs for at in pair)
    for i, j in pairs:
        one, other = profiles[i], profiles[j]
        likeness = collection.library.likeness(article_of(one), article_of(other))
        yield Compared(
            evidence=company.evidence(one, other, likeness),
            same=cluster[i] == cluster[j],
            weight=(busy[i] * busy[j]) ** -0.25,
            words=(number, *sorted((company.word(one), company.word(other)))),
        )


def grown(read: Sequence[Sequence[Compared]], names: Sequence[str]) -> Iterator[str]:
    """The nodes of the trees as lines; given mentions and those found by ourselves count alike in all."""
    import lightgbm  # type: ignore[import-not-found, unused-ignore]  # not among the project's tools

    pairs = [one for part in read for one in part]
    rows = np.array([[one.evidence.get(name, 0.0) for name in names] for one in pairs], np.float32)
    weights = np.concatenate([np.array([one.weight for one in part]) for part in read])
    totals = np.concatenate([np.full(len(part), sum(one.weight for one in part)) for part in read])
    weights = weights / totals * len(pairs) / len(read)
    data = lightgbm.Dataset(rows, np.array([float(one.same) for one in pairs]), weight=weights)
    for tree in lightgbm.train(dict(GROWING), data, TREES).dump_model()["tree_info"]:
        nodes: list[str] = []
        write(tree["tree_structure"], names, nodes)
        yield from nodes


def write(node: Mapping[str, Any], names: Sequence[str], nodes: list[str]) -> int:
    """Append a node and all below it; its number."""
    at = len(nodes)
    nodes.append("")
    if "leaf_value" in node:
        nodes[at] = f"{at}\t{node['leaf_value']:.4f}"
        return at
    low, high = (write(node[side], names, nodes) for side in ("left_child", "right_child"))
    name, most = names[node["split_feature"]], node["threshold"]
    nodes[at] = f"{at}\t{node['internal_value']:.4f}\t{name}\t{most:.5g}\t{low}\t{high}"
    return at


if __name__ == "__main__":
    main()
