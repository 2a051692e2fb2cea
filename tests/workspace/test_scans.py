"""Kept scans: the same after kills and merges, whole or not there, and read by unit."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import numpy as np
import pytest

from inspector.jobs.scanning import scan_kept
from inspector.network.errors import InspectorError
from inspector.probe.cancel import CancelToken
from inspector.probe.record import record
from inspector.workspace import scan_arrays
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.scan_export import export_node
from inspector.workspace.scans import Scans
from tests.workspace.scans_drawn import COUNT, drawn, drawn_pictures, process, same, scanned


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    return drawn_pictures(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def whole(pictures, tmp_path_factory):
    return scanned(pictures, tmp_path_factory.mktemp("whole"))


def test_that_a_changed_picture_is_noticed_and_not_mixed(pictures, tmp_path):
    import shutil

    mine = tmp_path / "mine"
    shutil.copytree(pictures, mine)
    steps = scan_kept(process.network(), Scans(tmp_path / "w"), process.parameters(mine), CancelToken())
    for _ in range(4):
        next(steps)
    steps.close()
    target = next(mine.rglob("00.png"))
    os.utime(target, ns=(1, 1))
    _, _, updates = scanned(mine, tmp_path / "w")
    assert any("Pictures have changed" in getattr(update, "sentence", "") for update in updates)


def test_that_another_network_or_preprocessing_is_another_scan(pictures, whole):
    scans, summary, _ = whole
    other, changed, _ = scanned(pictures, scans.folder, network=process.network(seed=1))
    assert changed.key != summary.key
    assert scans.newest(process.network().fingerprint).key == summary.key
    _, cropped, _ = scanned(pictures, scans.folder, network=process.network(crop=12), top=5)
    assert cropped.key not in (summary.key, changed.key)
    other.close()


def test_that_what_is_scanned_already_is_answered_at_once(pictures, whole):
    _, summary, updates = scanned(pictures, whole[0].folder)
    assert summary == whole[1]
    assert len(updates) == 1


def test_that_a_full_disk_is_one_sentence_and_costs_nothing(pictures, whole, tmp_path, monkeypatch):
    steps = scan_kept(process.network(), Scans(tmp_path), process.parameters(pictures), CancelToken())
    for _ in range(4):
        next(steps)
    steps.close()

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(scan_arrays.np, "savez", full)
        with pytest.raises(InspectorError, match="No space left on device"):
            scanned(pictures, tmp_path)
    assert not list(tmp_path.rglob("*.part"))
    scans, summary, updates = scanned(pictures, tmp_path)
    assert len(updates) < len(whole[2])
    same(whole[0], scans, summary.key)


def test_that_a_unit_is_told_all_about(pictures, whole):
    scans, summary, _ = whole
    found = scans.evidence(summary.key, "n/2/1", "2", 1)
    files = [path for path in sorted(pictures.rglob("*.png")) if "broken" not in path.name]
    values = record(process.network(), files, ["2"])["2"][:, 1].reshape(COUNT, -1)
    order = np.argsort(-values.max(1), kind="stable")[:4]
    assert [example.path for example in found.top] == [str(files[i]) for i in order]
    assert [example.label for example in found.top] == [files[i].parent.name for i in order]
    for i, example in zip(order, found.top, strict=True):
        assert values[i, example.y * 4 + example.x] == pytest.approx(example.value, rel=1e-5)
        left, top, right, bottom = example.box
        assert 0 <= left < right <= 1
        assert 0 <= top < bottom <= 1
        assert example.thumbnail.shape == (20, 16, 3)
    assert found.box_source == "graph"
    assert found.class_names == ("bright", "dark")
    maxima = [values[[f.parent.name == name for f in files]].max(1).mean() for name in found.class_names]
    np.testing.assert_allclose(found.class_means, maxima, rtol=1e-4)
    assert found.mean == pytest.approx(float(values.mean()), rel=1e-4)
    assert (found.lowest, found.highest) == pytest.approx((values.min(), values.max()), rel=1e-4)
    assert found.counts.sum() == COUNT * 7
    assert sum(part.count for part in found.quilt) == COUNT * 7
    for part in found.quilt:
        assert 1 <= len(part.examples) == min(part.count, 3)
        for example in part.examples:
            assert part.low <= example.value < part.high
            number = files.index(Path(example.path))
            assert values[number, example.y * 4 + example.x] == pytest.approx(example.value, rel=1e-4)
    np.testing.assert_allclose(found.shares.shares.sum(0), 1, rtol=1e-5)
    assert not found.shares.sampled
    everything = record(process.network(), files, ["2"])["2"].reshape(COUNT, 5, -1).max(2)
    expected = np.corrcoef(everything.T)[1]
    for unit, value in (*found.correlated, *found.opposed):
        assert value == pytest.approx(expected[unit], abs=1e-3)


def test_that_columns_scale_and_selective_units_are_told(whole):
    scans, summary, _ = whole
    columns = scans.columns(summary.key, "2")
    assert columns.firing.shape == columns.selectivity.shape == (5,)
    means, deviations, source = scans.scale_of(summary.key, "2")
    assert means.dtype == deviations.dtype == np.float32
    assert (deviations > 0).all()
    assert "20 pictures" in source
    assert scans.scale_of(summary.key, "nothing") is None
    found = scans.most_selective(summary.key, "bright")
    assert found == sorted(found, key=lambda entry: -entry[2])
    with pytest.raises(WorkspaceError, match="is no class of"):
        scans.most_selective(summary.key, "nothing")


def test_that_an_export_holds_pictures_and_tables(whole, tmp_path):
    scans, summary, _ = whole
    files, _ = drawn(export_node(scans, summary.key, "n/2", "2", tmp_path / "out", (), CancelToken()))
    assert len(files) == 5 + 3
    assert len((tmp_path / "out" / "units.csv").read_text().splitlines()) == 6
    assert len((tmp_path / "out" / "examples.csv").read_text().splitlines()) == 1 + 5 * 8
    with np.load(tmp_path / "out" / "arrays.npz") as arrays:
        assert arrays["top_index"].shape == (5, 4)


def test_that_equal_pictures_are_counted_once_where_asked(pictures, tmp_path):
    import shutil

    mine = tmp_path / "mine"
    shutil.copytree(pictures, mine)
    for index in range(4):
        shutil.copyfile(next(mine.rglob(f"{index:02}.png")), mine / f"again {index}.png")
    _, summary, _ = scanned(mine, tmp_path / "w", unique=True)
    assert (summary.pictures, summary.duplicates) == (COUNT, 4)
    _, summary, _ = scanned(mine, tmp_path / "w")
    assert (summary.pictures, summary.duplicates) == (COUNT + 4, 0)


def test_that_a_vanished_picture_is_listed(pictures, tmp_path):
    import shutil

    mine = tmp_path / "mine"
    shutil.copytree(pictures, mine)
    steps = scan_kept(process.network(), Scans(tmp_path / "w"), process.parameters(mine), CancelToken())
    for _ in range(3):
        next(steps)
    for path in sorted(mine.rglob("1[5-9].png")):
        path.unlink()
    summary, _ = drawn(steps)
    assert summary.pictures + summary.skipped_count == COUNT + 1
    assert any("does not exist" in sentence for sentence in summary.skipped)


def test_that_repair_finds_and_forgets_scans(pictures, tmp_path):
    scans, summary, _ = scanned(pictures, tmp_path)
    assert scans.check_and_repair() == ()
    scans.close()
    (tmp_path / "workspace.sqlite").unlink()
    for suffix in ("-wal", "-shm"):
        (tmp_path / f"workspace.sqlite{suffix}").unlink(missing_ok=True)
    scans = Scans(tmp_path)
    assert scans.summaries() == [summary]
    next((tmp_path / "scans" / summary.key / "nodes").iterdir()).write_bytes(b"nothing")
    assert any("damaged scan was deleted" in sentence for sentence in scans.check_and_repair())
    assert scans.summaries() == []


def test_that_clearing_leaves_nothing(pictures, tmp_path):
    scans, _, _ = scanned(pictures, tmp_path)
    assert scans.size_on_disk() > 10_000
    assert scans.clear() == 1
    assert scans.summaries() == []
    assert scans.size_on_disk() == 0


def test_that_nothing_is_written_until_something_is_scanned(tmp_path):
    assert Scans(tmp_path / "w").summaries() == []
    assert not (tmp_path / "w").exists()
