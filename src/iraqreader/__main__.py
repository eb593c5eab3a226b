"""`python -m iraqreader`."""

import sys

from iraqreader.cli import main

if __name__ == "__main__":
    sys.exit(main())
