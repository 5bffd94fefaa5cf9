"""The parse of an article as plain values: what is asked of a word a hundred times is asked of spaCy once.

Names and meanings are spaCy's own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import overload

from spacy import tokens as spacy


@dataclass(slots=True, kw_only=True, eq=False, repr=False)  # not frozen: words are joined when all of them are there
class Token:
    """A word, its head and what hangs on it; the head of a sentence's root is itself."""

    doc: Doc
    i: int
    idx: int
    text: str
    whitespace_: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    is_alpha: bool
    is_punct: bool
    is_space: bool
    is_title: bool
    like_num: bool
    head: Token = field(init=False)
    sent: Span = field(init=False)
    children: list[Token] = field(init=False, default_factory=list)
    indices: frozenset[int] | None = field(init=False, default=None)  # of the subtree, once somebody has asked

    @property
    def end(self) -> int:
        """The character behind the last one."""
        return self.idx + len(self.text)

    @property
    def lefts(self) -> list[Token]:
        """The children before the word."""
        return [one for one in self.children if one.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children behind the word."""
        return [one for one in self.children if one.i > self.i]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above, the nearest first."""
        node = self
        while node.head is not node:
            node = node.head
            yield node

    @property
    def subtree(self) -> list[Token]:
        """The word and everything that hangs on it, in no order of the text."""
        found = [self]
        for one in found:
            found.extend(one.children)
        return found

    @property
    def left_edge(self) -> Token:
        """The first word of the subtree."""
        return min(self.subtree, key=position)

    @property
    def right_edge(self) -> Token:
        """The last word of the subtree."""
        return max(self.subtree, key=position)

    @property
    def is_sent_start(self) -> bool:
        """Whether a sentence starts with the word."""
        return self.sent.start == self.i


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Span:
    """Words that stand together, from `start` up to `end`; `label_` is a name's kind."""

    doc: Doc
    start: int
    end: int
    label_: str = ""

    def __len__(self) -> int:
        """How many words there are."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """The words in order."""
        return iter(self.doc.words[self.start : self.end])

    def __getitem__(self, at: int) -> Token:
        """The word at this place in the span; from its end, where that is negative."""
        return self.doc.words[self.end + at if at < 0 else self.start + at]

    @property
    def start_char(self) -> int:
        """The first character."""
        return self[0].idx

    @property
    def end_char(self) -> int:
        """The character behind the last one."""
        return self[-1].end

    @property
    def text(self) -> str:
        """The characters."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Span:
        """The sentence of the first word."""
        return self[0].sent

    @property
    def root(self) -> Token:
        """The word that the fewest words stand above, the first of them; of those joined inside the span the top."""
        tops = [one for one in self if one.head is one or not self.start <= one.head.i < self.end]
        return min(tops, key=depth, default=self[0])


@dataclass(slots=True, kw_only=True, eq=False, repr=False)  # not frozen: its words know it
class Doc:
    """A parsed text: its words, its sentences, and the names that the model found."""

    text: str
    words: list[Token] = field(init=False, default_factory=list)
    sents: tuple[Span, ...] = field(init=False, default=())
    ents: tuple[Span, ...] = field(init=False, default=())
    starts: Sequence[int] = field(init=False, default=())

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        """The words in order."""
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        """The word at this place, or the words from there to there."""
        if isinstance(at, int):
            return self.words[at]
        start, end, _ = at.indices(len(self.words))
        return Span(doc=self, start=start, end=end)

    def char_span(self, start: int, end: int) -> Span | None:
        """The words that hold any of these characters; None where none does. A space belongs to no word."""
        first, last = (bisect_right(self.starts, at) - 1 for at in (start, end - 1))
        if first >= 0 and start == self.words[first].end:
            first += 1
        return Span(doc=self, start=first, end=last + 1) if 0 <= first <= last else None


def plain(parse: spacy.Doc) -> Doc:
    """The parse of a text by spaCy as plain values."""
    doc = Doc(text=parse.text)
    doc.words = words = [plain_word(one, doc) for one in parse]
    doc.starts = [one.idx for one in words]
    doc.sents = tuple(Span(doc=doc, start=one.start, end=one.end) for one in parse.sents)
    doc.ents = tuple(Span(doc=doc, start=one.start, end=one.end, label_=one.label_) for one in parse.ents)
    for sentence in doc.sents:
        for word in sentence:
            word.sent = sentence
    for word, head in zip(words, parse.to_array("HEAD").astype("int64").tolist(), strict=True):
        word.head = words[word.i + head]
        if head:
            word.head.children.append(word)
    return doc


def plain_word(token: spacy.Token, doc: Doc) -> Token:
    """A word by itself."""
    return Token(
        doc=doc,
        i=token.i,
        idx=token.idx,
        text=token.text,
        whitespace_=token.whitespace_,
        lower_=token.lower_,
        lemma_=token.lemma_,
        pos_=token.pos_,
        tag_=token.tag_,
        dep_=token.dep_,
        ent_type_=token.ent_type_,
        is_alpha=token.is_alpha,
        is_punct=token.is_punct,
        is_space=token.is_space,
        is_title=token.is_title,
        like_num=token.like_num,
    )


def position(word: Token) -> int:
    """Where a word stands."""
    return word.i


def depth(word: Token) -> float:
    """How many words stand above one; a mark or space below another word comes last."""
    if word.head is not word and (word.is_punct or word.is_space) and not word.children:
        return inf
    return sum(1 for _ in word.ancestors)
