"""The command line with less patience and less room: run as a process by tests.

``python -m tests.acceptance.limited SECONDS PAGES COMMAND …``: so many seconds to wait for another
process that writes, and at most so many pages in the file (0: as many as there are).
"""

import sys

from communique import cli
from communique.remote import opening
from communique.store.sqlite import Settings


def main(wait: str, pages: str, *command: str) -> None:
    """Run the command under these limits."""
    limits = Settings(wait=float(wait), pages=int(pages) or None)
    given = opening.open_record.__kwdefaults__
    assert given is not None
    given["settings"] = limits
    sys.argv = ["communique", *command]
    cli.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
