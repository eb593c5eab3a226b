"""A fuzzer over reading in, analysis and export: `make fuzz`."""
