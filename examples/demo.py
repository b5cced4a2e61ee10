"""The main job on the shipped example: what ``make demo`` runs.

Each command is printed as a person would type it, then run; the record is left in
``build/demo/communique.db`` to be looked at further.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
RECORD = HERE.parent / "build" / "demo" / "communique.db"
SESSION = (
    ("read", "examples/texts"),
    ("show", "2031-05-13-xks-xvd-call"),
    ("why", "2031-05-13-xks-xvd-call#channel"),
    ("due", "--asof", "2031-05-15"),
    ("read", "examples/later"),
    ("channel", "xks-xvd-ness"),
    ("verify",),
)


def main() -> int:
    """Run the session on a new record; the exit code is that of the first command that fails."""
    RECORD.parent.mkdir(parents=True, exist_ok=True)
    RECORD.unlink(missing_ok=True)
    settings = {
        "COMMUNIQUE_RECORD": str(RECORD),
        "COMMUNIQUE_TABLES": str(HERE / "tables.toml"),
    }
    for command in SESSION:
        print(f"\n$ communique {' '.join(command)}", flush=True)
        done = subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, "-m", "communique", *command],
            cwd=HERE.parent,
            env=os.environ | settings,
            check=False,
        )
        if done.returncode:
            return done.returncode
    print(f"\nThe record is {RECORD.relative_to(HERE.parent)}: look further, for instance with")
    print(f"  .venv/bin/communique contacts --record {RECORD.relative_to(HERE.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
