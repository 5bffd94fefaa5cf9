"""Stores on both databases, a clock that tests turn, and a reader of plain sentences."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from timeline.ingest import merge_read, process_pending
from timeline.steps import Step
from timeline.store import Store
from timeline.types import Article, Extraction, Mention, Participant, Place, Published, Quote, When

START = datetime(2022, 3, 1, 12, tzinfo=UTC)
SENTENCE = re.compile(
    r"(?:(?P<day>\d{4}-\d\d-\d\d) )?(?P<who>[A-Z]\w+ [A-Z]\w+) (?P<trigger>\w+)(?: in (?P<where>[A-Z]\w+))?[^.]*\."
)


class Clock:
    """The time, which passes when told to."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time

    def passes(self, **spans: float) -> None:
        self.time += timedelta(**spans)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables and no rows."""
    file = tmp_path_factory.mktemp("empty") / "timeline.db"
    prepare(str(file))
    return file


@pytest.fixture(scope="session")
def empty_postgres(new_postgres_database: Callable[[str], str]) -> str:
    """The name of a PostgreSQL database with all tables and no rows."""
    url = new_postgres_database("template0")
    prepare(url)
    return urlsplit(url).path.strip("/")


def prepare(database: str) -> None:
    store = Store(database)
    store.prepare()
    store.close()


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def new_database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Makes databases with all tables and no rows, of either kind."""
    if request.param == "sqlite":
        file: Path = request.getfixturevalue("empty_sqlite")
        return lambda: str(shutil.copy(file, tmp_path_factory.mktemp("store")))
    template: str = request.getfixturevalue("empty_postgres")
    make: Callable[[str], str] = request.getfixturevalue("new_postgres_database")
    return lambda: make(template)


@pytest.fixture
def database(new_database: Callable[[], str]) -> str:
    return new_database()


@pytest.fixture
def store(database: str, clock: Clock) -> Iterator[Store]:
    opened = Store(database, now=clock)
    yield opened
    opened.close()


Extract = Callable[[Sequence[Article]], Iterator[Extraction]]
TellArticle = Callable[..., Article]


def tell(text: str, *, key: str = "a", source: str | None = "Harbour Post", published: str = "2022-02-25") -> Article:
    """An article of plain sentences: `[day] First Last verb [in Place] ….`"""
    day = Published(raw=published, day=date.fromisoformat(published))
    return Article(id=key, text=text, published=day, source=source, title=f"Article {key}")


def read_plainly(articles: Sequence[Article]) -> Iterator[Extraction]:
    """What plain sentences say, a mention each, without a model."""
    for article in articles:
        found = enumerate(SENTENCE.finditer(article.text))
        yield Extraction(
            article=article, expressions=(), mentions=tuple(mention(article, at, one) for at, one in found)
        )


def mention(article: Article, sentence: int, found: re.Match[str]) -> Mention:
    steps: tuple[Step, ...] = ()
    start, end = found.span("trigger")
    who = Participant(
        name=found["who"],
        text=found["who"],
        label="PERSON",
        role="agent",
        start=found.start("who"),
        end=found.end("who"),
    )
    where = (Place(name=found["where"], start=found.start("where"), end=found.end("where")),) if found["where"] else ()
    return Mention(
        article=article.id,
        start=start,
        end=end,
        trigger=found["trigger"],
        lemma=found["trigger"],
        kind="verb",
        sentence=sentence,
        quote=Quote(start=found.start(), end=found.end(), text=found[0]),
        summary=found[0],
        when=on(found["day"]) if found["day"] else None,
        basis="expression" if found["day"] else "publication",
        steps=steps,
        stance="asserted",
        participants=(who,),
        places=where,
    )


def on(day: str) -> When:
    return When(edtf=day, earliest=day, latest=day, precision="day", best=day, label=day)


@pytest.fixture(scope="session")
def article() -> TellArticle:
    return tell


@pytest.fixture(scope="session")
def extract() -> Extract:
    return read_plainly


def take_in(store: Store, *articles: Article) -> None:
    """Save articles, and read and merge all that waits."""
    for one in articles:
        store.add_article(one)
    while process_pending(store, read_plainly):
        pass
    merge_read(store)


@pytest.fixture
def ingest(store: Store) -> Callable[..., None]:
    return partial(take_in, store)


@pytest.fixture(scope="session")
def ingest_into() -> Callable[..., None]:
    return take_in
