"""Templates to HTML: everything is escaped, and a name that is missing is an error."""

from __future__ import annotations

from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from litestar import Response
from litestar.enums import MediaType

from timeline.exports.listing import STATIC as LISTING
from timeline.exports.listing.words import STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping

STATIC = Path(__file__).parent / "static"
FOLDERS = (STATIC, LISTING)

# No inline script or style, nothing from elsewhere; whose frame may stand around us is added.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors "
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}


def page(template: str, *, root: str, status: int = 200, framed_by: str = "'none'", **values: object) -> Response[str]:
    """The template as a whole page under the mount point `root`, with the headers that keep it safe.

    `framed_by` are the origins whose pages may show it in a frame (CSP frame-ancestors).
    """
    html = (
        _environment()
        .get_template(template)
        .render(root=root, here=Path(template).stem, asset=partial(_asset, root), statuses=STATUSES, **values)
    )
    return Response(
        html,
        status_code=status,
        media_type=MediaType.HTML,
        headers={**HEADERS, "Content-Security-Policy": POLICY + framed_by},
    )


def _asset(root: str, name: str) -> str:
    # The address changes with the file, so that browsers may keep the file for ever.
    return f"{root}/static/{name}?v={_fingerprints()[name]}"


@cache
def _fingerprints() -> Mapping[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest()[:12] for folder in FOLDERS for path in folder.iterdir()}


@cache
def _environment() -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader("service.widget"), PackageLoader("timeline.exports.listing")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
