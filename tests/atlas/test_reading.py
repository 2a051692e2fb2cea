"""Reading the site anywhere: without scripts, from a web server, on a phone, by a screen reader."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.atlas.reader import PAGES, UNIT_PAGE, Reader
from tests.atlas.site_files import PAGE_LIMIT


@pytest.fixture
def served(site) -> Iterator[str]:
    """The site's address on a web server that knows files and nothing else."""
    handler = functools.partial(QuietServer, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=functools.partial(server.serve_forever, 0.05))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


class QuietServer(http.server.SimpleHTTPRequestHandler):
    """Files, and nothing on standard error."""

    def log_message(self, *arguments) -> None:
        pass


def test_that_a_web_server_shows_it_under_its_short_addresses(browser, site, served):
    reader = Reader(browser, site)
    page = reader.page
    page.goto(served + UNIT_PAGE.removesuffix("index.html"))
    assert page.get_by_role("heading", level=1).inner_text().startswith("red detector")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"{served}{UNIT_PAGE.replace('/0/', '/1/')}")
    page.wait_for_load_state("networkidle")
    assert reader.wrong == []
    assert all(address.startswith((served, "data:")) for address in reader.asked)
    reader.context.close()


def test_that_everything_can_be_read_without_scripts(browser, site):
    reader = Reader(browser, site, java_script_enabled=False)
    page = reader.open("index.html")
    page.locator("a.network").click()
    page.locator("#cards a").first.click()
    assert page.locator("#units li").count() == 4
    assert not page.locator("#sort").is_visible()
    page.locator("noscript a").click()
    assert page.locator("section.order", has_text="class selectivity").locator("li a").count() == 4
    page.go_back()
    page.locator("#u0 a").click()
    assert page.locator(".figures img").count() == 3
    assert page.locator("svg.plot").count() >= 3
    page.locator("a.step[rel=next]").click()
    assert reader.place == UNIT_PAGE.replace("/0/", "/1/")
    reader.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_that_a_page_with_its_pictures_in_sight_is_small_and_fits_any_window(browser, site, name):
    reader = Reader(browser, site, viewport={"width": 1280, "height": 800})
    page = reader.open(PAGES[name])
    page.wait_for_load_state("networkidle")
    files = {address.partition("?")[0] for address in reader.asked if address.startswith("file:")}
    sizes = [Path(one.removeprefix("file://").replace("%7E", "~")).stat().st_size for one in files]
    assert sum(sizes) < PAGE_LIMIT
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    reader.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_that_axe_finds_nothing(browser, site, name, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    reader = Reader(browser, site, scheme, viewport={"width": 1280, "height": 900})
    page = reader.open(PAGES[name])
    page.wait_for_load_state("networkidle")
    found = axe.Axe().run(page)
    told = [
        f"{one['id']}: {node['html'][:160]}" for one in found.response["violations"] for node in one["nodes"]
    ]
    assert told == []
    assert len(found.response["passes"]) > 10
    reader.context.close()
