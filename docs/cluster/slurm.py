"""A batch on a cluster that SLURM keeps.

pip install "neuron-inspector[cluster]" dask-jobqueue
python slurm.py --queue normal --jobs 64 --threads 4 --memory 16GB batch demo --pictures /data/pictures

Run it on the login node, or as a small job of its own: it hands in one job for every worker, and the workers
reach it over the network. --directive --gres=gpu:1 is what SLURM shall know beside.
"""

import argparse
import subprocess
import sys

from dask_jobqueue import SLURMCluster

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--queue", help="the partition")
    parser.add_argument("--jobs", type=int, default=2, help="workers, a job each")
    parser.add_argument("--threads", type=int, default=4, help="cores of each worker")
    parser.add_argument("--memory", default="8GB", help="of each worker")
    parser.add_argument("--walltime", default="04:00:00", help="after which SLURM ends a worker")
    parser.add_argument("--directive", action="append", default=[], help="another #SBATCH line, any number")
    parser.add_argument("words", nargs=argparse.REMAINDER, help="the neuron-inspector command")
    given = parser.parse_args()
    with SLURMCluster(
        queue=given.queue,
        cores=given.threads,
        processes=1,
        memory=given.memory,
        walltime=given.walltime,
        job_extra_directives=given.directive,
    ) as cluster:
        cluster.scale(jobs=given.jobs)
        command = [sys.executable, "-m", "inspector", *given.words]
        done = subprocess.run([*command, "--scheduler", cluster.scheduler_address], check=False)
    sys.exit(done.returncode)
