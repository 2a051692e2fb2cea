"""Somebody who reads the site in a real browser, opened from its folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspector.atlas.names import folder_name
from tests.atlas.conftest import FIRST, SECOND

FIRST_PAGE, LAST_PAGE = (f"networks/colours/{folder_name(node)}/index.html" for node in (FIRST, SECOND))
UNIT_PAGE = f"networks/colours/{folder_name(FIRST)}/0/index.html"
PAGES = {
    "index": "index.html",
    "network": "networks/colours/index.html",
    "node": LAST_PAGE,
    "orders": LAST_PAGE.replace("index", "orders"),
    "unit": UNIT_PAGE,
}


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


def arrived(reader: Reader, address: str) -> None:
    reader.page.wait_for_url(f"**/{address}")


def shown(page: Any) -> list[int]:
    """The units in the grid, in order, hidden ones left out."""
    script = (
        "[...document.querySelectorAll('#units .unit:not([hidden])')].map(unit => Number(unit.id.slice(1)))"
    )
    return page.evaluate(script)
