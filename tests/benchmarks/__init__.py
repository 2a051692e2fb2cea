"""Speed, measured by hand: `python -m tests.benchmarks [NAME ...]`. No test asserts any of it."""
