"""What the worker tells the window: small immutable messages, the only thing that crosses the threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspector.lenses.base import Progress

if TYPE_CHECKING:
    from inspector.network.graph import Node
    from inspector.stimuli.axes import FamilyCard


@dataclass(frozen=True)
class Message:
    """Something about one job.

    Attributes:
        job: The job's number; a receiver drops messages of jobs that it no longer waits for.
    """

    job: int


@dataclass(frozen=True)
class Started(Message):
    """The job's first step is about to run."""


@dataclass(frozen=True)
class Progressed(Message):
    """How far the job is."""

    progress: Progress


@dataclass(frozen=True)
class Arrived(Message):
    """An intermediate result."""

    payload: Any


@dataclass(frozen=True)
class Noted(Message):
    """Something the user should know, while the job goes on: a sentence."""

    sentence: str


@dataclass(frozen=True)
class Finished(Message):
    """The job ran to its end."""

    result: Any
    seconds: float


@dataclass(frozen=True)
class Stopped(Message):
    """The job was cancelled and has let go."""


@dataclass(frozen=True)
class Failed(Message):
    """The job could not be done: a sentence for the user, a traceback for the log ("" for a refusal)."""

    sentence: str
    traceback: str = ""


@dataclass(frozen=True)
class TrustQuestion:
    """Opening `spec` would run the code in `file` (a Python file, say), which nobody has allowed yet."""

    spec: str
    file: str
    what: str


@dataclass(frozen=True)
class InputQuestion:
    """The network that `spec` names does not run on the input that it was shown: of what size shall it be?

    Attributes:
        spec: What was opened.
        sentence: What went wrong.
        trust: Whether its code had been allowed to run.
    """

    spec: str
    sentence: str
    trust: bool = False


@dataclass(frozen=True)
class EngineCard:
    """What the engine is, once torch is there.

    Attributes:
        threads: How many threads torch computes with.
        compute: Device and precision, for a person.
    """

    threads: int
    compute: str


@dataclass(frozen=True)
class NetworkCard:
    """What the window needs to know of an open network.

    Attributes:
        name: Its name in addresses.
        spec: What to open to get it again.
        architecture: The architecture's name.
        trained: False where the weights are random.
        nodes: All nodes by name, in order of execution.
        input_shape: Channels, height, width.
        preprocessing: As `Preprocessing.to_json` gives it.
        source: The weights file as text, or "".
        description: A few words or sentences about it, for a person; may be empty.
        kernels: Names of nodes whose kernels can be shown as pictures.
        labels: Names of the classes; may be empty.
        outputs: How many classes there are.
        families: The stimulus families, their axes fit to the input size.
        reads: Whether its pictures share a space with texts (CLIP).
        input: What it is shown: "pictures", or "words" (a text tower).
    """

    name: str
    spec: str
    architecture: str
    trained: bool
    nodes: Mapping[str, Node]
    input_shape: tuple[int, int, int]
    preprocessing: Mapping[str, Any]
    source: str
    description: str
    kernels: tuple[str, ...]
    labels: tuple[str, ...]
    outputs: int
    families: tuple[FamilyCard, ...]
    reads: bool = False
    input: str = "pictures"

    @property
    def sees(self) -> bool:
        """Whether it reads pictures."""
        return self.input == "pictures"
