"""Findings come back as they were kept; what cannot be kept is said in one sentence and costs nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from inspector.workspace.errors import WorkspaceError
from inspector.workspace.findings import Findings
from tests.workspace.findings_made import files, finding, same

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def findings(tmp_path):
    with Findings(tmp_path / "w") as findings:
        yield findings


def test_that_a_finding_comes_back_as_it_was(findings):
    findings.keep(finding())
    same(finding(), findings.find("abc", finding().digest))
    with Findings(findings.folder) as later:
        same(finding(), later.find("abc", finding().digest))


def test_that_a_finding_without_arrays_texts_or_value_comes_back_too(findings):
    bare = finding(arrays={}, told=(), value=None)
    findings.keep(bare)
    same(bare, findings.find("abc", bare.digest))


def test_that_numbers_that_are_not_finite_come_back(findings):
    odd = finding(arrays={"values": np.array([np.nan, np.inf, -np.inf], np.float32)})
    findings.keep(odd)
    same(odd, findings.find("abc", odd.digest))


@pytest.mark.parametrize(
    "node",
    ["层/卷积 1", "a" * 5000, "../../etc", "CON", "x:1", "né\u0301.é", "🧠", "a%2Fb", "nul\x01"],
    ids=["chinese", "long", "dots", "reserved", "colon", "accents", "emoji", "percent", "control"],
)
def test_that_node_names_of_any_script_and_length_do_no_harm(findings, node):
    from inspector.network.location import Location

    odd = finding(str(Location("netz", node, 3)))
    findings.keep(odd)
    same(odd, findings.find("abc", odd.digest))
    assert [kept.location for kept in findings.for_node("abc", node)] == [odd.location]
    assert all(path.name.isascii() and len(path.name) < 60 for path in files(findings))


def test_that_nothing_is_written_until_something_is_kept(findings):
    assert findings.find("abc", "0" * 64) is None
    assert findings.for_node("abc", "conv1") == []
    assert findings.size_on_disk() == findings.clear() == 0
    assert not findings.remove("abc", "0" * 64)
    assert not findings.check_and_repair().deleted
    assert not findings.folder.exists()


def test_that_another_network_or_recipe_is_not_found(findings):
    findings.keep(finding())
    assert findings.find("abd", finding().digest) is None
    assert findings.find("abc", finding(seed=1).digest) is None


def test_that_a_finding_takes_the_place_of_an_earlier_one_with_its_files(findings):
    findings.keep(finding())
    before = files(findings)
    newer = finding(images=np.zeros((1, 4, 4, 3), np.uint8), arrays={}, told=(), value=9.0)
    findings.keep(newer)
    same(newer, findings.find("abc", finding().digest))
    assert len(findings.for_node("abc", "conv1")) == 1
    assert not before & files(findings)
    assert len(files(findings)) == 1


def test_that_a_node_is_listed_by_unit_without_opening_a_picture(findings, monkeypatch):
    for unit in (10, 2, 1):
        findings.keep(finding(f"net/conv1/{unit}"))
    findings.keep(finding("net/conv2/0"), finding("net/conv1", lens="examples"))
    monkeypatch.setattr(Image, "open", None)
    listed = findings.for_node("abc", "conv1", "feature-visualization")
    assert [kept.location for kept in listed] == ["net/conv1/1", "net/conv1/2", "net/conv1/10"]
    assert len(findings.for_node("abc", "conv1")) == 4
    assert (listed[0].images, listed[0].value, listed[0].seconds) == (2, 1.25, 2.5)
    assert listed[0].digest == finding("net/conv1/1").digest


def test_that_a_thumbnail_is_the_first_picture_made_smaller(findings):
    level = np.zeros((1, 40, 80, 3), np.uint8)
    level[..., 0] = 200
    findings.keep(finding(images=level, arrays={}, told=()))
    (kept,) = findings.for_node("abc", "conv1")
    small = findings.thumbnail(kept, 16)
    assert small.shape == (8, 16, 3)
    assert (small == [200, 0, 0]).all()


def test_that_removing_forgets_a_finding_and_its_files_and_no_other(findings):
    findings.keep(finding(), finding(seed=1))
    assert findings.remove("abc", finding().digest)
    assert not findings.remove("abc", finding().digest)
    assert findings.find("abc", finding().digest) is None
    same(finding(seed=1), findings.find("abc", finding(seed=1).digest))
    assert len(files(findings)) == 2


def test_that_old_findings_and_those_of_a_network_can_be_cleared(findings):
    findings.keep(finding(made_at=1.0), finding(seed=1, made_at=3.0))
    findings.keep(finding(seed=2, made_at=1.0, fingerprint="other"))
    assert findings.clear(before=2.0, fingerprint="abc") == 1
    assert findings.clear(before=2.0) == 1
    assert findings.find("abc", finding(seed=1).digest) is not None
    assert findings.clear() == 1
    assert files(findings) == set()


def test_that_the_size_is_that_of_the_files(findings):
    findings.keep(finding(), finding(seed=1))
    everything = (path for path in findings.folder.rglob("*") if path.is_file())
    assert findings.size_on_disk() == sum(path.stat().st_size for path in everything)


def test_that_the_pictures_are_plain_png_with_the_recipe_in_their_text(findings):
    findings.keep(finding())
    first = next(path for path in files(findings) if path.name.endswith("-0.png"))
    with Image.open(first) as image:
        assert image.format == "PNG"
        assert '"seed": 0' in image.text["neuron-inspector"]
        assert (np.asarray(image) == finding().images[0]).all()


@pytest.mark.parametrize(
    "wrong",
    [
        {"images": np.zeros((1, 2, 2, 3), np.float32)},
        {"images": np.zeros((2, 2, 3), np.uint8)},
        {"images": np.zeros((0, 2, 2, 3), np.uint8)},
        {"arrays": {"a": np.array([object()])}},
        {"told": ({"objective": "channel"},)},
        {"told": ({"seed": 1}, {"seed": 2})},
        {"recipe": {"finding": 1}},
    ],
)
def test_that_what_is_no_finding_is_refused(wrong):
    with pytest.raises(WorkspaceError):
        finding(**wrong)


@pytest.mark.parametrize("recipe", [{"a": np.zeros(2)}, {"a": float("nan")}, {"a": {1, 2}}])
def test_that_a_recipe_that_cannot_be_written_down_is_refused(findings, recipe):
    with pytest.raises(WorkspaceError, match="A recipe holds what cannot be written down"):
        findings.keep(finding(recipe=recipe))
    assert not findings.folder.exists()


def test_that_a_location_that_is_no_address_is_refused(findings):
    with pytest.raises(WorkspaceError, match="is no address"):
        findings.keep(finding("a/b/c/d"))
    assert files(findings) == set()


def test_that_keeping_nothing_makes_no_workspace(findings):
    findings.keep()
    assert not findings.folder.exists()


def test_that_any_thread_may_ask(findings):
    import threading

    errors: list[BaseException] = []

    def work(seed: int) -> None:
        try:
            findings.keep(finding(seed=seed))
            same(finding(seed=seed), findings.find("abc", finding(seed=seed).digest))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(findings.for_node("abc", "conv1")) == 6


def test_that_findings_need_no_torch():
    names = "inspector.workspace.findings, inspector.workspace.features, inspector.jobs.keeping"
    code = f"import sys, {names}; print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "False"


def test_that_the_index_does_not_grow_with_replacing(findings):
    findings.keep(finding())
    size = findings.size_on_disk()
    for _ in range(30):
        findings.keep(finding())
    findings.close()
    assert findings.size_on_disk() <= size
    connection = sqlite3.connect(findings.folder / "workspace.sqlite")
    assert connection.execute("SELECT COUNT(*) FROM findings").fetchone() == (1,)
    connection.close()
