"""Another process for the tests of batches: `batch_process.py PICTURES WORKSPACE UPDATES` kills itself."""

import os
import signal
import sys
from pathlib import Path

from inspector.batch.running import run
from inspector.batch.wish import AtlasWish, plan
from inspector.lenses.facets import Facet
from inspector.network.opening import open_network
from inspector.probe.cancel import CancelToken
from inspector.probe.engine import set_up

FACET = Facet("warm", "conv1", tuple(round(unit / 16 - 1, 3) for unit in range(32)))
FACETED = 'facet(channel, "warm", 2)'


def wish(folder, /, **changes):
    """A little of everything, of two small nodes of the demonstration network."""
    chosen = {
        "nodes": ("conv1", "mixed3.branch5x5.conv"),
        "units": (0, 1, 2, 3, 4, 5, 6, 7, 9),
        "objectives": ("channel", "-channel", FACETED, "caricature"),
        "facets": (FACET,),
        "objective_pictures": (str(Path(folder) / "cool" / "00.png"),),
        "settings": (("steps", 3), ("size", 32)),
        "families": ("spot",),
        "pictures": (str(folder),),
        "top": 4,
        "unique": True,
        "shard": 32,
    }
    return AtlasWish(**{**chosen, **changes})


def main(pictures: str, workspace: str, updates: int) -> None:
    """Do the batch; die by SIGKILL at that update."""
    set_up(1)
    network = open_network("demo")
    pieces = plan(wish(pictures), network, "demo")
    for number, _ in enumerate(run(pieces, network, Path(workspace), CancelToken())):
        if number == updates:
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
