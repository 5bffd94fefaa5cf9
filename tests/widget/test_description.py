"""The page of the API: all that the description says, in Chromium, without a script and without another host."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

pytestmark = pytest.mark.browser


def test_every_call_and_shape_stands_on_the_page(site: str, visit: Visit) -> None:
    described = httpx.get(f"{site}/schema/openapi.json").json()
    page = visit(f"{site}/", scripts=False)
    page.get_by_role("contentinfo").get_by_role("link", name="the API").click()
    calls = page.locator("details.call")
    operations = [call for routes in described["paths"].values() for call in routes.values()]
    expect(calls).to_have_count(len(operations))
    for call in operations:
        assert page.locator(f"details#{call['operationId']}").count() == 1
    timeline = page.locator("details#show_timeline")
    timeline.locator("summary").click()
    for parameter in described["paths"]["/v1/timeline"]["get"]["parameters"]:
        expect(timeline.locator("dt", has_text=parameter["name"]).first).to_be_visible()
    timeline.get_by_role("link", name="TimelineView").click()
    expect(page.locator("#shape-TimelineView")).to_be_in_viewport()


def test_the_page_asks_no_other_host_and_runs_nothing(site: str, visit: Visit) -> None:
    page = visit("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer = page.goto(f"{site}/api")
    assert answer is not None
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert [address for address in asked if not address.startswith(f"{site}/")] == []
    assert page.locator("script").count() == 0
    assert (
        page.locator("a[href^='#shape-']:not([href='#'])").evaluate_all(
            "links => links.filter(link => !document.querySelector(link.getAttribute('href'))).length"
        )
        == 0
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_the_page_of_the_api(site: str, visit: Visit, width: int) -> None:
    page = visit(f"{site}/api", size=(width, 900))
    page.locator("details#show_timeline summary").click()
    expect(page.locator("details#show_timeline h3").first).to_be_visible()
    assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
