# The two commands of the README are `make demo` and `make test`; both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: demo serve test check lint types contracts licences docs quality bench screenshots lock mirrors clean

demo: $(VENV)/.installed
	@$(BIN)/python examples/demo.py

# The shipped example in a browser, at the address that is printed
serve: $(VENV)/.served
	@$(BIN)/python examples/demo.py >/dev/null
	@$(BIN)/communique serve --record build/demo/communique.db

test: $(VENV)/.developed
	$(BIN)/python -m pytest

check: lint types contracts test licences docs

lint: $(VENV)/.developed
	$(BIN)/ruff format --check src tests examples
	$(BIN)/ruff check src tests examples

types: $(VENV)/.developed
	$(BIN)/mypy

contracts: $(VENV)/.developed
	$(BIN)/lint-imports

licences: $(VENV)/.developed
	$(BIN)/python -m tests.licences

docs: $(VENV)/.developed
	$(BIN)/mkdocs build --strict --site-dir build/site

# What is read right in texts with known answers, against the floors pinned in tests/quality
quality: $(VENV)/.developed
	$(BIN)/python -m tests.quality

bench: $(VENV)/.developed
	$(BIN)/python -m tests.bench

# Pictures of every page of the server on the examples, to be looked at: GUIDE=--guide makes those
# of the guide anew too
screenshots: $(VENV)/.developed
	$(BIN)/python -m tests.server.screenshots $(GUIDE)

# As many mirrors of the seeds as asked for: make mirrors N=50
N ?= 20
mirrors: $(VENV)/.developed
	$(BIN)/python -m tests.mission.mirrors --count $(N)

lock: $(VENV)/.developed
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-annotate --group build -o requirements/main.txt
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-annotate --extra server --group build \
	  -o requirements/server.txt
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-emit-index-url --no-annotate --extra server --group build --group dev \
	  -o requirements/dev.txt

clean:
	rm -rf $(VENV) build dist site

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python requirements/main.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/main.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.served: $(VENV)/.installed requirements/server.txt
	$(PIP) --require-hashes -r requirements/server.txt
	@touch $@

$(VENV)/.developed: $(VENV)/.installed requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
