"""The Python in the documentation runs, and gives what the pages say."""

import contextlib
import doctest
import io
import re
import shutil
from pathlib import Path

import pytest

from tests.acceptance.running import EXAMPLES, ROOT
from tests.docs.sessions import has_sessions, printed_here, shown_on

pytestmark = pytest.mark.slow
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPTS = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def having(block: re.Pattern[str]) -> list[Path]:
    return [page for page in PAGES if block.search(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", having(_PYTHON), ids=lambda page: page.name)
def test_the_python_on_a_page_runs(page: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    with contextlib.chdir(tmp_path), contextlib.redirect_stdout(io.StringIO()):
        if has_sessions(page):
            printed_here(shown_on(page)[:1])
        names: dict[str, object] = {}
        for block in _PYTHON.findall(page.read_text(encoding="utf-8")):
            exec(compile(block, page.name, "exec"), names)


@pytest.mark.parametrize("page", having(_PROMPTS), ids=lambda page: page.name)
def test_the_worked_example_on_a_page_gives_what_the_page_says(page: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    prompts = "\n".join(_PROMPTS.findall(page.read_text(encoding="utf-8")))
    example = doctest.DocTestParser().get_doctest(prompts, {}, page.name, str(page), 0)
    told = io.StringIO()
    with contextlib.chdir(tmp_path):
        result = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(
            example, out=told.write
        )
    assert result.attempted > 10
    assert result.failed == 0, told.getvalue()
