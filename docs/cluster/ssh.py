"""A batch on machines that are reached by SSH.

pip install "neuron-inspector[cluster]" asyncssh
python ssh.py --processes 4 --threads 4 node1,node1,node2,node3 batch demo --pictures /data/pictures

The first machine runs the scheduler; named again, it works too. Names, keys and ports are ~/.ssh/config's.
The program lies in the same place on each, or --python says where its Python is there.
"""

import argparse
import subprocess
import sys

from distributed import SSHCluster

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--processes", type=int, default=1, help="workers on each machine")
    parser.add_argument("--threads", type=int, default=4, help="threads of each worker")
    parser.add_argument("--python", help="what starts Python on each machine")
    parser.add_argument("hosts")
    parser.add_argument("words", nargs=argparse.REMAINDER, help="the neuron-inspector command")
    given = parser.parse_args()
    options = {"n_workers": given.processes, "nthreads": given.threads}
    hosts = given.hosts.split(",")
    with SSHCluster(hosts, worker_options=options, remote_python=given.python) as cluster:
        command = [sys.executable, "-m", "inspector", *given.words]
        done = subprocess.run([*command, "--scheduler", cluster.scheduler_address], check=False)
    sys.exit(done.returncode)
