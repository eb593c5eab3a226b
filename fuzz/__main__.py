"""Bytes that nobody thought of, guided by what they reach: none may crash the reader, or hold it for five seconds.

`python -m fuzz` gives ten minutes to all targets, `python -m fuzz pages` to one, both from the files in `fuzz/corpus`.
What libFuzzer understands may follow, such as `-max_total_time=60`; or, after a target, a file that failed, to run it
again. New inputs are kept in FUZZ_FOUND, a folder elsewhere.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import atheris

HERE = Path(__file__).parent
MINUTES = {"articles": 4, "pages": 1, "tables": 1, "archives": 1, "front": 1, "notebooks": 1, "queries": 1}
"""Targets, and what each has of ten minutes."""
OPTIONS = {"max_total_time": 600, "timeout": 5, "rss_limit_mb": 2048, "max_len": 6000, "dict": HERE / "words.dict"}


def main() -> None:
    """Fuzz the target that is named, or all of them one after the other, up to the first that fails."""
    if sys.argv[1:] and sys.argv[1] in MINUTES:
        fuzz(sys.argv[1], sys.argv[2:])
    for target, minutes in MINUTES.items():
        given = [_shared(option, minutes) for option in sys.argv[1:] or ["-max_total_time=600"]]
        sys.stderr.write(f"\n{target}\n")
        done = subprocess.run([sys.executable, "-m", "fuzz", target, *given], check=False)  # noqa: S603 - this program
        if done.returncode:
            sys.exit(done.returncode)


def _shared(option: str, minutes: int) -> str:
    """The same option, where it is the time of all targets that of one."""
    name, _, value = option.partition("=")
    return f"{name}={int(value) * minutes // sum(MINUTES.values())}" if name == "-max_total_time" else option


def fuzz(target: str, given: list[str]) -> None:
    """Fuzz one target, with the options above and those that were given; it never returns."""
    with atheris.instrument_imports(include=["iraqreader"]):
        module = import_module(f"fuzz.{target}")
    found = Path(os.environ.get("FUZZ_FOUND") or tempfile.mkdtemp(prefix="iraqreader-fuzz-"), target)
    found.mkdir(parents=True, exist_ok=True)
    options = [f"-{name}={value}" for name, value in OPTIONS.items()] + [f"-artifact_prefix={found}/failed-"]
    again = any(not argument.startswith("-") for argument in given)
    corpus = [] if again else [str(found), str(HERE / "corpus" / target)]
    atheris.Setup([sys.argv[0], *options, *given, *corpus], module.try_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
