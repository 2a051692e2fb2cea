"""What stands in a site, against a network whose weights and pictures are known."""

from __future__ import annotations

import csv
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.atlas.names import folder_name
from inspector.atlas.sprites import COLUMNS
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken
from tests.atlas.conftest import COLOURS, FIRST, NOTE, SECOND, colours

PAGE_LIMIT = 1_000_000


def unit(site: Path, node: str, number: int) -> Path:
    return site / "networks/colours" / folder_name(node) / str(number)


def document(site: Path, node: str, number: int) -> dict:
    return json.loads((unit(site, node, number) / "unit.json").read_text(encoding="utf-8"))


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pixels_of(file: Path) -> np.ndarray:
    with Image.open(file) as image:
        return np.asarray(image.convert("RGB"))


class Links(HTMLParser):
    """Every address of a page, its headings and the texts of its pictures."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.pictures_without_text = 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.found += [values[name] for name in ("href", "src") if values.get(name)]
        self.found += re.findall(r"url\('?([^')]+)'?\)", values.get("style") or "")
        self.pictures_without_text += tag == "img" and "alt" not in values


def test_that_every_address_in_every_page_leads_to_a_file(site):
    pages = list(site.rglob("*.html"))
    assert len(pages) == 2 + 3 + 4 + 34 + 34  # the mean over places is a node, too
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
    assert document(site, FIRST, 0)["note"] == NOTE


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


def test_that_a_site_made_again_is_the_same_byte_for_byte(site, maker, tmp_path):
    before = bytes_of(site)
    assert maker.make(colours(), out=str(site), licence="CC BY 4.0, the tests").written == 0
    assert bytes_of(site) == before
    maker.make(colours(), out=str(tmp_path / "other"), licence="CC BY 4.0, the tests")
    assert bytes_of(tmp_path / "other") == before


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


def test_that_pictures_leave_a_site_that_showed_them(maker, tmp_path):
    small = {"families": (), "objectives": ("channel",), "out": str(tmp_path / "was")}
    maker.make(colours(), **small)
    assert any("files/pictures" in name for name in bytes_of(tmp_path / "was"))
    with pytest.raises(InspectorError, match=f"shows real pictures at {SECOND}"):
        maker.make(colours(), nodes=(FIRST, "mean"), without_pictures=True, **small)
    maker.make(colours(), without_pictures=True, **small)
    maker.make(colours(), without_pictures=True, **{**small, "out": str(tmp_path / "never")})
    assert bytes_of(tmp_path / "was") == bytes_of(tmp_path / "never")


def test_that_several_networks_share_one_site(maker, tmp_path):
    out = str(tmp_path / "shared")
    for name in ("one", "Two"):
        maker.make(colours(name), out=out, nodes=(FIRST,), families=(), pictures=(), objectives=("channel",))
    text = (tmp_path / "shared/index.html").read_text(encoding="utf-8")
    assert "networks/one/index.html" in text
    assert "networks/~two/index.html" in text


def test_that_a_node_is_added_to_those_that_are_there(maker, tmp_path):
    out = tmp_path / "grows"
    for node in (SECOND, FIRST):
        maker.make(colours(), out=str(out), nodes=(node,), families=(), pictures=(), objectives=("channel",))
    told = json.loads((out / "networks/colours/network.json").read_text(encoding="utf-8"))
    assert told["nodes"] == [FIRST, SECOND]
    assert told["units"] == 38


def test_that_another_network_of_the_same_name_is_refused_and_nothing_changes(site, maker):
    before = bytes_of(site)
    with pytest.raises(InspectorError, match="another network of the name “colours”") as caught:
        maker.make(colours(scale=2.0), out=str(site))
    assert "\n" not in str(caught.value)
    assert bytes_of(site) == before


def test_that_a_folder_of_other_files_is_refused(maker, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(InspectorError, match="holds other files and no atlas"):
        maker.make(colours(), out=str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    with pytest.raises(InspectorError, match="is a file: an atlas needs a folder"):
        maker.make(colours(), out=str(tmp_path / "thesis.txt"))


def test_that_a_site_of_another_program_or_version_is_refused(maker, tmp_path):
    (tmp_path / "atlas.json").write_text('{"program": "another", "atlas": 1}')
    with pytest.raises(InspectorError, match="no atlas of this program"):
        maker.make(colours(), out=str(tmp_path))
    (tmp_path / "atlas.json").write_text('{"program": "neuron-inspector", "atlas": 99}')
    with pytest.raises(InspectorError, match="made by another version"):
        maker.make(colours(), out=str(tmp_path))


@pytest.mark.parametrize(
    ("wishes", "sentence"),
    [
        ({"nodes": ("nowhere",)}, "has no node “nowhere”"),
        ({"families": ("picture",)}, "picture"),
        ({"pictures": ("/nowhere/at/all",)}, "no pictures at /nowhere/at/all"),
        ({"families": ("nothing",)}, "no .*“nothing”"),
        ({"recipe": "nothing"}, "no recipe “nothing”"),
    ],
)
def test_that_what_cannot_be_made_is_said_before_anything_is_written(maker, tmp_path, wishes, sentence):
    with pytest.raises(InspectorError, match=sentence):
        maker.make(colours(), out=str(tmp_path / "never"), **wishes)
    assert not (tmp_path / "never").exists()


def test_that_a_cancelled_atlas_goes_on_to_the_same_bytes(site, maker, tmp_path):
    out, token = tmp_path / "cut", CancelToken()
    run = maker.run(colours(), token, out=str(out), licence="CC BY 4.0, the tests")
    for update in run:
        if "Writing" in getattr(update, "note", "") and update.done == 9:
            token.cancel()
            break
    with pytest.raises(Cancelled):
        list(run)
    left = bytes_of(out)
    assert 0 < len(left) < len(bytes_of(site))
    for name, data in left.items():
        if name != "index.html" and not name.endswith("network.json"):
            assert data == bytes_of(site)[name], f"{name} is not whole"
    maker.make(colours(), out=str(out), licence="CC BY 4.0, the tests")
    assert bytes_of(out) == bytes_of(site)


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


class Chain(nn.Module):
    """1x1 convolutions one after the other, under these names."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        for name in names:
            self.add_module(name, nn.Conv2d(3, 3, 1))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        for module in self.children():
            pictures = module(pictures)
        return pictures


def test_that_nodes_of_any_name_have_pages_that_are_found(maker, tmp_path):
    names = (
        "con",
        "A",
        "a",
        "Ähre",
        "層",
        "a/b",
        "..",
        "x" * 300,
        "x" * 301,
        "files",
        "relu:1",
        " ",
        "100%",
        "#",
    )
    module = Chain(tuple(name for name in names if "." not in name))
    network = Network(module, name="Name/mit ß?", preprocessing=Preprocessing(crop=(16, 16), resize=16))
    out = tmp_path / "names"
    maker.make(network, out=str(out), families=(), pictures=(), objectives=(), thumbnail="")
    place = next((out / "networks").iterdir())
    pages = sorted(place.glob("*/index.html"))
    assert len(pages) == len(network.nodes) == 13
    for page in (out / "index.html", place / "index.html", *pages, *place.glob("*/0/index.html")):
        assert max(map(len, page.relative_to(out).parts)) <= 64
        for address in Links(page.read_text(encoding="utf-8")).found:
            if not address.startswith(("#", "data:")):
                assert (page.parent / unquote(address)).is_file(), f"{page}: {address}"
    told = {json.loads(file.read_text(encoding="utf-8"))["node"] for file in place.glob("*/node.json")}
    assert told == set(network.nodes)


class Unbatched(nn.Module):
    """Has a node whose value knows no pictures any more."""

    def __init__(self) -> None:
        super().__init__()
        self.conv, self.flat = nn.Conv2d(3, 4, 3), nn.Flatten(0)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        pictures = self.conv(pictures)
        return pictures.mean((2, 3)) * self.flat(pictures).sum()


def test_that_a_node_without_units_is_refused_by_name_and_left_out_of_all(maker, tmp_path):
    network = Network(Unbatched(), name="net", preprocessing=Preprocessing(crop=(12, 12), resize=12))
    quick = {"families": (), "pictures": (), "objectives": (), "thumbnail": ""}
    with pytest.raises(InspectorError, match="net/flat has no units"):
        maker.make(network, out=str(tmp_path / "never"), nodes=("flat",), **quick)
    assert not (tmp_path / "never").exists()
    maker.make(network, out=str(tmp_path / "all"), **quick)
    told = json.loads((tmp_path / "all/networks/net/network.json").read_text(encoding="utf-8"))
    assert "conv" in told["nodes"]
    assert "flat" not in told["nodes"]
