"""The site in a real browser, opened from its folder: clicking through, keys, and what axe says of it."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inspector.atlas.names import folder_name
from tests.atlas.conftest import FIRST, SECOND

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
FIRST_PAGE, LAST_PAGE = (f"networks/colours/{folder_name(node)}/index.html" for node in (FIRST, SECOND))
UNIT_PAGE = f"networks/colours/{folder_name(FIRST)}/0/index.html"
PAGES = {
    "index": "index.html",
    "network": "networks/colours/index.html",
    "node": LAST_PAGE,
    "unit": UNIT_PAGE,
}
PAGE_LIMIT = 1_000_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as started:
        # Chromium's own sandbox refuses root, as containers have it.
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        try:
            opened = started.chromium.launch(
                executable_path=chromium, args=["--disable-dev-shm-usage", *arguments]
            )
        except playwright.Error as error:
            pytest.skip(f"Chromium does not start on this machine: {str(error).splitlines()[0]}")
        yield opened
        opened.close()


class Reader:
    """Somebody who reads the site: a page of the browser, what it fetched, and what went wrong."""

    def __init__(self, browser: Any, site: Path, scheme: str = "light", **options: Any) -> None:
        self.context = browser.new_context(color_scheme=scheme, **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self._site = site
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("requestfailed", self._on_failed)
        self.page.on("request", lambda request: self.asked.append(request.url))

    def _on_failed(self, request: Any) -> None:
        # Who walks on before all pictures have come gives up the rest; nothing is wrong with them.
        if request.failure != "net::ERR_ABORTED":
            self.wrong.append(f"{request.url}: {request.failure}")

    def open(self, address: str) -> Any:
        self.page.goto((self._site / address).as_uri())
        return self.page

    @property
    def place(self) -> str:
        """Where the page is, from the site's folder."""
        return self.page.url.removeprefix(self._site.as_uri()).strip("/").partition("#")[0]


@pytest.fixture
def reader(browser, site) -> Iterator[Reader]:
    made = Reader(browser, site)
    yield made
    made.context.close()
    assert made.wrong == []
    assert all(address.startswith(("file:", "data:")) for address in made.asked)


def arrived(reader: Reader, address: str) -> None:
    reader.page.wait_for_url(f"**/{address}")


def shown(page: Any) -> list[int]:
    """The units in the grid, in order, hidden ones left out."""
    script = (
        "[...document.querySelectorAll('#units .unit:not([hidden])')].map(unit => Number(unit.id.slice(1)))"
    )
    return page.evaluate(script)


def test_that_one_clicks_from_the_index_to_a_unit_and_on_to_what_it_is_made_of(reader):
    page = reader.open("index.html")
    page.get_by_role("link", name="colours").click()
    arrived(reader, "networks/colours/index.html")
    page.get_by_role("region", name="Nodes").or_(page.locator("#cards")).get_by_role(
        "link", name="last"
    ).click()
    arrived(reader, LAST_PAGE)
    page.locator("#u33 a").click()
    arrived(reader, LAST_PAGE.replace("index", "33/index"))
    page.locator(".wires a").first.click()
    arrived(reader, UNIT_PAGE)
    assert page.get_by_role("heading", level=1).inner_text().startswith("red detector")


def test_that_keys_walk_the_units(reader):
    page = reader.open(UNIT_PAGE)
    page.keyboard.press("ArrowRight")
    arrived(reader, UNIT_PAGE.replace("/0/", "/1/"))
    page.keyboard.press("ArrowLeft")
    arrived(reader, UNIT_PAGE)
    page.keyboard.press("ArrowLeft")  # round the end
    arrived(reader, UNIT_PAGE.replace("/0/", "/3/"))
    page.keyboard.press("r")
    page.wait_for_function("address => !location.href.endsWith(address)", arg=UNIT_PAGE.replace("/0/", "/3/"))
    page.wait_for_load_state()
    page.keyboard.press("ArrowUp")
    arrived(reader, FIRST_PAGE)


def test_that_the_graph_and_the_sibling_strip_lead_to_pages(reader):
    page = reader.open("networks/colours/index.html")
    page.locator("svg.graph a").first.click()
    arrived(reader, FIRST_PAGE)
    page = reader.open(UNIT_PAGE)
    page.get_by_label("Neighbouring units").get_by_role("link", name="unit 2", exact=True).click()
    arrived(reader, UNIT_PAGE.replace("/0/", "/2/"))


def test_that_units_are_sorted_by_a_number_either_way(reader):
    page = reader.open(LAST_PAGE)
    assert shown(page) == list(range(34))
    page.locator("#sort").select_option(label="Channel value")
    values = page.evaluate("[...document.querySelectorAll('#units .n')].map(n => Number(n.dataset.value))")
    assert values == sorted(values, reverse=True)
    assert shown(page)[0] > 25  # the units are ever stronger
    page.locator("#turn").click()
    values = page.evaluate("[...document.querySelectorAll('#units .n')].map(n => Number(n.dataset.value))")
    assert values == sorted(values)


def test_that_units_are_found_by_number_label_group_class_and_bound(reader):
    page = reader.open(FIRST_PAGE)
    for words, units in (
        ("red det", [0]),
        ("hues", [0, 1]),
        ("2", [2]),
        ("blue", [2]),
        ("nothing at all", []),
    ):
        page.locator("#search").fill(words)
        assert shown(page) == units, words
    assert page.get_by_role("status").first.inner_text() == "0 of 4 units"
    page.locator("#search").fill("")
    page.locator("#group").select_option("hues")
    assert shown(page) == [0, 1]
    page.locator("#group").select_option("")
    page.locator("#column").select_option(label="class selectivity")
    page.locator("#bound").fill("0.5")
    assert 0 < len(shown(page)) < 4
    page.locator("#sign").select_option("-1")
    assert 3 in shown(page)


def test_that_tiles_show_the_technique_that_is_chosen(reader):
    page = reader.open(LAST_PAGE)
    picture = "getComputedStyle(document.querySelector('#u33 .tile')).backgroundImage"
    page.locator("#u33.near").wait_for()
    assert "channel-1.webp" in page.evaluate(picture)
    page.get_by_label("Examples").check(force=True)
    assert "examples-1.webp" in page.evaluate(picture)


def test_that_arrow_keys_walk_the_grid(reader):
    page = reader.open(LAST_PAGE)
    page.locator("#u0 a").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.closest('li').id") == "u2"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.closest('li').id") == "u2"
    page.keyboard.press("Enter")
    arrived(reader, LAST_PAGE.replace("index", "2/index"))


def test_that_search_finds_nodes_and_labelled_units_from_any_page(reader):
    page = reader.open(
        UNIT_PAGE.replace("/0/", "/2/")
    )  # not the one that is found: that one would see it load
    page.keyboard.press("/")
    page.keyboard.type("red")
    page.locator("#found a").first.wait_for()
    page.keyboard.press("Enter")
    arrived(reader, UNIT_PAGE)
    page.keyboard.press("/")
    page.keyboard.type("last")
    page.locator("#found a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    arrived(reader, LAST_PAGE)


@pytest.mark.parametrize("words", ["last 33", "last/33"])
def test_that_search_takes_the_address_of_a_unit(reader, words):
    page = reader.open("networks/colours/index.html")
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator("#found a").first.wait_for()
    page.keyboard.press("Enter")
    arrived(reader, LAST_PAGE.replace("index", "33/index"))


def test_that_the_theme_is_chosen_and_remembered(reader):
    page = reader.open("index.html")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Dark theme").click()
    dark = page.evaluate(ground)
    assert dark != light
    page = reader.open(UNIT_PAGE)
    assert page.evaluate(ground) == dark
    page.keyboard.press("d")
    assert page.evaluate(ground) == light


def test_that_whole_pictures_are_shown_on_demand(reader):
    page = reader.open(UNIT_PAGE)
    box = "document.querySelector('.pictures img').getBoundingClientRect().width"
    frame = page.evaluate("document.querySelector('.pictures .cut').getBoundingClientRect().width")
    assert page.evaluate(box) > 2 * frame  # a kernel of three sees a small part
    page.get_by_label("whole pictures").check()
    assert page.evaluate(box) == pytest.approx(frame, abs=1.5)


def test_that_the_minimap_and_zoom_move_the_graph(reader):
    page = reader.open("networks/colours/index.html")
    page.locator("#zoom").fill("300")
    scrolled = "document.querySelector('#canvas').scrollTop"
    assert page.evaluate(scrolled) == 0
    small = page.locator("#minimap svg")
    box = small.bounding_box()
    small.click(position={"x": box["width"] / 2, "y": box["height"] * 0.9})
    assert page.evaluate(scrolled) > 0


def test_that_the_keys_are_told(reader):
    page = reader.open(UNIT_PAGE)
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0


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
    page.locator("#u0 a").click()
    assert page.locator(".figures img").count() == 3
    assert page.locator("svg.plot").count() >= 3
    page.locator("a.step[rel=next]").click()
    assert reader.place == UNIT_PAGE.replace("/0/", "/1/")
    reader.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_that_a_page_with_its_pictures_in_sight_is_small(browser, site, name):
    reader = Reader(browser, site)
    page = reader.open(PAGES[name])
    page.wait_for_load_state("networkidle")
    files = {address.partition("?")[0] for address in reader.asked if address.startswith("file:")}
    assert (
        sum(Path(address.removeprefix("file://").replace("%7E", "~")).stat().st_size for address in files)
        < PAGE_LIMIT
    )
    reader.context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_that_no_page_is_wider_than_the_window(browser, site, name, width):
    reader = Reader(browser, site, viewport={"width": width, "height": 800})
    page = reader.open(PAGES[name])
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
