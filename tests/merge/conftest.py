"""Articles with their mentions, written as marked sentences: "The bridge [opened|open] on Monday."."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from timeline import edtf
from timeline.steps import Stated, Step
from timeline.types import (
    Article,
    Basis,
    Extraction,
    Mention,
    Participant,
    Published,
    Quote,
    RelativeTo,
    Role,
    Stance,
    When,
)

MARKED = re.compile(r"\[(?P<trigger>[^|\]]+)\|(?P<lemma>[^\]]+)\]")
Telling = dict[str, object]
Write = Callable[..., Extraction]


def when_of(text: str) -> When:
    value = edtf.parse(text)
    best = text if value.precision == "day" else None
    return When(
        edtf=text,
        earliest=value.earliest,
        latest=value.latest,
        precision=value.precision,
        best=best,
        label=edtf.label(value),
    )


def told(
    sentence: str,
    *,
    when: str | None = None,
    basis: Basis = "expression",
    stance: Stance = "asserted",
    who: dict[str, Role] | None = None,
    relative: RelativeTo | None = None,
    kind: str = "verb",
    main_news: bool = False,
    salience: float = 1.0,
) -> Telling:
    """One sentence with the mention of its marked trigger; `who` names who takes part, and in which role."""
    return {
        "sentence": sentence,
        "when": when,
        "basis": basis if when or relative else "publication",
        "stance": stance,
        "who": who or {},
        "relative": relative,
        "kind": kind,
        "main_news": main_news,
        "salience": salience,
    }


def written(name: str, published: str | None, *tellings: Telling, **about: str) -> Extraction:
    """An article of these sentences, with one mention in each."""
    text, mentions = "", []
    for number, telling in enumerate(tellings):
        mark = MARKED.search(str(telling["sentence"]))
        assert mark is not None
        sentence = MARKED.sub(r"\g<trigger>", str(telling["sentence"]))
        at = len(text)
        start = at + mark.start()
        when = when_of(str(telling["when"])) if telling["when"] else None
        steps: tuple[Step, ...] = (Stated(text="then", edtf=when.edtf),) if when else ()
        mentions.append(
            Mention(
                article=name,
                start=start,
                end=start + len(mark["trigger"]),
                trigger=mark["trigger"],
                lemma=mark["lemma"],
                kind="noun" if telling["kind"] == "noun" else "verb",
                sentence=number,
                quote=Quote(start=at, end=at + len(sentence), text=sentence),
                summary=sentence.rstrip("."),
                when=when,
                basis=telling["basis"],  # type: ignore[arg-type]
                steps=steps,
                stance=telling["stance"],  # type: ignore[arg-type]
                relative_to=telling["relative"],  # type: ignore[arg-type]
                participants=tuple(
                    Participant(
                        name=who,
                        text=who,
                        label="PERSON",
                        role=role,
                        start=at + sentence.find(who),
                        end=at + sentence.find(who) + len(who),
                    )
                    for who, role in telling["who"].items()  # type: ignore[attr-defined]
                ),
                headline=number == 0,
                main_news=bool(telling["main_news"]),
                salience=telling["salience"],  # type: ignore[arg-type]
            )
        )
        text += sentence + "\n"
    day = Published(raw=published, day=date.fromisoformat(published)) if published else None
    article = Article(id=name, text=text, published=day, url=about.get("url"), source=about.get("source"), title=None)
    return Extraction(article=article, expressions=(), mentions=tuple(mentions))


@pytest.fixture
def tell() -> Callable[..., Telling]:
    return told


@pytest.fixture
def write() -> Write:
    return written
