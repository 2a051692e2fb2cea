"""Run the benchmarks named on the command line, or all, and print one table."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import tests.benchmarks as package
from inspector.probe.engine import set_up
from tests.benchmarks.table import Row, print_table

_NOT_BENCHMARKS = ("__main__", "peer", "stream", "table")


def main(chosen: list[str]) -> int:
    """Run and print; 2 where a name is unknown."""
    names = [m.name for m in pkgutil.iter_modules(package.__path__) if m.name not in _NOT_BENCHMARKS]
    unknown = sorted(set(chosen) - set(names))
    if unknown:
        print(f"There is no benchmark “{unknown[0]}”; there are {', '.join(names)}.", file=sys.stderr)
        return 2
    set_up()
    rows: list[Row] = []
    for name in chosen or names:
        for row in importlib.import_module(f"tests.benchmarks.{name}").rows():
            print(f"{name}: {row.what}: {row.measured}", file=sys.stderr, flush=True)
            rows.append(row)
    print_table(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
