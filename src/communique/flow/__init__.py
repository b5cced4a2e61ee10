"""The order of the stages, and nothing else: take in, read, keep; resolve, compare, derive."""

from communique.flow.deriving import derive, derived_now, is_derived
from communique.flow.reading import Summary, complete, read, read_again
from communique.flow.run import Progress, Run, Step, run_version, version_of

__all__ = [
    "Progress",
    "Run",
    "Step",
    "Summary",
    "complete",
    "derive",
    "derived_now",
    "is_derived",
    "read",
    "read_again",
    "run_version",
    "version_of",
]
