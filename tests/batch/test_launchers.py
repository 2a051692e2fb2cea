"""What docs/cluster.md says of SSH, SLURM and Kubernetes: run as it stands where there is such a thing."""

import os
import re
import runpy
import shlex
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspector.batch.running import run
from inspector.batch.wish import plan
from inspector.cli.parser import parse
from inspector.probe.cancel import CancelToken
from tests.batch.batch_process import wish
from tests.batch.contents import contents
from tests.batch.processes import can

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLES = DOCS / "cluster"
SCRIPTS = {"ssh": "asyncssh", "slurm": "dask_jobqueue"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX machines")


def small(pictures):
    """A batch for the launchers: the pictures in one shard, and pictures of the units of one small node."""
    few = {"nodes": ("mixed3.branch5x5.conv",), "units": (), "objectives": ("channel",)}
    return wish(pictures, **few, families=(), thumbnail="", shard=0)


def typed(asked, workspace):
    """The same as a user types it."""
    words = ["batch", "demo", "--pictures", *asked.pictures, "--top", asked.top, "--thumbnail", "none"]
    for option, values in {"--node": asked.nodes, "--objective": asked.objectives}.items():
        words += [word for value in values for word in (option, value)]
    words += [word for name, value in asked.settings for word in ("--set", f"{name}={value}")]
    words += ["--unique"] * asked.unique
    return [str(word) for word in (*words, "--workspace", workspace)]


@pytest.fixture(scope="module")
def alone(pictures, demo, tmp_path_factory):
    """What one process makes of it."""
    workspace = tmp_path_factory.mktemp("launchers")
    for _ in run(plan(small(pictures), demo, "demo"), demo, workspace, CancelToken()):
        pass
    return contents(workspace)


def launch(name, options, pictures, workspace, **environment):
    """Run an example to its end as a user would, in an empty folder."""
    words = [sys.executable, EXAMPLES / f"{name}.py", *options, *typed(small(pictures), workspace)]
    surroundings = {**os.environ, "PYTHONPATH": str(DOCS.parent), "OMP_NUM_THREADS": "1", **environment}
    options = {"cwd": workspace.parent, "env": surroundings, "capture_output": True, "text": True}
    told = subprocess.run([str(word) for word in words], check=False, **options)
    assert told.returncode == 0, told.stderr


def commands(text):
    """Every command line of the program or of an example that a text shows, without its remark."""
    found = re.findall(
        r"^(?:#   )?((?:neuron-inspector|python docs/cluster/) ?\S* .*?)(?:  +#.*)?$", text, re.M
    )
    return [shlex.split(line, comments=True) for line in found]


def test_that_every_command_that_is_told_is_one_of_the_program():
    texts = [path.read_text() for path in (DOCS / "cluster.md", EXAMPLES / "kubernetes.yaml")]
    told = [command for text in texts for command in commands(text)]
    assert len(told) >= 7
    for first, *words in told:
        if first == "python":
            assert (DOCS.parent / words[0]).is_file()
            words = words[words.index("batch") :]
        assert parse(words).pictures


@pytest.mark.parametrize("name", SCRIPTS)
def test_that_the_examples_start_and_know_the_options_they_are_told_with(name, monkeypatch, capsys):
    pytest.importorskip(SCRIPTS[name])
    monkeypatch.setattr(sys, "argv", [f"{name}.py", "--help"])
    with pytest.raises(SystemExit, match="0"):
        runpy.run_path(str(EXAMPLES / f"{name}.py"), run_name="__main__")
    known = capsys.readouterr().out
    line = next(words for words in commands((DOCS / "cluster.md").read_text()) if f"{name}.py" in words[1])
    options = [word for word in line[: line.index("batch")] if word.startswith("--")]
    assert options
    assert set(options) <= set(re.findall(r"--\w+", known))


def manifests():
    yaml = pytest.importorskip("yaml")
    return list(yaml.safe_load_all((EXAMPLES / "kubernetes.yaml").read_text()))


def test_that_the_manifests_are_what_kubernetes_reads():
    valid = pytest.importorskip("kubernetes_validate")
    for manifest in manifests():
        valid.validate(manifest, valid.latest_version(), strict=True)


def test_that_the_pods_find_each_other_and_their_commands_are_dasks_own():
    pytest.importorskip("distributed")
    from distributed.cli import dask_scheduler, dask_worker

    scheduler, service, worker = manifests()
    for one in (scheduler, worker):
        assert one["spec"]["selector"]["matchLabels"] == one["spec"]["template"]["metadata"]["labels"]
    assert service["spec"]["selector"] == scheduler["spec"]["template"]["metadata"]["labels"]
    pods = [one["spec"]["template"]["spec"]["containers"][0]["command"] for one in (scheduler, worker)]
    read = dask_scheduler.main.make_context("scheduler", pods[0][2:])
    assert read.params["port"] == str(service["spec"]["ports"][0]["port"])
    read = dask_worker.main.make_context("worker", pods[1][2:])
    name, port = service["metadata"]["name"], service["spec"]["ports"][0]["port"]
    assert read.params["scheduler"] == f"tcp://{name}:{port}"
    assert [pod[0] for pod in pods] == ["dask", "dask"]


@contextmanager
def ssh_server(folder):
    """sshd with a throw-away key on loopback; a home folder whose ssh knows it as node1 and node2."""
    pytest.importorskip("asyncssh")
    server = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    if server is None or shutil.which("ssh-keygen") is None:
        pytest.skip("there is no OpenSSH server here (sshd)")
    port = _free_port()
    home = folder / "home"
    (home / ".ssh").mkdir(parents=True)
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    kind, key, *_ = (folder / "host.pub").read_text().split()
    (home / ".ssh/known_hosts").write_text(f"[127.0.0.1]:{port} {kind} {key}\n")
    (home / ".ssh/config").write_text(
        f"Host node1 node2\n Hostname 127.0.0.1\n Port {port}\n IdentityFile {folder / 'user'}\n"
    )
    options = (f"ListenAddress=127.0.0.1:{port}", f"HostKey={folder / 'host'}", "StrictModes=no", "UsePAM=no")
    keys = (f"AuthorizedKeysFile={folder / 'user.pub'}", "PidFile=none", "PasswordAuthentication=no")
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where Debian's gives its privileges up
    words = [word for option in (*options, *keys) for word in ("-o", option)]
    process = subprocess.Popen([server, "-D", "-f", "/dev/null", *words], stderr=subprocess.PIPE)
    try:
        _answers(process, port)
        yield home
    finally:
        process.terminate()
        process.communicate(timeout=60)


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _answers(process, port):
    """Wait until the server greets."""
    while process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), 60) as one:
                assert one.recv(4) == b"SSH-"
                return
        except ConnectionRefusedError:
            continue
    pytest.skip(f"sshd does not start here: {process.communicate()[1].decode()[-300:]}")


def test_that_the_ssh_example_makes_the_same_bytes(pictures, alone, tmp_path):
    with ssh_server(tmp_path) as home:
        options = ["--threads", "1", "node1,node1,node2"]
        launch("ssh", options, pictures, tmp_path / "w", HOME=str(home))
    assert contents(tmp_path / "w") == alone


def test_that_the_slurm_example_makes_the_same_bytes(pictures, alone, tmp_path):
    pytest.importorskip("dask_jobqueue")
    if not can("timeout", "20", "sinfo"):
        pytest.skip("there is no SLURM here (sinfo)")
    options = ["--jobs", "2", "--threads", "1", "--memory", "2GB"]
    launch("slurm", options, pictures, tmp_path / "w")
    assert contents(tmp_path / "w") == alone
