"""A newcomer's path: what README.md says, followed to the letter, from the demonstration to a page of one's own."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
TWO_MINUTES = 120.0
ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, float]]:
    """The address that the demonstration prints, run by the line of `make demo`, and the moment when it was started."""
    started = time.monotonic()
    (line,) = re.findall(r"^demo: .*\n\t(.+)$", MAKEFILE, re.MULTILINE)
    line = re.sub(r"\$\(if .*", "", line).replace("$(BIN)", str(Path(sys.executable).parent))
    line = line.replace("$(ARTICLES)", str(ROOT / "seeds" / "articles")).replace("$(PORT)", "8000")
    folder = tmp_path_factory.mktemp("newcomer")
    with subprocess.Popen(line.split(), cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = next(found[0] for told in process.stdout if (found := re.findall(r"http://\S+", told)))
            wait_for(f"{address}healthz")
            yield address, started
        finally:
            process.terminate()


def wait_for(address: str) -> None:
    for _ in range(600):
        try:
            httpx.get(address)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the demonstration did not answer within a minute")


@pytest.mark.browser
def test_the_lines_of_the_readme_show_the_demonstration_in_a_file_of_ones_own(
    demo: tuple[str, float], visit: Visit, tmp_path: Path
) -> None:
    address, started = demo
    assert "$ make demo " in README
    assert "Save these lines as a file of your own, say `my.html`, while `make demo` serves" in README
    (lines,) = re.findall(r"```html\n(.*?)```", README, re.DOTALL)
    assert lines.count("http://127.0.0.1:8000") == 3
    page_file = tmp_path / "my.html"
    # Another port only where 8000 is taken on this machine: the demonstration then says which it is.
    page_file.write_text(lines.replace("http://127.0.0.1:8000", f"http://{urlsplit(address).netloc}"))
    page = visit(page_file.as_uri())
    expect(page.locator("event-timeline .entry").first).to_be_visible()
    assert time.monotonic() - started < TWO_MINUTES
    entry = page.locator("event-timeline .entry", has_text="aground").first
    entry.get_by_text("Why this date?").click()
    expect(entry.locator(".why li").first).to_be_visible()
    assert page.locator("event-timeline .entry").count() == 20
