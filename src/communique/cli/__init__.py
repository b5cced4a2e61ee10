"""The command line: one command for each question, and nothing decided here."""

from communique.cli.app import run

__all__ = ["run"]
