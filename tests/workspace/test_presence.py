"""Windows at one workspace see each other, also across processes and after a kill."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

from inspector.workspace.presence import Presence

_SITTER = """
import sys, time
from pathlib import Path
from inspector.workspace.presence import Presence
seat = Presence(Path(sys.argv[1]))
print(seat.others, flush=True)
sys.stdin.read()
"""


def sitter(folder: Path) -> subprocess.Popen[str]:
    """Another process with a seat at the workspace, until its standard input ends."""
    words = [sys.executable, "-c", _SITTER, str(folder)]
    return subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )


def test_that_windows_are_counted_until_they_leave_or_are_killed(tmp_path):
    # One after another: two that come at the same moment may see each other both.
    with ExitStack() as sitting:
        one = sitting.enter_context(sitter(tmp_path))
        assert int(one.stdout.readline()) == 0
        two = sitting.enter_context(sitter(tmp_path))
        assert int(two.stdout.readline()) == 1
        mine = Presence(tmp_path)
        assert mine.others == 2
        one.send_signal(signal.SIGKILL)
        one.wait()
        late = Presence(tmp_path)
        assert late.others == 2, "mine and the one that lives"
        late.leave()
        two.stdin.close()
        two.wait()
        mine.leave()
        assert Presence(tmp_path).others == 0


def test_that_a_folder_that_cannot_be_made_seats_nobody(tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert Presence(tmp_path / "file" / "w").others == 0
