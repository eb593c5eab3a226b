"""The commands. No command opens the app. The only file that prints or exits."""

from __future__ import annotations

import argparse
import json
from pathlib import Path


def main() -> int:
    """Run the command line; the exit code."""
    from iraqreader.analyze import analyze
    from iraqreader.export import export_articles

    parser = argparse.ArgumentParser(prog="iraqreader")
    parser.add_argument("command")
    parser.add_argument("--format", default="json")
    parser.add_argument("paths", nargs="*", type=Path)
    arguments = parser.parse_intermixed_args()
    files = [file for path in arguments.paths for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path])]
    articles = [
        analyze(file.read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n"), file.stem, str(file))
        for file in files
    ]
    print(json.dumps(export_articles(articles), ensure_ascii=False))
    return 0
