"""What stands in a site, against a network whose weights and pictures are known."""

from __future__ import annotations

import csv
import re

import numpy as np

from inspector.atlas.glossary import terms
from inspector.atlas.names import folder_name
from inspector.atlas.node_orders import MOST
from inspector.atlas.sprites import COLUMNS
from inspector.atlas.words import title_of
from inspector.lenses.facets import Facet
from tests.atlas.conftest import COLOURS, FIRST, NOTE, SECOND, colours
from tests.atlas.site_files import PAGE_LIMIT, Links, bytes_of, document, document_in, pixels_of, unit


def test_that_every_address_in_every_page_leads_to_a_file(site):
    pages = list(site.rglob("*.html"))
    assert len(pages) == 2 + 2 * 2 + 4 + 34  # index, network, nodes and their orders, units
    for page in pages:
        text = page.read_text(encoding="utf-8")
        links = Links(text)
        styles = "".join(re.findall(r"<style>(.*?)</style>", text, re.DOTALL))
        for address in links.found + re.findall(r"url\(([^)]+)\)", styles):
            assert not re.match(r"(https?:)?//|/", address), f"{page}: {address} is fetched from elsewhere"
            if not address.startswith(("#", "data:")):
                assert (page.parent / address).is_file(), f"{page}: {address} is not there"
        assert links.pictures_without_text == 0


def test_that_pages_are_small_and_have_one_heading_and_a_language(site):
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert len(text.encode()) < PAGE_LIMIT
        assert text.count("<h1") == 1
        assert '<html lang="en">' in text


def test_that_weights_and_their_signs_are_those_of_the_network(site):
    found = document(site, SECOND, 9)
    assert [(one["unit"], one["sum"]) for one in found["inputs"]] == [(0, 10.0), (1, -1.0)]
    assert {one["node"] for one in found["inputs"]} == {FIRST}
    red = document(site, FIRST, 0)
    assert [one["unit"] for one in red["users"]] == list(range(33, 21, -1))


def test_that_examples_of_a_colour_are_pictures_of_that_colour(site):
    for number, colour in enumerate(COLOURS):
        found = document(site, FIRST, number)["examples"]
        assert [one["class"] for one in found["top"][:4]] == [colour] * 4
        assert found["pictures"] == 12


def test_that_the_tuning_of_red_is_strongest_at_red(site):
    found = document(site, FIRST, 0)["tuning"]["hue"]
    response = np.array(found["response"]).reshape([len(values) for values in found["axes"].values()])
    hue, _ = np.unravel_index(response.argmax(), response.shape)
    # Red less half of green: strongest a step or so towards blue.
    assert min(abs(found["axes"]["hue"][hue] - 360), found["axes"]["hue"][hue]) <= 60


def test_that_visualizations_show_the_colour_and_lack_of_it(site):
    def mean(name):
        return pixels_of(unit(site, FIRST, 0) / name).mean((0, 1))

    assert mean("channel.webp").argmax() == 0
    assert mean("negative.webp").argmin() == 0


def test_that_what_people_said_stands_on_the_page_and_is_escaped(site):
    text = (unit(site, FIRST, 0) / "index.html").read_text(encoding="utf-8")
    assert "red detector" in text
    assert "<p>Answers to &lt;red&gt; &amp; nothing else.<br>Two lines.</p>" in text
    assert "<red>" not in text
    assert ">hues</li>" in text
    assert 'aria-label="starred">★' in text
    text = (unit(site, FIRST, 0).parent / "index.html").read_text(encoding="utf-8")
    assert '<p class="label">opponents</p>' in text
    assert "All colours &amp; their <em>opposites</em>." in text
    assert document(site, FIRST, 0)["note"] == NOTE


def test_that_every_part_of_a_page_is_explained_in_a_sentence(site):
    for page in (unit(site, FIRST, 0), unit(site, FIRST, 0).parent, unit(site, FIRST, 0).parents[1]):
        text = (page / "index.html").read_text(encoding="utf-8")
        parts = re.findall(r"<section[^>]*>(.*?)</section>", text, re.DOTALL)
        assert len(parts) >= 2
        for part in parts:
            told = re.findall(r'<p class="(?:why|count)[^"]*">|<figcaption>|<p>(?:<a|[A-Z])', part)
            assert told, re.search(r"<h2[^>]*>(.*?)</h2>", part)[1]
    for sentence in ("Channel", "Examples", "Negative"):
        assert f"<span>{sentence}</span>" in (unit(site, FIRST, 0).parent / "index.html").read_text("utf-8")


def test_that_the_licence_stands_on_every_page(site):
    assert all("CC BY 4.0, the tests" in page.read_text(encoding="utf-8") for page in site.rglob("*.html"))


def test_that_tiles_stand_where_their_units_are_in_the_sheets(site):
    node = site / "networks/colours" / folder_name(SECOND)
    assert (node / "examples-0.webp").exists()
    assert not (node / "examples-2.webp").exists()
    sheet = pixels_of(node / "examples-1.webp")
    side = sheet.shape[1] // COLUMNS
    tile = sheet[:side, side : 2 * side].mean((0, 1))  # unit 33
    assert tile.argmax() == 0
    assert tile[0] > 150
    empty = sheet[2 * side :].mean((0, 1))
    assert abs(empty - 128).max() < 4


def test_that_the_csv_of_a_node_tells_its_units(site):
    with (site / "networks/colours" / folder_name(FIRST) / "units.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["unit"] for row in rows] == ["0", "1", "2", "3"]
    assert rows[0]["label"] == "red detector"
    assert rows[0]["class"] == "red"
    assert rows[0]["groups"] == "hues"
    assert float(rows[0]["Channel value"]) > float(rows[0]["Negative value"])
    assert "hue: preferred hue (deg)" in rows[0]


def test_that_no_file_tells_of_this_machine(site, maker):
    for name, data in bytes_of(site).items():
        assert str(maker.pictures).encode() not in data, name
        assert str(maker.workspace).encode() not in data, name


def test_that_real_pictures_and_their_names_can_be_left_out(maker, tmp_path):
    maker.make(colours(), out=str(tmp_path / "bare"), without_pictures=True)
    names = bytes_of(tmp_path / "bare")
    assert not any("files/pictures" in name or "/examples-" in name for name in names)
    assert not any(b"red-0" in data or b"red-1.png" in data for data in names.values())
    assert document(tmp_path / "bare", FIRST, 0)["examples"]["top"][0]["class"] == "red"


def test_that_a_page_of_2048_units_stays_below_a_megabyte(site):
    """Its length grows by the same for every unit: told from pages of 4 and 34."""
    few, many = (
        len((site / "networks/colours" / folder_name(node) / "index.html").read_bytes())
        for node in (FIRST, SECOND)
    )
    assert many + (many - few) / 30 * (2048 - 34) < 0.8 * PAGE_LIMIT


def test_that_a_node_may_be_shown_by_a_caricature(maker, tmp_path):
    picture = next(maker.pictures.rglob("red-1.png"))
    wishes = {"nodes": (FIRST,), "families": (), "pictures": (), "objectives": ("channel",)}
    drawn = {"thumbnail": "caricature", "caricature_of": str(picture)}
    maker.make(colours(), out=str(tmp_path / "drawn"), **wishes, **drawn)
    place = tmp_path / "drawn/networks/colours"
    assert (place / folder_name(FIRST) / "thumbnail.webp").is_file()
    assert "Caricature: one real picture" in (place / "index.html").read_text(encoding="utf-8")


def test_that_orders_are_those_of_the_numbers_and_names(site):
    node = site / "networks/colours" / folder_name(SECOND)
    with (node / "units.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    ordered = sections((node / "orders.html").read_text(encoding="utf-8"))
    for name in ("Channel value", "class selectivity", "hue: drive"):
        known = [row for row in rows if row[name]]
        expected = sorted(known, key=lambda row: -float(row[name]))
        assert len(ordered[name]) == min(len(known), MOST)
        values = [float(rows[number][name]) for number in ordered[name]]
        assert values == [float(row[name]) for row in expected[:MOST]]
    assert ordered["Class red"] == [number for number, row in enumerate(rows) if row["class"] == "red"]
    first = (site / "networks/colours" / folder_name(FIRST) / "orders.html").read_text(encoding="utf-8")
    assert sections(first)["Group hues"] == [0, 1]
    assert sections(first)["Labelled or starred"] == [0]
    assert "red detector ★" in first


def sections(text: str) -> dict[str, list[int]]:
    """The units of each order, by its title."""
    found = re.findall(r'<section class="order".*?<h3[^>]*>(.*?)</h3>(.*?)</section>', text, re.DOTALL)
    return {title: [int(number) for number in re.findall(r'href="(\d+)/', body)] for title, body in found}


def test_that_every_number_of_the_tuning_and_the_scan_is_explained(site):
    for name in document(site, FIRST, 0)["tuning"]["hue"]["indices"]:
        assert terms([name]), name
    text = (unit(site, FIRST, 0) / "index.html").read_text(encoding="utf-8")
    assert text.count("What these numbers mean") == 2
    assert "Morcos et al. 2018" in text


def test_that_a_unit_that_is_another_one_averaged_shows_its_picture_and_says_so(maker, tmp_path):
    wishes = {"families": (), "pictures": (), "objectives": ("channel",), "thumbnail": ""}
    maker.make(colours(), out=str(tmp_path / "mean"), nodes=(SECOND, "mean"), **wishes)
    here, there = (tmp_path / "mean/networks/colours" / name / "7" for name in ("mean", SECOND))
    assert (here / "channel.webp").read_bytes() == (there / "channel.webp").read_bytes()
    text = (here / "index.html").read_text(encoding="utf-8")
    assert 'The same picture as that of <a href="../../last/7/index.html">last 7</a>' in text
    assert "for this unit is the mean of its values." in text
    told, other = (document_in(folder)["visualizations"][0] for folder in (here, there))
    assert told["same_as"]["node"] == SECOND
    assert told["value"] == other["value"], "the objective of the one is the mean already"
    assert "same_as" not in other


def test_that_facets_strips_and_pictures_of_nodes_and_classes_have_their_places(maker, tmp_path):
    out, facet = tmp_path / "many", Facet("warm", FIRST, (1.0, 0.0, -1.0, 0.0), held_out=0.75)
    faceted, strip = 'facet(channel, "warm", 2)', "diversity(channel, 2)"
    objectives = ("caricature", "channel", faceted, strip, "channel + layer", "channel - layer", "logit(2)")
    picture = str(next(maker.pictures.rglob("red-1.png")))
    maker.make(colours(), out=str(out), nodes=(FIRST,), families=(), pictures=(), thumbnail="",
               objectives=objectives, facets=(facet,), objective_pictures=(picture,))  # fmt: skip
    links = Links((unit(out, FIRST, 1) / "index.html").read_text(encoding="utf-8"))
    made = [one for one in links.found if one.endswith(".webp") and "/" not in one]
    assert len(set(made)) == 5, "channel, facet, strip and the two sums"
    told = document(out, FIRST, 1)["visualizations"]
    assert [one["objective"] for one in told] == [*objectives[1:6]]
    assert told[1]["recipe"]["parameters"]["facets"] == [
        {"name": "warm", "node": FIRST, "digest": facet.digest, "held_out": 0.75}
    ]
    side = pixels_of(unit(out, FIRST, 1) / "channel.webp").shape[0]
    assert pixels_of(unit(out, FIRST, 1) / told[2]["file"]).shape == (side, 2 * side + 4, 3)
    for page, what in (("index.html", "caricature"), ("../index.html", "logit(2)")):
        place = out / "networks/colours" / folder_name(FIRST) / page
        shown = re.search(
            rf'<img src="([^"]+)"[^>]*alt="{title_of(what)[:5]}', place.read_text("utf-8"), re.I
        )
        assert (place.parent / shown[1]).resolve().is_file(), what
    text = (out / "networks/colours" / folder_name(FIRST) / "index.html").read_text(encoding="utf-8")
    assert "<span>facet(channel, &#34;warm&#34;, 2)</span>" in text, (
        "techniques are called as people know them"
    )
