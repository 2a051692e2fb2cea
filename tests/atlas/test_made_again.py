"""A site that is made again, goes on, grows, or loses its pictures."""

from __future__ import annotations

import json

import pytest

from inspector.network.errors import InspectorError
from inspector.probe.cancel import Cancelled, CancelToken
from tests.atlas.conftest import FIRST, SECOND, colours
from tests.atlas.site_files import bytes_of


def test_that_a_site_made_again_is_the_same_byte_for_byte(site, maker, tmp_path):
    before = bytes_of(site)
    assert maker.make(colours(), out=str(site), licence="CC BY 4.0, the tests").written == 0
    assert bytes_of(site) == before
    maker.make(colours(), out=str(tmp_path / "other"), licence="CC BY 4.0, the tests")
    assert bytes_of(tmp_path / "other") == before


def test_that_pictures_leave_a_site_that_showed_them(maker, tmp_path):
    small = {"families": (), "objectives": ("channel",), "out": str(tmp_path / "was")}
    maker.make(colours(), **small)
    assert any("files/pictures" in name for name in bytes_of(tmp_path / "was"))
    with pytest.raises(InspectorError, match=f"shows real pictures at {SECOND}"):
        maker.make(colours(), nodes=(FIRST,), without_pictures=True, **small)
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
