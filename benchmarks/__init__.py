"""Measures of speed: `make bench`, or `python -m benchmarks [FOLDER...]`."""
