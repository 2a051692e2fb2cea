"""The grid of a node's units in a real browser: sorting, filtering, walking."""

from __future__ import annotations

from tests.atlas.reader import FIRST_PAGE, LAST_PAGE, arrived, shown


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
