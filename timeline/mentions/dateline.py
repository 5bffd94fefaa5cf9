"""The place and the agency before a report: "KORVALE, Norland (Coast Wire) -"."""

from __future__ import annotations

from timeline.mentions.parse import Token
from timeline.mentions.tidying import AGENCIES, DATELINE


def in_dateline(word: Token) -> bool:
    """Whether a word says from where the report comes, which the parser may take for a subject."""
    sentence = word.sent
    if sentence[0].text[1:2].islower() and sentence[0].text not in AGENCIES.split("|"):
        return False  # a dateline is in capitals: most sentences need not be put together to be told from one
    line = DATELINE.match(sentence.text)
    return line is not None and word.idx - sentence.start_char < line.end()
