"""One article as the reading of mentions sees it: its words, its names, its speakers, its title and lead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.listed import lines
from timeline.mentions.entities import entities
from timeline.mentions.furniture import Stretch, furniture
from timeline.mentions.parse import Doc, Span, Token
from timeline.mentions.speaker import quotations
from timeline.names import canonical_names
from timeline.types import Article, DatedExpression, TimeExpression

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LEAD_SENTENCES = 2
OFTEN = 3  # so many times in an article, and a noun is what it is about


@dataclass(frozen=True, kw_only=True)  # no slots: what is cached is kept in the instance
class Account:
    """An article with its parse and its dates; what is read from them is worked out once."""

    doc: Doc
    article: Article
    dated: Sequence[DatedExpression]

    @cached_property
    def furniture(self) -> tuple[Stretch, ...]:
        """The stretches that give no mentions."""
        return furniture(self.article.text)

    @cached_property
    def entities(self) -> tuple[Span, ...]:
        """The names in the text, in order."""
        return entities(self.doc)

    @cached_property
    def entity_at(self) -> Mapping[int, Span]:
        """Token index -> the named entity that it stands in."""
        return {at: span for span in self.entities for at in range(span.start, span.end)}

    @cached_property
    def canonical(self) -> Mapping[str, str]:
        """Name as it stands -> the fullest form that the article gives."""
        return canonical_names((span.text, span.label_) for span in self.entities)

    @cached_property
    def name_at(self) -> Mapping[int, str]:
        """Index of an entity's first token -> its fullest form."""
        return {span.start: self.canonical.get(span.text, span.text) for span in self.entities}

    def name(self, span: Span) -> str:
        """The fullest form of a named entity."""
        return self.name_at[span.start]

    @cached_property
    def quotation_at(self) -> Mapping[int, int]:
        """Token index -> the number of the quotation that it stands in."""
        stretches = enumerate(quotations(self.doc))
        return {at: number for number, (start, end) in stretches for at in range(start, end)}

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The sentences, in order."""
        return self.doc.sents

    @cached_property
    def sentence_number(self) -> Sequence[int]:
        """Token index -> the number of its sentence, from 0."""
        return [number for number, sentence in enumerate(self.sentences) for _ in sentence]

    @cached_property
    def title_end(self) -> int:
        """Where the title ends in the text, as a character offset; 0 where the text does not start with it."""
        title = (self.article.title or "").strip()
        at = self.article.text.find(title) if len(title) > 1 else -1
        if at < 0 or self.article.text[:at].count("\n") > 4:
            return 0
        return at + len(title)

    @cached_property
    def lead(self) -> frozenset[int]:
        """The numbers of the sentences that open the body of the article."""
        found: list[int] = []
        for number, sentence in enumerate(self.sentences):
            told = sentence.start_char >= self.title_end and not self.is_furniture(sentence.start_char)
            if told and sum(token.is_alpha for token in sentence) >= 6:
                found.append(number)
                if len(found) == LEAD_SENTENCES:
                    break
        return frozenset(found)

    @cached_property
    def listed(self) -> Mapping[int, tuple[int, bool]]:
        """Sentence in a list of days -> the number of the expression that heads its line, whether it is the first."""
        found: dict[int, tuple[int, bool]] = {}
        for line in lines(self.article.text):
            heads = (at for at, one in enumerate(self.dated) if one.expression.start <= line.day < one.expression.end)
            for head in heads:
                for number, sentence in enumerate(self.sentences) if self.dated[head].when is not None else ():
                    if line.start <= sentence.start_char < max(line.end, line.start + 1):
                        found[number] = head, sentence.start_char == line.start
        return found

    @cached_property
    def nouns(self) -> Mapping[str, Sequence[Token]]:
        """Lemma in small letters -> the nouns and names of that lemma, in order."""
        found: dict[str, list[Token]] = defaultdict(list)
        for one in self.doc:
            if one.pos_ in {"NOUN", "PROPN"}:
                found[one.lemma_.lower()].append(one)
        return found

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The nouns that the article is about, as lemmas: those of its title, its lead, and its most frequent ones."""
        told = [one for nouns in self.nouns.values() for one in nouns if not self.is_furniture(one.idx)]
        counts = Counter(one.lemma_.lower() for one in told)
        opening = {one.lemma_.lower() for one in told if self.is_title(one) or self.sentence_number[one.i] in self.lead}
        return frozenset(opening | {lemma for lemma, count in counts.items() if count >= OFTEN})

    @cached_property
    def widths(self) -> Sequence[int]:
        """Token index -> how many characters it takes in a line."""
        return [len(token.text) + len(token.whitespace_) for token in self.doc]

    @cached_property
    def dated_words(self) -> frozenset[int]:
        """The indices of the tokens in which a date is told."""
        return frozenset(at for one in self.dated if one.when is not None for at in self.words_of(one.expression))

    @cached_property
    def entities_ending(self) -> Mapping[str, Sequence[Span]]:
        """Last word of a name of several, in small letters -> the entities of that name, in order."""
        found: dict[str, list[Span]] = defaultdict(list)
        for span in self.entities:
            if len(words := span.text.split()) > 1 and words[-1].istitle():
                found[words[-1].lower()].append(span)
        return found

    def words_of(self, expression: TimeExpression) -> range:
        """The indices of the tokens that an expression stands in."""
        span = self.doc.char_span(expression.start, expression.end)
        return range(span.start, span.end) if span is not None else range(0)

    def is_furniture(self, at: int) -> bool:
        """Whether a character lies in page furniture."""
        return any(start <= at < end for start, end in self.furniture)

    def is_listed(self, token: Token) -> bool:
        """Whether a token stands in a list of what happened on which day, told in the present as headlines are."""
        return self.sentence_number[token.i] in self.listed

    def is_title(self, token: Token) -> bool:
        """Whether a token stands in the article's title."""
        return token.idx < self.title_end

    def is_opening(self, token: Token) -> bool:
        """Whether a token stands in the title or the lead."""
        return self.is_title(token) or self.sentence_number[token.i] in self.lead
