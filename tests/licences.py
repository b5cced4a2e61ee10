"""Every package that is installed with communique has a licence that lets it be used and shipped.

``python -m tests.licences`` prints the licences met and fails on one that is not on the list.
"""

import json
import re
import subprocess
import sys

PERMISSIVE = (
    "MIT",
    "BSD",
    "0BSD",
    "Apache",
    "ISC",
    "PSF",
    "Python Software Foundation",
    "Python-2.0",
    "CNRI-Python",
    "Zlib",
    "CC0",
    "Unlicense",
    "MPL",  # weak copyleft on its own files, which are not changed here
    "Mozilla Public License",
    "public domain",
)


def is_permitted(licence: str) -> bool:
    """Whether every part of a licence expression offers a licence on the list."""
    parts = re.split(r"\bAND\b|;", licence.strip("() "))
    return all(
        any(
            name.lower() in choice.lower()
            for choice in re.split(r"\bOR\b", part)
            for name in PERMISSIVE
        )
        for part in parts
    )


def licence_of(listed: dict[str, str]) -> str:
    """The licence that a package declares, else the title of the licence that it carries."""
    if listed["License"] != "UNKNOWN":
        return listed["License"]
    lines = (line.strip() for line in listed["LicenseText"].splitlines())
    return next((line for line in lines if line), "UNKNOWN")


def main() -> int:
    """Print how many packages have which licence; 1 if one of them is not permitted."""
    command = [sys.executable, "-m", "piplicenses", "--from=mixed", "--format=json"]
    command += ["--with-license-file", "--no-license-path"]
    listed = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    refused = [one for one in listed if not is_permitted(licence_of(one))]
    for one in refused:
        print(f"{one['Name']} {one['Version']}: {licence_of(one)!r} is not on the list of licences")
    print(f"{len(listed) - len(refused)} packages with a permitted licence, {len(refused)} without")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
