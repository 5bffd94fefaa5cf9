"""`timeline extract`: what each article says, a line of JSON an article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.inputs import Inputs, ModelOption, SourcesArgument, UndatedOption
from timeline.exports.json import extraction_json
from timeline.types import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.types import Extraction


def extract(
    sources: SourcesArgument = None,
    undated: UndatedOption = "refuse",
    model: ModelOption = None,
    expressions_only: Annotated[
        bool, typer.Option("--expressions-only", help="Only time expressions: faster, and blind to tense.")
    ] = False,
    style: Annotated[
        Style, typer.Option(help="How partial dates are read: from the publication, on from the text, or as it fits.")
    ] = "auto",
) -> None:
    """Print the time expressions and event mentions of articles, one JSON object a line."""
    inputs = Inputs(sources, undated=undated)
    for extraction in read(inputs, model, expressions_only=expressions_only, style=style):
        typer.echo(json.dumps(extraction_json(extraction), ensure_ascii=False))
    raise typer.Exit(inputs.status())


def read(inputs: Inputs, model: str | None, *, expressions_only: bool, style: Style) -> Iterator[Extraction]:
    """The extractions in the order of the input."""
    from timeline.nlp import load_nlp  # spaCy takes seconds to import: only commands that read articles wait for it
    from timeline.pipeline import extract as extract_articles
    from timeline.pipeline import extract_expressions

    if expressions_only:
        return extract_expressions(inputs.articles(), style=style)
    return extract_articles(inputs.articles(), load_nlp(model), style=style)
