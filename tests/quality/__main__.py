"""The quality gate: ``python -m tests.quality`` (``make quality``)."""

import sys

from tests.quality.gate import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
