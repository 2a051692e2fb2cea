"""What the other processes of the tests of clusters do.

scheduler HOST FILE             writes its port to FILE
worker ADDRESS [VERSION]        says that it is of that version of the program
holder ADDRESS FOLDER           a worker; the first to begin a shard writes FOLDER/held and stops in it
run PICTURES WORKSPACE SPEC local|ADDRESS NUMBER|0
"""

import asyncio
import json
import os
import threading
from pathlib import Path

import dask
import distributed

import inspector
from inspector.batch import cluster_greeting, cluster_start, cluster_worker  # noqa: F401 - once for all that fork
from inspector.batch.cluster import run_on_cluster
from inspector.batch.shards import ShardPiece
from inspector.batch.wish import plan
from inspector.lenses.base import Progress, Remark
from inspector.lenses.examples import scan, scanning  # noqa: F401
from inspector.network.errors import InspectorError
from inspector.network.opening import open_network
from inspector.probe.cancel import CancelToken
from tests.batch.batch_process import wish


async def schedule(host: str, file: str) -> None:
    # The system's own keep-alives, however busy both ends are, tell within seconds that a line is cut.
    with dask.config.set({"distributed.comm.timeouts.tcp": "12s"}):
        async with distributed.Scheduler(host=host, port=0, dashboard=False) as scheduler:
            Path(f"{file}.part").write_text(str(scheduler.port))
            Path(f"{file}.part").rename(file)
            await scheduler.finished()


async def work(address: str, version: str = "") -> None:
    if version:
        inspector.__version__ = version
    async with distributed.Worker(address, nthreads=1, memory_limit=0, dashboard=False) as worker:
        await worker.finished()


async def work_and_hold(address: str, folder: str) -> None:
    """A worker that writes down every shard it begins; see above for the first of them."""
    original = ShardPiece.work

    def begun(piece, bench, token):
        steps = original(piece, bench, token)
        yield next(steps)  # its first pictures have gone through the network
        with Path(folder, "begun").open("a") as file:
            file.write(f"{piece.part[0]}\n")
        try:
            Path(folder, f"{os.getpid()}.part").write_text(f"{os.getpid()} {piece.part[0]}")
            os.link(Path(folder, f"{os.getpid()}.part"), Path(folder, "held"))
        except FileExistsError:
            return (yield from steps)
        threading.Event().wait()  # for its end

    ShardPiece.work = begun
    await work(address)


def run(pictures: str, workspace: str, spec: str, scheduler: str, number: str = "0") -> None:
    """Do the small batch; a line for every update, the summary last."""
    if scheduler != "local":
        with distributed.Client(scheduler, set_as_default=False) as client:
            if int(number):
                client.wait_for_workers(int(number), timeout=240)
    network = open_network(spec, trust=True)
    pieces = plan(small(pictures, spec), network, spec, trust=True)
    where = {"local": int(number)} if scheduler == "local" else {"scheduler": scheduler}
    steps = run_on_cluster(pieces, network, Path(workspace), CancelToken(), **where)
    try:
        while True:
            update = next(steps)
            if isinstance(update, Progress):
                print(
                    json.dumps({"done": update.done, "total": update.total, "note": update.note}), flush=True
                )
            elif isinstance(update, Remark):
                print(json.dumps({"remark": update.sentence}), flush=True)
    except StopIteration as end:
        failed = [f"{one.title}: {one.why}" for one in end.value.failed]
        print(json.dumps({"summary": [end.value.done, end.value.kept, failed]}), flush=True)
    except InspectorError as error:
        print(json.dumps({"error": str(error)}), flush=True)


def small(pictures, spec):
    """Of the demonstration network all kinds of pieces; of another one the units of its first node alone."""
    if spec == "demo":
        return wish(pictures)
    picture = str(Path(spec.partition("@")[0]).with_name("picture.png"))  # beside the network, and as hidden
    only = {"objectives": ("channel", "-channel", "caricature"), "objective_pictures": (picture,)}
    return wish(pictures, **only, nodes=("0",), units=(0, 1), families=(), pictures=(), thumbnail="")


def main(words) -> None:
    """Do what the first word says."""
    command, *rest = words
    if command == "run":
        run(*rest)
    else:
        asyncio.run({"scheduler": schedule, "worker": work, "holder": work_and_hold}[command](*rest))
