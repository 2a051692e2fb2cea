"""What a workspace holds of a batch, as digests by name without the times at which it was made, and lacks."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from inspector.batch.keeper import Keeper
from inspector.batch.piece import Piece
from inspector.workspace.finding import Finding
from inspector.workspace.finding_files import FindingFiles
from inspector.workspace.findings import Findings
from inspector.workspace.scan_arrays import read_arrays
from inspector.workspace.scan_files import ABOUT, FOLDER, RUNNING

_TIMES = ("made_at", "seconds", "bytes")


def contents(workspace: Path) -> dict[str, str]:
    """{name: digest} of every finding (pixels, numbers, recipe) and every file of every scan.

    Files of findings that a kill kept out of the index are not there, as for everybody who asks.
    """
    found = {}
    for finding in _findings(workspace):
        digest = hashlib.sha256(json.dumps(dict(finding.recipe), sort_keys=True, default=str).encode())
        digest.update(json.dumps([dict(told) for told in finding.told], sort_keys=True).encode())
        digest.update(f"{finding.location} {finding.value}".encode())
        for name, array in {**finding.arrays, "images": finding.images}.items():
            digest.update(f"{name}{array.shape}{array.dtype}".encode() + array.tobytes())
        found[finding.digest] = digest.hexdigest()
    for path in (workspace / FOLDER).rglob("*"):
        if path.is_file() and RUNNING not in str(path) and path.suffix != ".lock":
            found[str(path.relative_to(workspace))] = _file(path)
    return found


def left_of(pieces: Iterable[Piece], workspace: Path) -> list[Piece]:
    """What of some pieces is not kept yet."""
    with Keeper(workspace) as keeper:
        return [left for piece in pieces if (left := keeper.left(piece)) is not None]


def _findings(workspace: Path) -> list[Finding]:
    files = FindingFiles(workspace)
    networks = {files.read(stem).fingerprint for stem in files.stems()}
    with Findings(workspace) as findings:
        named = [(one, digest) for one in networks for digest in findings.digests(one)]
        found = [findings.find(*one) for one in named]
        assert len(found) == findings.count(), "kept twice"
    assert None not in found, "named, and not there"
    return found


def _file(path: Path) -> str:
    data = path.read_bytes()
    if path.name == ABOUT:
        about = {k: v for k, v in json.loads(data).items() if k not in _TIMES}
        data = json.dumps(about, sort_keys=True).encode()
    if path.suffix == ".npz":
        arrays, words = read_arrays(path)
        data = json.dumps(words, sort_keys=True).encode()
        data += b"".join(name.encode() + array.tobytes() for name, array in sorted(arrays.items()))
    return hashlib.sha256(data).hexdigest()
