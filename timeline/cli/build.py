"""`timeline build`: the chronology of a pile of articles, with no server and no database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from timeline.cli.inputs import Inputs, ModelOption, SourcesArgument, UndatedOption
from timeline.exports import WRITERS
from timeline.reading import read_landmarks, read_triggers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.types import Chronology

Format = Literal["json", "ndjson", "csv", "md", "ics", "jsonld", "timelinejs", "html"]


def build(
    sources: SourcesArgument = None,
    everything: Annotated[bool, typer.Option("--all", help="Keep background and undated events too.")] = False,
    undated: UndatedOption = "refuse",
    landmarks: Annotated[Path | None, typer.Option(help="JSON file of events whose dates are known.")] = None,
    triggers: Annotated[Path | None, typer.Option(help="JSON lines of the mentions to take (implies --all).")] = None,
    shape: Annotated[Format, typer.Option("--format", help="What to print.")] = "json",
    limit: Annotated[int | None, typer.Option(min=1, help="Keep only the most salient events.")] = None,
    model: ModelOption = None,
) -> None:
    """Print one merged, dated, source-annotated chronology of all the articles."""
    from timeline.nlp import load_nlp  # spaCy takes seconds to import: only commands that read articles wait for it
    from timeline.pipeline import build as build_chronology

    known = read_landmarks(landmarks) if landmarks else ()
    given = read_triggers(triggers) if triggers else None
    inputs = Inputs(sources, undated=undated)
    chronology = build_chronology(
        inputs.distinct(),
        load_nlp(model),
        landmarks=known,
        triggers=given,
        everything=everything or given is not None,
        limit=limit,
    )
    typer.echo(WRITERS[shape](chronology), nl=False)
    if given is not None:
        complain_of_unmet(given, chronology)
    raise typer.Exit(inputs.status())


def complain_of_unmet(given: Mapping[str, Sequence[tuple[int, int]]], chronology: Chronology) -> None:
    """Name on stderr the triggers that became no mention: they are of no article that was read, or of no word in it."""
    met = {(source.article, source.start) for event in chronology.events for source in event.sources}
    unmet = [(article, span) for article, spans in given.items() for span in spans if (article, span[0]) not in met]
    if unmet:
        (article, (start, end)), count = unmet[0], sum(map(len, given.values()))
        print(
            f"timeline: {len(unmet)} of {count} triggers became no mention, the first of them {start}-{end} of article "
            f"{article!r}: no such article was read, or no word stands there",
            file=sys.stderr,
        )
