"""Pages that stand alone: what is in them, that nothing is outside, and what cannot be written."""

from __future__ import annotations

import base64
import errno
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from inspector.atlas.alone.inline import inlined
from inspector.atlas.alone.request import ExportPage
from inspector.jobs.bench import Bench
from inspector.jobs.requests import LensRequest
from inspector.jobs.scanning import scan_kept
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.workspace.findings import Findings
from inspector.workspace.scans import Scans
from inspector.workspace.taxonomies import Taxonomies
from inspector.workspace.taxonomy import Group, Mark, Taxonomy
from tests.atlas.conftest import FIRST, NOTE, SECOND, colours
from tests.drawn import ended

NAME = "colours"


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    """A workspace with visualizations of units 0 and 1, a scan, and notes, of a network of known weights."""
    folder = tmp_path_factory.mktemp("alone")
    for colour, level in (("red", (230, 20, 20)), ("green", (20, 230, 20)), ("blue", (20, 20, 230))):
        for number in range(2):
            path = folder / "pictures" / colour / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(np.full((40, 40, 3), level, np.uint8) + number).save(path)
    network, token = colours(), CancelToken()
    with Findings(folder / "ws") as findings:
        bench = Bench(findings)
        bench.put(network)
        scans = Scans(folder / "ws")
        ended(
            scan_kept(network, scans, ExamplesParameters((str(folder / "pictures"),), nodes=(FIRST,)), token)
        )
        scans.close()
        parameters = with_recipe("preview", objectives=("channel", "neuron"), steps=4, size=24, units=(0, 1))
        ended(LensRequest("feature-visualization", Location(NAME, FIRST, 0), parameters).start(bench, token))
        said = Taxonomy(
            {f"{FIRST}/0": Mark("red <light>", NOTE, star=True)},
            {"Colours": Group("One & one.", {f"{FIRST}/1": 0.5, f"{FIRST}/0": 1.0, f"{SECOND}/2": 0.75})},
        )
        Taxonomies(folder / "ws").change(network.fingerprint, NAME, lambda _: said)
        yield bench


def written(bench, tmp_path, place, **wishes):
    path = tmp_path / "page.html"
    assert ended(ExportPage(place, str(path), **wishes).start(bench, CancelToken())) == (path,)
    return path.read_text(encoding="utf-8")


class Outside(HTMLParser):
    """Gathers every address that leads out of a page, its pictures, and its headings."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses, self.pictures, self.open = [], [], []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("src", "href", "xlink:href", "srcset", "action") and not value.startswith(
                ("#", "data:")
            ):
                self.addresses.append((tag, name, value))
            if tag == "img" and name == "src":
                self.pictures.append(value)
        assert tag not in ("script", "iframe", "link") or ("rel", "icon") in attributes


def looked_into(page):
    found = Outside()
    found.feed(page)
    assert not found.addresses
    assert not re.findall(r"url\((?!data:|#)[^)]*\)", page)
    assert "http://" not in page.replace("http://www.w3.org/", "")
    assert "https://" not in page
    for address in found.pictures:
        Image.open(io.BytesIO(base64.b64decode(address.split(",", 1)[1]))).verify()
    return found


def test_that_a_units_page_holds_all_of_it_and_asks_for_nothing(bench, tmp_path):
    page = written(bench, tmp_path, Location(NAME, FIRST, 0), families=("hue",), licence="CC0 <all>")
    found = looked_into(page)
    assert "red &lt;light&gt;" in page
    assert "nothing else.<br>Two lines." in page
    assert "CC0 &lt;all&gt;" in page
    for title in (
        "Channel",
        "Neuron",
        "Dataset examples",
        "Spectrum",
        "Histogram",
        "Hue",
        "Weights",
        "How it was made",
    ):
        assert f">{title}" in page or title in page, title
    assert "recipe preview, 4 steps, 24 × 24 px, seed 0" in page
    assert len(found.pictures) > 6
    first = Image.open(io.BytesIO(base64.b64decode(found.pictures[0].split(",")[1])))
    assert first.size == (24, 24)
    assert "var(--picture-" in page, "pictures behind elements are written once"
    assert "Previous unit" not in page


def test_that_what_a_unit_lacks_is_made_first(bench, tmp_path):
    place = Location(NAME, FIRST, 3)
    without = written(bench, tmp_path, place, families=(), make=False)
    assert "Feature visualization" not in without
    assert "Tuning</h2>" not in without
    made = written(bench, tmp_path, place, families=("hue",))
    assert "Feature visualization" in made
    assert "Tuning</h2>" in made
    looked_into(made)


def test_that_real_pictures_stay_out_where_asked(bench, tmp_path):
    page = written(bench, tmp_path, Location(NAME, FIRST, 0), families=(), without_pictures=True)
    found = looked_into(page)
    colours = [
        np.asarray(Image.open(io.BytesIO(base64.b64decode(one.split(",")[1]))).convert("RGB"))
        .std((0, 1))
        .max()
        for one in found.pictures
        if "webp" in one
    ]
    assert min(colours) > 2, "no picture of one colour, as those of the set are"
    assert ".png" not in page.replace("image/png", "")


def test_that_a_nodes_page_shows_all_units_and_their_numbers(bench, tmp_path):
    page = written(bench, tmp_path, Location(NAME, FIRST), families=("hue",))
    looked_into(page)
    assert page.count('class="unit"') == 4
    assert "by a visualization" in page
    assert "by the strongest of their examples" in page
    rows = re.findall(r'<tr><th scope="row">(\d+)</th>(.*?)</tr>', page)
    assert [row for row, _ in rows] == ["0", "1", "2", "3"]
    assert "hue: " in page
    assert "red &lt;light&gt;" in rows[0][1]
    assert "<dt>Colours</dt>" in page


def test_that_a_groups_page_shows_its_members_the_surest_first(bench, tmp_path):
    page = written(bench, tmp_path, Location(NAME), group="Colours")
    found = looked_into(page)
    assert re.findall(r'class="address">([^<]+)/(\d+)</span> · (\d+%) sure', page) == [
        (FIRST, "0", "100%"),
        (SECOND, "2", "75%"),
        (FIRST, "1", "50%"),
    ]
    assert "One &amp; one." in page
    assert "Group of 3 units" in page
    assert len(found.pictures) >= 2


@pytest.mark.parametrize(
    ("place", "wishes", "sentence"),
    [
        (Location(NAME), {}, "Name a unit, a node or a group"),
        (Location(NAME), {"group": "None"}, "has no group “None”: there are Colours."),
        (Location(NAME, FIRST, 9), {}, "4 units, 0 to 3; 9 is none"),
        (Location(NAME, "nowhere", 0), {}, "nowhere"),
    ],
)
def test_that_what_is_not_there_is_said_in_a_sentence(bench, tmp_path, place, wishes, sentence):
    with pytest.raises(InspectorError, match=re.escape(sentence)):
        written(bench, tmp_path, place, **wishes)
    assert list(tmp_path.iterdir()) == []


def test_that_a_full_disk_leaves_the_older_page(bench, tmp_path, monkeypatch):
    (tmp_path / "page.html").write_text("older")

    def full(self, *args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(InspectorError, match=r"page.html cannot be written: No space left on device."):
        written(bench, tmp_path, Location(NAME), group="Colours")
    monkeypatch.undo()
    assert (tmp_path / "page.html").read_text() == "older"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_that_references_are_put_into_the_page_and_links_out_taken_away():
    page = (
        '<style>a{}</style><img class=x src="../a.webp"><span style="background-image:url(\'b.webp\')">'
        "</span><i style=\"background-image:url('b.webp')\"></i><i style=\"background:url('gone.webp')\"></i>"
        '<a href="../other/index.html">o</a><a href="#here">h</a>'
    )
    made = inlined(page, "n/u/index.html", {"n/a.webp": b"A", "n/u/b.webp": b"B"})
    assert 'src="data:image/webp;base64,QQ=="' in made
    assert made.count("base64,Qg==") == 1
    assert made.count("var(--picture-0)") == 2
    assert "background:none" in made
    assert "<a>o</a>" in made
    assert '<a href="#here">' in made
