"""Which language an article is in: its own field says so, else its words do."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.types import Article

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

DEFAULT: Final = "en"
READ: Final = ("en", "de", "es", "fr", "ru", "uk")
SAMPLE = 4_000  # characters from the beginning that are looked at
SHORT = 40  # letters under which nothing is detected
SURE = 0.9  # of the probability, which py3langid damps for short texts
LIKELIER = 3  # times as likely as English, for a language that is read
ENGLISH = frozenset(
    ("the", "of", "and", "to", "that", "is", "for", "on", "with", "from", "said", "were", "at", "his", "has")
)
ENGLISH_SHARE = 0.12  # of the words: running English has 0.2 to 0.35 of these, the other five none but by chance
TAG = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
WORD = re.compile(r"[^\W\d_]+")


def language_of(article: Article) -> str:
    """The two letters (ISO 639-1) of an article's language: as given, else as detected, else English."""
    given = TAG.match((article.language or "").strip())
    return given[0].lower() if given else detected(article.text)


def detected(text: str) -> str:
    """The language a text is written in; English where it is too short to tell, or where none is likely.

    Most articles are English and told by their commonest words, without the identifier, which takes seconds to load.
    """
    words = [word.lower() for word in WORD.findall(text[:SAMPLE])]
    if sum(map(len, words)) < SHORT:
        return DEFAULT
    if sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words):
        return DEFAULT
    ranked = identifier().rank(unicodedata.normalize("NFC", text[:SAMPLE]))
    if ranked[0][1] >= SURE:
        return str(ranked[0][0])
    likely = {language: probability for language, probability in ranked if language in READ}
    best = max(likely, key=lambda language: likely[language])
    return str(best) if likely[best] >= LIKELIER * likely[DEFAULT] else DEFAULT


@cache
def identifier() -> LanguageIdentifier:
    """The identifier, loaded once; it chooses among all languages it knows, so that Italian is not read as Spanish."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # takes a second: only where a text has to be told

    return LanguageIdentifier.from_model_file(Path(MODEL_FILE), norm_probs=True)
