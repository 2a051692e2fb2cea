"""What is refused in one sentence before anything is written."""

from __future__ import annotations

import json

import pytest
import torch
from torch import nn

from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from tests.atlas.conftest import colours
from tests.atlas.site_files import bytes_of


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
