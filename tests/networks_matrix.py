"""Every architecture once: opened, its nodes listed, recorded, one visualization step, one tuning point.

    nice python -m tests.networks_matrix [--timm N] [--only PART] [--out TABLE.md]
    nice python -m tests.networks_matrix --facts resources/catalogue.json

The second form counts nodes, units and parameters of every network in the catalogue, for its cards.

Random weights, small inputs where the architecture allows. Prints one line each and, at the end, what failed
and why, as the table that the documentation holds. Not part of the test suite: it takes a quarter of an
hour.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import torch

import inspector
from inspector.network.catalogue import DEMO, catalogue
from inspector.network.errors import InspectorError
from inspector.network.from_timm import PREFIX
from inspector.network.network import Network
from inspector.network.opening import open_network

SIDES = (64, 96, 128, None)  # None: the architecture's own size
# Of timm: one or two of each family, the smallest that there is.
TIMM = """
bat_resnext26ts beit_base_patch16_224 botnet26t_256 caformer_s18 cait_xxs24_224 coat_tiny
coatnet_pico_rw_224 convformer_s18 convit_tiny convmixer_768_32 convnext_atto convnextv2_atto crossvit_9_240
cs3darknet_s cspresnet50 darknet17 davit_tiny deit_tiny_patch16_224 densenet121 dla34 dpn48b eca_nfnet_l0
edgenext_xx_small efficientformer_l1 efficientnet_b0 efficientnet_lite0 efficientvit_b0 efficientvit_m0
eva02_tiny_patch14_224 fasternet_t0 fastvit_t8 fbnetc_100 focalnet_tiny_srf gcresnext26ts gcvit_xxtiny
gernet_s ghostnet_050 ghostnetv2_100 gmixer_24_224 gmlp_ti16_224 hardcorenas_a haloregnetz_b hgnet_tiny
hiera_tiny_224 hrnet_w18_small inception_resnet_v2 inception_v3 inception_v4 lambda_resnet26t lcnet_035
legacy_senet154 levit_128s maxvit_pico_rw_256 mixer_s32_224 mixnet_s mnasnet_small mobilenetv1_100
mobilenetv2_035 mobilenetv3_small_050 mobilenetv4_conv_small mobileone_s0 mobilevit_xxs mobilevitv2_050
mvitv2_tiny nasnetalarge nest_tiny nf_resnet26 nfnet_f0 pit_ti_224 pnasnet5large poolformer_s12 pvt_v2_b0
regnetx_002 regnety_002 regnetz_005 repghostnet_050 repvgg_a0 repvit_m0_9 res2net50_14w_8s resmlp_12_224
resnest14d resnet10t resnetv2_50 resnext26ts rexnet_100 rdnet_tiny selecsls42 semnasnet_075 sequencer2d_s
sehalonet33ts seresnet18 shvit_s1 skresnet18 spnasnet_100 starnet_s1 swiftformer_xs
swin_tiny_patch4_window7_224 swinv2_tiny_window8_256 tf_efficientnetv2_b0 tiny_vit_5m_224 tinynet_e
tnt_s_legacy_patch16_224 tresnet_m twins_pcpvt_small vgg11 visformer_tiny vit_tiny_patch16_224
vit_small_patch14_dinov2 vitamin_small_224 volo_d1_224 vovnet39a wide_resnet50_2 xception41
xcit_nano_12_p16_224
"""


def opened(name: str) -> Network:
    """The network at the smallest input that it runs on."""
    last: InspectorError | None = None
    for side in SIDES:
        try:
            return open_network(name, input_size=(3, side, side) if side else None)
        except InspectorError as error:
            last = error
    assert last is not None
    raise last


def tried(name: str) -> str:
    """What was done with it, or the stage at which it failed and why."""
    begun, stage = time.monotonic(), "open"
    try:
        network = opened(name)
        nodes = [node for node in network.nodes.values() if node.units and not node.container]
        middle = nodes[len(nodes) // 2]
        stage = f"record {middle.name}"
        side = network.preprocessing.crop[0]
        values = inspector.record(network, torch.rand(2, 3, side, side), nodes=[middle.name])
        assert np.isfinite(values[middle.name]).all()
        stage = f"visualize {middle.name}"
        inspector.result("feature-visualization", network, f"{middle.name}/0", recipe="preview", steps=1)
        stage = f"tune {middle.name}"
        axes = (("orientation", (0.0, 90.0)),)
        inspector.result("tuning", network, f"{middle.name}/0", family="grating", axes=axes)
    except Exception as error:
        reason = (str(error).strip() or "no reason given").splitlines()[0]
        return f"FAILED at {stage}: {type(error).__name__}: {reason}"
    return f"ok, {len(network.nodes)} nodes, {side} px, {time.monotonic() - begun:.1f} s"


def facts(file: Path) -> None:
    """Count nodes, units and parameters at the architectures' own sizes, and write them down."""
    found: dict[str, dict[str, int]] = json.loads(file.read_text()) if file.is_file() else {}
    for name in catalogue():
        if name in found:
            continue
        try:
            network = open_network(name)
        except InspectorError as error:
            print(f"{name:40} {error}", flush=True)
            continue
        found[name] = network.counts
        print(f"{name:40} {found[name]}", flush=True)
        file.write_text(json.dumps(found, indent=1) + "\n")
        gc.collect()


def names(timm: int, only: str) -> list[str]:
    """The architectures to try: all of the catalogue that look at pictures, and so many of timm."""
    fitting = [n for n, e in catalogue().items() if n != DEMO and e.reads == "pictures"]
    return [name for name in [*fitting, *(PREFIX + n for n in TIMM.split()[:timm])] if only in name]


def table(results: dict[str, str]) -> str:
    """What came of each as a table in Markdown."""
    rows = (f"| {name} | {result} |" for name, result in results.items())
    return "\n".join(["| network | opened, recorded, visualized, tuned |", "|---|---|", *rows]) + "\n"


def main() -> None:
    """Try them one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--timm", type=int, default=1000)
    parser.add_argument("--only", default="")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--facts", type=Path)
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    if arguments.facts is not None:
        facts(arguments.facts)
        return
    results: dict[str, str] = {}
    for name in names(arguments.timm, arguments.only):
        results[name] = tried(name)
        print(f"{name:40} {results[name]}", flush=True)
        gc.collect()
        if arguments.out:
            arguments.out.write_text(table(results))
    failed = {name: result for name, result in results.items() if result.startswith("FAILED")}
    print(f"\n{len(results) - len(failed)} of {len(results)} can do everything")
    for name, result in failed.items():
        print(f"| {name} | {result.removeprefix('FAILED at ')} |")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
