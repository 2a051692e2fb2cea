"""Speed measurements, run by hand: `python -m tests.benchmarks [NAME ...]`. Nothing here is asserted in a test."""
