"""Tunings as files and documents."""

import csv
import dataclasses
import json
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.document import document
from inspector.lenses.tuning.export import plot_png, write, write_csv, write_npz, write_svg, write_table
from inspector.lenses.tuning.ticks import number, ticks
from inspector.network.errors import InspectorError
from inspector.stimuli.axes import Axis

AXES = {
    "orientation": Axis("orientation", "deg", 0, 180, 4, 0, "An angle.", periodic=True),
    "frequency": Axis("frequency", "cycles/image", 1, 4, 3, 2, "A ratio.", logarithmic=True),
    "contrast": Axis("contrast", "", -1, 1, 2, 1, "A contrast."),
}
SAMPLES = {
    "orientation": np.array([0, 45, 90, 135.0]),
    "frequency": np.array([1, 2, 4.0]),
    "contrast": np.array([-1, 1.0]),
}


def made(*names, **changes):
    """A finished tuning over these axes with rising responses and a gap."""
    shape = tuple(len(SAMPLES[name]) for name in names)
    responses = np.arange(np.prod(shape) * 2, dtype=np.float32).reshape(*shape, 2) / 8
    responses[(1,) * len(shape)] = np.nan
    tuning = Tuning(
        location="demo/conv1/1",
        family="grating",
        axes={name: SAMPLES[name] for name in names},
        axis_units=tuple(AXES[name].unit for name in names),
        response=np.ascontiguousarray(responses[..., 1]),
        responses=responses,
        measured="raw",
        reduction="max",
        baseline=0.25,
        stimuli=np.zeros((*shape, 8, 8, 3), np.uint8),
        indices={"OSI": 0.5},
        pre_activation=True,
        complete=True,
        axis_cards=tuple(AXES[name] for name in names),
        fixed={"phase": 0.0},
        baselines=np.array([0, 0.25], np.float32),
        note="1 of 4 responses is not a finite number.",
        table={"OSI": np.array([np.nan, 0.5], np.float32), "drive": np.array([1, 2], np.float32)},
        baseline_noises=np.array([0.5, 0.125], np.float32),
        scale_source="",
        recorded="conv1",
    )
    return dataclasses.replace(tuning, **changes)


def test_that_csv_has_a_column_per_axis_and_the_response(tmp_path):
    tuning = made("orientation", "frequency")
    write_csv(tuning, tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["orientation", "frequency", "response"]
    assert len(rows) == 13
    assert rows[1] == ["0.0", "1.0", "0.125"]
    assert rows[2][:2] == ["0.0", "2.0"]
    assert rows[5] == ["45.0", "2.0", ""]  # the gap
    assert float(rows[12][2]) == tuning.response[3, 2]


def test_that_npz_holds_all_arrays_and_the_recipe_without_pickle(tmp_path):
    tuning = made("orientation", "frequency")
    write_npz(tuning, tmp_path / "t.npz")
    with np.load(tmp_path / "t.npz", allow_pickle=False) as file:
        assert file["axes"].tolist() == ["orientation", "frequency"]
        np.testing.assert_array_equal(file["axis_frequency"], SAMPLES["frequency"])
        np.testing.assert_array_equal(file["response"], tuning.response)
        np.testing.assert_array_equal(file["responses"], tuning.responses)
        assert file["stimuli"].shape == (4, 3, 8, 8, 3)
        assert json.loads(str(file["indices"])) == {"OSI": 0.5}
        recipe = json.loads(str(file["recipe"]))
    assert recipe["location"] == "demo/conv1/1"
    assert recipe["family"] == "grating"
    assert recipe["fixed"] == {"phase": 0.0}
    assert recipe["reduction"] == "max"
    assert recipe["recorded"] == "conv1"


def test_that_npz_holds_every_units_indices(tmp_path):
    write_npz(made("orientation"), tmp_path / "t.npz")
    with np.load(tmp_path / "t.npz", allow_pickle=False) as file:
        assert file["index_names"].tolist() == ["OSI", "drive"]
        np.testing.assert_array_equal(file["index_table"], [[np.nan, 0.5], [1, 2]])
        np.testing.assert_array_equal(file["baseline_noises"], [0.5, 0.125])
    write_npz(made("orientation", table={}), tmp_path / "u.npz")
    with np.load(tmp_path / "u.npz", allow_pickle=False) as file:
        assert file["index_table"].shape == (0, 2)


def test_that_the_table_of_all_units_is_csv(tmp_path):
    write_table(made("orientation"), tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["unit", "mid grey", "noise at mid grey", "OSI", "drive"]
    assert rows[1:] == [["0", "0.0", "0.5", "", "1.0"], ["1", "0.25", "0.125", "0.5", "2.0"]]


SVG = "{http://www.w3.org/2000/svg}"


def drawing(path):
    """(texts, places of the dots, the root) of an SVG document."""
    root = ElementTree.parse(path).getroot()
    circles = [circle for circle in root.iter(f"{SVG}circle") if circle.get("fill") != "none"]
    dots = [(float(circle.get("cx")), float(circle.get("cy"))) for circle in circles]
    return [element.text for element in root.iter(f"{SVG}text")], dots, root


@pytest.mark.parametrize(
    ("names", "form", "dots"),
    [
        (("orientation",), "plain", 3),  # all but the gap
        (("orientation",), "polar", 6),  # at both ends
        (("orientation", "frequency"), "plain", 0),
        (("orientation", "frequency"), "polar", 8),  # the strongest line has no gap
    ],
)
def test_that_svg_is_a_drawing_with_text_and_the_recipe(tmp_path, names, form, dots):
    write_svg(made(*names, family="a < b & c"), tmp_path / "t.svg", form)
    texts, places, root = drawing(tmp_path / "t.svg")
    assert (root.get("width"), root.get("height")) == ("900", "560")
    assert "demo/conv1/1 · a < b & c" in texts
    assert "orientation (deg)" in texts
    assert json.loads(root.findtext(f"{SVG}desc"))["axes"]["orientation"] == [0, 45, 90, 135]
    assert len(places) == dots
    pictures = [e.get("{http://www.w3.org/1999/xlink}href") for e in root.iter(f"{SVG}image")]
    assert len(pictures) == (2 if not dots else 0)  # a map and its colour bar
    assert all(picture.startswith("data:image/png;base64,") for picture in pictures)


def test_that_png_holds_the_recipe(tmp_path):
    plot_png(made("orientation"), tmp_path / "t.png")
    with Image.open(tmp_path / "t.png") as image:
        assert json.loads(image.text["recipe"])["location"] == "demo/conv1/1"


def test_that_a_polar_plot_puts_the_angle_where_it_is_seen(tmp_path):
    axis = Axis("orientation", "deg", 0, 360, 4, 0, "An angle.", periodic=True)
    values = {"orientation": np.arange(0, 360, 90.0)}
    response = np.array([0.5, 1, 0, 0], np.float32)
    asked = made("orientation", axes=values, axis_cards=(axis,), response=response, baseline=float("nan"))
    write_svg(asked, tmp_path / "t.svg", "polar")
    _, dots, _ = drawing(tmp_path / "t.svg")
    assert dots == [(550, 305), (450, 105), (450, 305), (450, 305)]  # right by half, up in full


def test_that_a_polar_plot_needs_an_angle(tmp_path):
    with pytest.raises(InspectorError, match="frequency and contrast do not come round"):
        plot_png(made("frequency", "contrast"), tmp_path / "t.png", "polar")
    assert list(tmp_path.glob("t.*")) == []


def test_that_choices_are_named_on_the_axis(tmp_path):
    fill = Axis("fill", "", 0, 1, 2, 0, "A choice.", choices=("outline", "filled"))
    values = {"fill": np.array([0.0, 1]), "frequency": SAMPLES["frequency"]}
    write_svg(
        made("contrast", "frequency", axes=values, axis_cards=(fill, AXES["frequency"])), tmp_path / "t.svg"
    )
    assert {"outline", "filled"} <= set(drawing(tmp_path / "t.svg")[0])


def test_that_the_document_is_json_with_none_for_gaps():
    shown = json.loads(json.dumps(document(made("orientation")), allow_nan=False))
    assert shown["network"] == "demo"
    assert shown["location"] == "demo/conv1/1"
    assert shown["family"] == "grating"
    assert shown["measured"] == "raw"
    assert shown["axes"] == {"orientation": [0, 45, 90, 135]}
    assert shown["response"] == [0.125, None, 0.625, 0.875]
    assert shown["indices"] == {"OSI": 0.5}
    assert shown["baseline"] == 0.25
    assert shown["baseline_noise"] == 0.125
    nested = document(made("orientation", "frequency"))["response"]
    assert np.shape(nested) == (4, 3)
    assert nested[1][1] is None


@pytest.mark.parametrize(
    "names",
    [
        ("orientation",),
        ("frequency",),
        ("orientation", "frequency"),
        ("frequency", "contrast", "orientation"),
    ],
)
def test_that_a_plot_is_drawn_for_any_number_of_axes(tmp_path, names):
    plot_png(made(*names), tmp_path / "t.png")
    with Image.open(tmp_path / "t.png") as image:
        assert image.format == "PNG"
        assert image.size == (900, 560)
        colours = {colour for _, colour in image.convert("RGB").getcolors(2**24)}
    assert len(colours) > 50


def test_that_a_heat_map_shows_low_dark_high_bright_and_gaps_grey(tmp_path):
    plot_png(made("orientation", "frequency"), tmp_path / "t.png")
    with Image.open(tmp_path / "t.png") as image:
        # The map spans 80 to 740 px across and 486 (lowest frequency) to 90 px up.
        assert image.getpixel((160, 420)) == (0x44, 0x01, 0x54)
        assert image.getpixel((660, 156)) == (0xFD, 0xE7, 0x25)
        assert image.getpixel((327, 288)) == (150, 150, 150)


@pytest.mark.parametrize(
    "changes",
    [
        {"response": np.full(4, np.nan, np.float32), "baseline": float("nan"), "indices": {}},
        {"response": np.zeros(4, np.float32), "baseline": 0.0},
        {"indices": {f"a long name of an index, number {n}": n / 3 for n in range(30)}},
    ],
)
def test_that_an_odd_tuning_is_drawn_too(tmp_path, changes):
    plot_png(made("orientation", **changes), tmp_path / "t.png")
    assert (tmp_path / "t.png").stat().st_size > 1000


def test_that_the_file_names_ending_decides(tmp_path):
    for ending in ("csv", "npz", "png", "svg"):
        write(made("orientation"), tmp_path / f"t.{ending}")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "t.csv", "t.npz", "t.png", "t.svg",
    ]  # fmt: skip
    with pytest.raises(InspectorError, match=r"t.txt: a tuning is written as .csv, .npz, .png, .svg"):
        write(made("orientation"), tmp_path / "t.txt")


def test_that_a_failed_write_leaves_the_old_file_and_no_other(tmp_path):
    (tmp_path / "t.csv").write_text("old")
    broken = made("orientation", response=np.zeros(3, np.float32))  # fewer responses than points
    with pytest.raises(ValueError, match="shorter"):
        write_csv(broken, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["t.csv"]


@pytest.mark.parametrize("ending", ["csv", "npz", "png", "svg"])
def test_that_a_place_that_cannot_be_written_is_named(tmp_path, ending):
    path = tmp_path / "nowhere" / f"t.{ending}"
    with pytest.raises(InspectorError, match=rf"nowhere/t\.{ending} cannot be written: No such file"):
        write(made("orientation"), path)


def test_that_marks_are_round_and_inside():
    assert ticks(0, 178, 8) == [0, 30, 60, 90, 120, 150]
    assert ticks(-0.013, 0.021, 8) == pytest.approx([-0.01, -0.005, 0, 0.005, 0.01, 0.015, 0.02])
    assert ticks(0.9, 55, 8, logarithmic=True) == [1, 2, 5, 10, 20, 50]
    assert [number(value) for value in (0.1 + 0.2, -5.0, 1e-17)] == ["0.3", "−5", "0"]
