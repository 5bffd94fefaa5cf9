"""The composition, one step a line: articles in, extractions and a chronology out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from timeline.chronology import chronology
from timeline.expressions import find_expressions
from timeline.language import language_of
from timeline.mentions import find_mentions
from timeline.merge import merge
from timeline.resolve import resolve
from timeline.types import ArticleRefusedError, Extraction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from timeline.types import Article, Chronology, Landmark, Style

Spans = tuple[tuple[int, int], ...]
PARSED: Final = "en"  # the language of the spaCy pipeline
BATCH = 16  # articles that spaCy reads at once; more gains nothing and holds more memory


def extract(
    articles: Iterable[Article],
    nlp: Language,
    *,
    triggers: Mapping[str, Spans] | None = None,
    style: Style = "auto",
) -> Iterator[Extraction]:
    """What each article says happened and when, in the order of the articles, read as a stream.

    `triggers` gives, by article id, the spans to take as mentions instead of finding them; `style` says whether
    partial dates look to the publication ("news") or carry on from the text ("narrative"). Articles in other languages
    than English give dated expressions and no mentions.
    """
    for batch in batches(articles):
        known = [(article, language_of(article)) for article in batch]
        texts = [short_enough(article, nlp) for article, language in known if language == PARSED]
        done: list[Extraction] = []
        with nlp.memory_zone():  # what spaCy remembers of these words is forgotten with them: a stream never ends
            docs = nlp.pipe(texts, batch_size=BATCH)
            for article, language in known:
                if language == PARSED:
                    given = None if triggers is None else triggers.get(article.id, ())
                    done.append(read(next(docs), article, given, style=style))
                else:
                    done.append(read_unparsed(article, language, style=style))
        yield from done


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in lists of BATCH, the last one shorter."""
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH)):
        yield batch


def short_enough(article: Article, nlp: Language) -> str:
    """The text of an article; raises ArticleRefusedError where the pipeline cannot read so much at once."""
    if len(article.text) > nlp.max_length:
        raise ArticleRefusedError(f"article {article.id}: the text is longer than {nlp.max_length} characters")
    return article.text


def read(doc: Doc, article: Article, triggers: Spans | None, *, style: Style = "auto") -> Extraction:
    """The expressions and mentions of one parsed article."""
    expressions = find_expressions(article.text)
    dated = resolve(expressions, article, doc, style=style)
    mentions = find_mentions(doc, article, dated, triggers=triggers)
    return Extraction(article=article, expressions=dated, mentions=mentions)


def read_unparsed(article: Article, language: str, *, style: Style = "auto") -> Extraction:
    """The expressions of an article that no parser reads; its mentions would be invented, so it has none.

    Tense is told by the words around an expression, in English by verbs, in other languages by their verbs' forms.
    """
    expressions = find_expressions(article.text, language=language)
    dated = resolve(expressions, article, None, style=style, language=language)
    return Extraction(article=article, expressions=dated, mentions=(), language=language)


def extract_expressions(articles: Iterable[Article], *, style: Style = "auto") -> Iterator[Extraction]:
    """The time expressions alone, without parsing a sentence: several times faster, and blind to English syntax."""
    for article in articles:
        yield read_unparsed(article, language_of(article), style=style)


def build(
    articles: Iterable[Article],
    nlp: Language,
    *,
    landmarks: Sequence[Landmark] = (),
    triggers: Mapping[str, Spans] | None = None,
    everything: bool = False,
    limit: int | None = None,
) -> Chronology:
    """The merged chronology of the articles; `everything` keeps background and undated events too."""
    extractions = tuple(extract(articles, nlp, triggers=triggers))
    events = merge(extractions, landmarks=landmarks)
    return chronology(events, everything=everything, limit=limit)
