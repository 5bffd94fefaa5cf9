"""The chronology as one self-contained HTML file that reads from disk."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from timeline.exports.listing import STATIC
from timeline.exports.listing.entries import Addresses, sections
from timeline.exports.listing.words import STATUSES, counted

if TYPE_CHECKING:
    from timeline.types import Chronology

# A file has no other pages: entries are told apart by their places in it, names and quotes lead nowhere.
WITHIN = Addresses(
    event=lambda event: f"#event-{quote(event, safe='')}", place=lambda _source: None, name=lambda _name: None
)
SCRIPTS = ("list.js", "file.js")


def write(chronology: Chronology) -> str:
    """The list of the page with its style and a search in it; it asks nobody for anything and reads without scripts."""
    pages = Environment(
        loader=ChoiceLoader([PackageLoader("timeline.exports"), PackageLoader("timeline.exports.listing")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, scripts = own("list.css"), [own(name) for name in SCRIPTS]
    return pages.get_template("chronology.html").render(
        policy=policy(style, scripts),
        style=style,
        scripts=scripts,
        title=chronology.title,
        description=chronology.description,
        sections=sections(chronology.events, to=WITHIN, linked={}),
        summary=counted(len(chronology.events), "entry", "entries"),
        statuses=STATUSES,
    )


def own(name: str) -> Markup:
    """A file of ours as it stands; none of them holds an end tag."""
    return Markup((STATIC / name).read_text(encoding="utf-8"))  # noqa: S704  # our own file


def policy(style: str, scripts: list[Markup]) -> str:
    """The CSP under which nothing but this style and these scripts is followed, whatever an article says."""
    ours = " ".join(fingerprint(script) for script in scripts)
    return f"default-src 'none'; style-src {fingerprint(style)}; script-src {ours}; base-uri 'none'; form-action 'none'"


def fingerprint(text: str) -> str:
    """The text as CSP names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
