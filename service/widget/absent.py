"""The page that stands where something is not, or no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from litestar import Response

from service.widget.links import Asked, mount
from service.widget.rendering import page
from timeline.store import NotFoundError

if TYPE_CHECKING:
    from litestar.types import ExceptionHandlersMap


def absent(what: str, *, framed: bool = False) -> ExceptionHandlersMap:
    """What a route answers where the store has no such thing; `framed`, where its page may stand in others' frames."""

    def answer(request: Asked, _: NotFoundError) -> Response[str]:
        ancestors = request.app.state.settings.frame_ancestors if framed else "'none'"
        return page("missing.html", root=mount(request), status=404, framed_by=ancestors, what=what)

    return {NotFoundError: answer}
