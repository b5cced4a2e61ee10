"""Every session that the documentation shows is what the commands print today."""

from pathlib import Path

import pytest

from tests.docs import sessions

pytestmark = pytest.mark.slow
SHOWN = tuple(filter(sessions.has_sessions, sessions.PAGES))


@pytest.mark.parametrize("page", SHOWN, ids=lambda page: page.name)
def test_a_session_on_a_page_is_what_the_commands_print(page: Path) -> None:
    shown = sessions.shown_on(page)
    for step, printed in zip(shown, sessions.printed_for(shown), strict=True):
        assert printed == step, "bring it up to date: python -m tests.docs.sessions --write"


def test_the_first_pages_that_a_reader_opens_show_sessions() -> None:
    assert {page.name for page in SHOWN} >= {"README.md", "first-steps.md", "commands.md"}
