"""`timeline articles`: what is in the store, corrected and taken down by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline.cli.database import DEFAULT_DATABASE, DatabaseOption, opened, read_waiting
from timeline.cli.inputs import ModelOption
from timeline.cli.tables import show
from timeline.reading import read_published

if TYPE_CHECKING:
    from timeline.store import StoredArticle

app = typer.Typer(no_args_is_help=True, help="List, correct and take down articles.")
COLUMNS = ("id", "published", "outlet", "state", "title", "error", "doubt")
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The article's id.")]
State = Literal["pending", "claimed", "extracted", "merged", "failed", "removed"]


@app.command("list")
def listed(
    source: Annotated[str | None, typer.Option(help="Only those of this outlet.")] = None,
    state: Annotated[State | None, typer.Option(help="Only those that have come this far.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many, the latest added first.")] = 50,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """List articles, the latest added first."""
    with opened(database) as store:
        page = store.articles(source=source, state=state, limit=limit)
    show(COLUMNS, map(row, page.articles))


def row(stored: StoredArticle) -> tuple[str | None, ...]:
    """An article in the columns of the table."""
    article = stored.article
    published = article.published.iso if article.published else None
    state = "withdrawn" if stored.withdrawn_at else stored.state
    return article.id, published, article.source, state, article.title, stored.error, article.date_doubt


@app.command()
def correct(
    article_id: IdArgument,
    published: Annotated[str | None, typer.Option(help="The right publication date, ISO 8601.")] = None,
    source: Annotated[str | None, typer.Option(help="The right outlet.")] = None,
    model: ModelOption = None,
    database: DatabaseOption = DEFAULT_DATABASE,
) -> None:
    """Correct an article's publication date or outlet; it is read again with it and its events follow."""
    if published is None and source is None:
        raise typer.BadParameter("give --published or --source")
    date = read_published(published) if published is not None else None
    with opened(database) as store:
        store.correct_article(article_id, published=date, source=source)
        read_waiting(store, model)
        show(COLUMNS, [row(store.article(article_id))])


@app.command()
def remove(article_id: IdArgument, model: ModelOption = None, database: DatabaseOption = DEFAULT_DATABASE) -> None:
    """Take an article down: its text and its quotes go, and its events follow."""
    with opened(database) as store:
        store.remove_article(article_id)
        read_waiting(store, model)
    typer.echo(f"article {article_id} is taken down; it will not come back by itself")
