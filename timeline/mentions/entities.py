"""The names of one article: what the model found, made consistent over the whole text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from timeline.mentions.parse import Doc, Span

PERSONS = frozenset({"PERSON", "PER"})
NAMED = frozenset({"PERSON", "PER", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART"})
LEAST_LETTERS = 3


def entities(doc: Doc) -> tuple[Span, ...]:
    """The named entities of a text in order, each name with one label, and the surnames that the model overlooked."""
    found = [span for span in (trimmed(one) for one in doc.ents if one.label_ in NAMED) if span is not None]
    labels = labels_of(found)
    relabelled = [relabel(span, labels.get(span.text, span.label_)) for span in found]
    taken = {token.i for span in relabelled for token in span}
    surnames = {span[-1].text for span in relabelled if span.label_ in PERSONS and len(span) > 1}
    return tuple(sorted([*relabelled, *overlooked(doc, surnames, taken)], key=lambda span: span.start))


def trimmed(span: Span) -> Span | None:
    """A name without the possessive, line breaks and articles at its ends; None where nothing is left."""
    start, end = span.start, span.end
    while end > start and (span.doc[end - 1].is_space or span.doc[end - 1].lower_ in {"'s", "’s", "'", "’"}):
        end -= 1
    while start < end and span.doc[start].is_space:
        start += 1
    if start == end:
        return None
    for at in range(start, end):
        if "\n" in span.doc[at].text:
            end = at
            break
    return span if (start, end) == (span.start, span.end) else replace(span, start=start, end=end)


def labels_of(spans: list[Span]) -> Mapping[str, str]:
    """Name -> the label that it gets throughout: a full name's, else the commonest."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    people: set[str] = set()
    for span in spans:
        counts[span.text][span.label_] += 1
        if span.label_ in PERSONS and len(span) > 1:
            people.add(span[-1].text)
    found = {text: max(labels, key=lambda label: (labels[label], label)) for text, labels in counts.items()}
    return found | dict.fromkeys(people & found.keys(), "PERSON")


def relabel(span: Span, label: str) -> Span:
    """The same stretch with this label."""
    return span if span.label_ == label else replace(span, label_=label)


def overlooked(doc: Doc, surnames: set[str], taken: set[int]) -> Iterator[Span]:
    """The surnames of people that stand in the text without having been found."""
    for token in doc:
        if token.text in surnames and token.i not in taken and len(token.text) >= LEAST_LETTERS:
            yield Span(doc=doc, start=token.i, end=token.i + 1, label_="PERSON")
