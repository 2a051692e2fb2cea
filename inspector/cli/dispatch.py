"""Running a command: errors become one line on standard error and an exit status."""

from __future__ import annotations

import importlib
import logging
import os
import sys
import traceback
import warnings
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from inspector.cli.output import complain, kept_apart
from inspector.cli.parser import parse
from inspector.network.device import DEVICE_VARIABLE, PRECISION_VARIABLE
from inspector.network.errors import InspectorError
from inspector.probe.cancel import Cancelled
from inspector.probe.engine import THREADS_VARIABLE, take_huge_pages, wait_politely

DONE, FAILED, INTERRUPTED = 0, 1, 130
_VARIABLES = {"device": DEVICE_VARIABLE, "precision": PRECISION_VARIABLE, "threads": THREADS_VARIABLE}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The words behind the program's name; those of this process where None.

    Returns:
        The exit status: 0 done, 1 failed with one line on standard error, 2 wrong usage, 130 interrupted.
    """
    try:
        arguments = parse(sys.argv[1:] if argv is None else list(argv))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED
    with _quiet(arguments.debug):
        return _guarded(arguments)


def _guarded(arguments: Namespace) -> int:
    try:
        status = _run(arguments)
        sys.stdout.flush()
        return status
    except (KeyboardInterrupt, Cancelled):
        complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads our output has seen enough ("| head"): nothing failed. The interpreter flushes once more
        # at its end, and must find something that takes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if arguments.debug:
            traceback.print_exc()
        complain(_sentence(error))
        return FAILED


def _run(arguments: Namespace) -> int:
    take_huge_pages()
    wait_politely()  # the handler's module may import torch
    module, _, function = arguments.handler.partition(":")
    handler = getattr(importlib.import_module(f"inspector.cli.{module}"), function)
    with kept_apart(), _asked_for(arguments):
        return int(handler(arguments) or DONE)


@contextmanager
def _asked_for(arguments: Namespace) -> Iterator[None]:
    """Let options that stand for variables of the environment hold while the command runs."""
    before = {variable: os.environ.get(variable) for variable in _VARIABLES.values()}
    for option, variable in _VARIABLES.items():
        if (chosen := getattr(arguments, option, None)) is not None:
            os.environ[variable] = str(chosen)
    try:
        yield
    finally:
        for variable, value in before.items():
            os.environ.pop(variable, None)
            if value is not None:
                os.environ[variable] = value


def _sentence(error: Exception) -> str:
    if isinstance(error, InspectorError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
    if isinstance(error, FileNotFoundError):
        return str(error)  # our own, of a damaged installation
    first = (str(error).strip() or "no more is known").splitlines()[0]
    return f"unexpected {type(error).__name__}: {first} (--debug shows where)"


@contextmanager
def _quiet(debug: bool) -> Iterator[None]:
    """Keep other people's warnings off standard error, and let our own log messages be lines like errors."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("neuron-inspector: %(message)s"))
    log = logging.getLogger("inspector")
    log.addHandler(handler)
    handler.setLevel(logging.DEBUG if debug else logging.WARNING)
    try:
        with warnings.catch_warnings():
            if not debug:
                warnings.simplefilter("ignore")
            yield
    finally:
        log.removeHandler(handler)
