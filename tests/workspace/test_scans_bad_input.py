"""Whatever lies in a folder or happens meanwhile: one clear line, nothing lost, the rest is scanned."""

from __future__ import annotations

import gzip
import itertools
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.jobs.bench import Bench
from inspector.jobs.scanning import ScanPictures, scan_kept
from inspector.lenses.examples import ExamplesParameters
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from inspector.probe.record import record
from inspector.workspace.findings import Findings
from inspector.workspace.scans import Scans
from tests.drawn import ended

NODE = "0"


def network(module=None):
    torch.manual_seed(0)
    module = module if module is not None else nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU())
    return Network(module, name="n", preprocessing=Preprocessing((12, 12)))


def picture(path, seed=0, size=(12, 12)):
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(0, 256, (size[1], size[0], 3), np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def scan(folder, workspace, net=None, meanwhile=None, **options):
    """Scan to the end; `meanwhile` happens after the first batch."""
    scans = Scans(workspace)
    parameters = ExamplesParameters((str(folder),), **{"batch_size": 2, "top": 3, **options})
    steps = scan_kept(net or network(), scans, parameters, CancelToken())
    try:
        while True:
            update = next(steps)
            if meanwhile is not None and "pictures/s" in getattr(update, "note", ""):
                meanwhile = meanwhile()
    except StopIteration as end:
        return end.value, scans
    finally:
        steps.close()


def test_that_an_empty_folder_is_refused_in_a_sentence_and_leaves_nothing(tmp_path):
    (tmp_path / "none").mkdir()
    with pytest.raises(InspectorError, match=r"There are no pictures in .*none"):
        scan(tmp_path / "none", tmp_path / "w")
    assert not (tmp_path / "w").exists()


def test_that_one_picture_is_a_set(tmp_path):
    path = picture(tmp_path / "p" / "only.png")
    summary, scans = scan(tmp_path / "p", tmp_path / "w")
    assert (summary.pictures, summary.skipped) == (1, ())
    found = scans.evidence(summary.key, "n/0/2", NODE, 2)
    values = record(network(), [path], [NODE])[NODE][0, 2]
    assert len(found.top) == len(found.bottom) == 1
    assert found.top[0].value == pytest.approx(float(values.max()), rel=1e-5)
    assert values[found.top[0].y, found.top[0].x] == values.max()
    assert found.mean == pytest.approx(float(values.mean()), rel=1e-4)
    assert found.correlated == (), "one picture tells no correlation"
    assert found.firing == pytest.approx(float((values > 0).mean()))


def test_that_pictures_smaller_than_the_input_are_seen_as_the_network_sees_them(tmp_path):
    paths = [
        picture(tmp_path / "p" / f"{n}.png", n, size) for n, size in enumerate([(1, 1), (3, 2), (5, 40)])
    ]
    summary, scans = scan(tmp_path / "p", tmp_path / "w")
    assert summary.pictures == 3
    found = scans.evidence(summary.key, "n/0/1", NODE, 1)
    peaks = record(network(), paths, [NODE])[NODE][:, 1].max((1, 2))
    assert [example.value for example in found.top] == pytest.approx(sorted(peaks, reverse=True), rel=1e-5)
    for example in (*found.top, *found.bottom):
        left, top, right, bottom = example.box
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1
        assert example.thumbnail.size > 0


def test_that_truncated_files_are_named_and_the_others_scanned(tmp_path):
    for number in range(3):
        picture(tmp_path / "p" / f"{number}.png", number)
    Image.fromarray(np.full((200, 200, 3), 9, np.uint8)).save(tmp_path / "p" / "cut.jpg", quality=95)
    data = (tmp_path / "p" / "cut.jpg").read_bytes()
    (tmp_path / "p" / "cut.jpg").write_bytes(data[: len(data) // 2])
    (tmp_path / "p" / "void.png").write_bytes(b"")
    summary, _ = scan(tmp_path / "p", tmp_path / "w")
    assert (summary.pictures, summary.skipped_count) == (3, 2)
    assert any("cut.jpg" in line and "\n" not in line for line in summary.skipped)
    assert any("void.png is empty" in line for line in summary.skipped)


def test_that_two_hundred_megapixels_are_refused_before_they_are_decoded(tmp_path):
    picture(tmp_path / "p" / "small.png")
    _write_large_png(tmp_path / "p" / "huge.png", 20_000, 10_000)
    summary, _ = scan(tmp_path / "p", tmp_path / "w")
    assert summary.pictures == 1
    assert "huge.png is too large" in summary.skipped[0]
    assert "100 megapixels" in summary.skipped[0]


def _write_large_png(path, width, height):
    """A whole, valid file of that many black pixels, of which nearly nothing is stored."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(1)
    rows = b"".join(packer.compress(bytes((width + 7) // 8 + 1) * 100) for _ in range(height // 100))
    pixels = rows + packer.flush()
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def test_that_a_circle_of_links_is_scanned_once(tmp_path):
    picture(tmp_path / "p" / "a" / "1.png")
    (tmp_path / "p" / "a" / "up").symlink_to(tmp_path / "p")
    (tmp_path / "p" / "self").symlink_to(tmp_path / "p" / "self")
    (tmp_path / "p" / "gone.png").symlink_to(tmp_path / "nowhere.png")
    summary, _ = scan(tmp_path / "p", tmp_path / "w")
    assert summary.pictures == 1
    assert summary.classes == ("a",)


@pytest.mark.parametrize(
    "name", ["猫と犬", "кошка", "قطة", "खरगोश", "a\u0301 decomposed", "🐈‍⬛", "with 'quotes\" and; signs #1"]
)
def test_that_names_in_any_script_come_back_as_they_are(tmp_path, name):
    for number in range(2):
        picture(tmp_path / "p" / name / f"{name} {number}.png", number)
    summary, scans = scan(tmp_path / "p", tmp_path / "w")
    assert summary.classes == (name,)
    found = scans.evidence(summary.key, "n/0/0", NODE, 0)
    assert {example.name for example in found.top} == {f"{name}/{name} {n}.png" for n in range(2)}
    assert found.top[0].label == name
    assert Path(found.top[0].path).read_bytes().startswith(b"\x89PNG")


def test_that_files_that_disappear_during_the_scan_are_named(tmp_path):
    paths = [picture(tmp_path / "p" / f"{n:02}.png", n) for n in range(14)]

    def vanish():
        paths[-1].unlink()
        paths[-2].unlink()

    summary, scans = scan(tmp_path / "p", tmp_path / "w", meanwhile=vanish)
    assert (summary.pictures, summary.skipped_count) == (12, 2)
    assert [str(path) in line for path, line in zip(paths[-2:], summary.skipped, strict=True)] == [True] * 2
    assert all("does not exist" in line for line in summary.skipped)
    assert len(scans.evidence(summary.key, "n/0/0", NODE, 0).top) == 3


def test_that_values_that_are_no_numbers_are_told_and_spoil_nothing(tmp_path):
    class Fragile(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(3, 4, 3)

        def forward(self, x):
            return self.conv(torch.log(x - 0.001) * 0 + x)  # NaN wherever a pixel is black

    net = network(Fragile())
    good = [picture(tmp_path / "p" / f"{n}.png", n) for n in range(4)]
    for path in good:
        Image.fromarray(np.asarray(Image.open(path)).clip(1, None)).save(path)
    Image.new("RGB", (12, 12)).save(tmp_path / "p" / "black.png")
    summary, scans = scan(tmp_path / "p", tmp_path / "w", net, nodes=("conv",))
    assert summary.pictures == 5
    assert "1 picture made values that are no numbers" in summary.skipped[0]
    found = scans.evidence(summary.key, "n/conv/0", "conv", 0)
    assert np.isfinite([found.mean, found.deviation, found.lowest, found.highest]).all()
    peaks = record(net, good, ["conv"])["conv"][:, 0].max((1, 2))
    best = [example.value for example in found.top if example.name != "black.png"]
    assert best[0] == pytest.approx(peaks.max(), rel=1e-5)


def test_that_labels_that_do_not_match_are_listed_and_mix_no_classes(tmp_path):
    for number in range(4):
        picture(tmp_path / "p" / f"{number}.png", number)
    (tmp_path / "p" / "list.csv").write_text(
        "0.png,cat\n1.png,dog\n1.png,cat\n2.png\nmissing.png,dog\n", encoding="utf-8"
    )
    summary, scans = scan(tmp_path / "p" / "list.csv", tmp_path / "w")
    assert summary.classes == ("cat", "dog")
    assert any("1.png" in line for line in summary.skipped)
    assert any("missing.png" in line for line in summary.skipped)
    assert scans.evidence(summary.key, "n/0/0", NODE, 0).class_counts.tolist() == [1, 1]


def test_that_fewer_labels_than_pictures_are_told_and_the_pictures_scanned(tmp_path):
    random = np.random.default_rng(0)
    raw = tmp_path / "MNIST" / "raw"
    raw.mkdir(parents=True)
    pixels = random.integers(0, 256, (6, 28, 28), np.uint8)
    images = struct.pack(">HBBIII", 0, 8, 3, 6, 28, 28) + pixels.tobytes()
    (raw / "train-images-idx3-ubyte.gz").write_bytes(gzip.compress(images))
    (raw / "train-labels-idx1-ubyte").write_bytes(struct.pack(">HBBI", 0, 8, 1, 4) + bytes(4))
    summary, _ = scan(tmp_path / "MNIST", tmp_path / "w")
    assert (summary.pictures, summary.classes) == (6, ())
    assert "holds 4 classes for 6 pictures: none is used" in summary.skipped[0]


def test_that_a_scan_goes_on_when_its_network_is_closed_and_another_put_on_the_bench(tmp_path):
    for number in range(8):
        picture(tmp_path / "p" / f"{number}.png", number)
    parameters = ExamplesParameters((str(tmp_path / "p"),), batch_size=2, top=3)
    with Findings(tmp_path / "w") as findings:
        bench = Bench(findings)
        bench.put(network())
        steps = ScanPictures("n", parameters).start(bench, CancelToken())
        list(itertools.islice(steps, 4))
        bench.put(Network(nn.Conv2d(3, 2, 3), name="other", preprocessing=Preprocessing((12, 12))))
        summary = ended(steps)
        assert (summary.network, summary.pictures) == ("n", 8)
        with pytest.raises(InspectorError, match="“n” is not open"):
            next(ScanPictures("n", parameters, again=True).start(bench, CancelToken()))
    whole, scans = scan(tmp_path / "p", tmp_path / "w2")
    other = Scans(tmp_path / "w")
    for name, array in scans.node_arrays(whole.key, NODE)[0].items():
        np.testing.assert_array_equal(array, other.node_arrays(summary.key, NODE)[0][name])


def test_that_clearing_leaves_alone_a_scan_under_way(tmp_path):
    for number in range(6):
        picture(tmp_path / "p" / f"{number}.png", number)

    def clear():
        Scans(tmp_path / "w").clear()

    summary, scans = scan(tmp_path / "p", tmp_path / "w", meanwhile=clear)
    assert summary.pictures == 6
    assert scans.evidence(summary.key, "n/0/0", NODE, 0).top[0].thumbnail.size > 0
