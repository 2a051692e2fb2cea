"""Walking through the site in a real browser: clicks, keys, search, theme."""

from __future__ import annotations

import pytest

from tests.atlas.reader import FIRST_PAGE, LAST_PAGE, UNIT_PAGE, arrived


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
    page.set_viewport_size({"width": 400, "height": 800})
    page.reload()
    box = "document.querySelector('{}').getBoundingClientRect().toJSON()"
    around, card = (page.evaluate(box.format(which)) for which in ("#canvas", "#graph a .card"))
    assert around["left"] < card["left"] + card["width"] / 2 < around["right"], "the first card is in sight"


def test_that_pictures_are_shown_in_the_size_that_is_chosen(reader):
    for address, slider, picture, smallest in (
        ("networks/colours/index.html", "#card-size", "#cards img", 75),
        (LAST_PAGE, "#tile-size", "#u0 .tile", 56),
    ):
        page = reader.open(address)
        width = f"document.querySelector('{picture}').getBoundingClientRect().width"
        before = page.evaluate(width)
        page.locator(slider).fill(page.locator(slider).get_attribute("max"))
        assert page.evaluate(width) > before * 1.3
        page.locator(slider).fill(str(smallest))
        assert smallest * 0.9 <= page.evaluate(width) < before


def test_that_a_unit_by_chance_is_another_one(reader):
    page = reader.open(UNIT_PAGE)
    page.get_by_role("button", name="Random unit").click()
    page.wait_for_function("address => !location.href.endsWith(address)", arg=UNIT_PAGE)
    page = reader.open(LAST_PAGE)
    page.locator("#search").fill("33")
    page.get_by_role("button", name="Random unit").click()  # of those that are shown
    arrived(reader, LAST_PAGE.replace("index", "33/index"))


def test_that_the_keys_are_told_and_can_be_switched_off(reader):
    page = reader.open(UNIT_PAGE)
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    page.get_by_label("These keys work").uncheck()
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    for key in ("d", "?", "ArrowRight"):
        page.keyboard.press(key)
    assert page.evaluate("document.documentElement.dataset.theme") is None
    assert page.get_by_role("dialog").count() == 0
    page = reader.open(UNIT_PAGE.replace("/0/", "/1/"))  # remembered, and to be switched on again
    page.get_by_role("button", name="Keys").press("Enter")
    page.get_by_label("These keys work").press("Space")
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowLeft")
    arrived(reader, UNIT_PAGE)


def test_that_one_goes_from_the_index_to_a_unit_by_tab_and_enter_alone(reader):
    """As somebody without a mouse, to whom every stop has a name and can be seen."""
    page = reader.open("index.html")
    for name, address in (
        ("colours", "networks/colours/index.html"),
        ("last", LAST_PAGE),
        ("33", LAST_PAGE.replace("index", "33/index")),
        ("Next unit, 0", LAST_PAGE.replace("index", "0/index")),
    ):
        for _ in range(60):
            page.keyboard.press("Tab")
            stop = page.evaluate(STOP)
            assert stop["name"], stop
            assert stop["seen"], stop
            if name in stop["name"].split("\n"):
                break
        page.keyboard.press("Enter")
        arrived(reader, address)
        page.keyboard.press("Tab")
        assert page.evaluate(STOP)["name"] == "Skip to the content"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


STOP = """() => {
  const at = document.activeElement, style = getComputedStyle(at), next = at.nextElementSibling;
  const outlined = (one) => one && getComputedStyle(one).outlineStyle !== "none";
  const label = at.labels && at.labels[0] ? at.labels[0].innerText : "";
  return {
    name: (at.getAttribute("aria-label") || label || at.innerText || at.textContent).trim(),
    seen: outlined(at) || outlined(next) || (at.querySelector(".card") && style.outlineStyle !== undefined),
    html: at.outerHTML.slice(0, 120),
  };
}"""
