"""What the command palette finds: all words of the question, in any order, the best match first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

MOST = 60


@dataclass(frozen=True)
class Target:
    """Something that can be done or gone to.

    Attributes:
        text: What it is called.
        kind: What sort of thing it is: "Action", "Node", "Unit", "Picture" ...
        run: Do it.
        keys: Its shortcut, as the system writes it; "" for none.
    """

    text: str
    kind: str
    run: Callable[[], object] = field(compare=False)
    keys: str = ""


def matches(question: str, targets: Iterable[Target]) -> list[Target]:
    """Those that hold all words of the question, the best first, at most `MOST`.

    A target whose text begins with the question stands first, then those with a word that begins with every
    word of it, then the rest; among equals shorter texts, then the order given.
    """
    words = question.lower().split()
    scored = [(score, target) for target in targets if (score := _score(words, target)) is not None]
    scored.sort(key=lambda item: item[0])
    return [target for _, target in scored[:MOST]]


def _score(words: Sequence[str], target: Target) -> tuple[int, int] | None:
    text = target.text.lower()
    searched = f"{text} {target.kind.lower()}"
    if not all(word in searched for word in words):
        return None
    if not words:
        return 0, 0
    starts = f" {searched.replace('/', ' ').replace('.', ' ')}"
    if text.startswith(" ".join(words)):
        return 0, len(text)
    return (1 if all(f" {word}" in starts for word in words) else 2), len(text)
