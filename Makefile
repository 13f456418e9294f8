# make publish    install what is missing, and rebuild datapackage/ from seeds/ and build/
# make test       install what is missing, and run the tests
# make check      formatting, lint, types, and which module may import which
# make format     let ruff mend what it can
# make lock       choose the newest versions that fit pyproject.toml, with their hashes
# make benchmark  compare speed and memory with other extractors (some minutes)
# make picture    take the README's picture of the page again, in Chromium
# make clean      remove the environment and what tools left behind

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
PEERS := .venv-benchmarks

.PHONY: publish validate test check format lock benchmark picture clean install
.DEFAULT_GOAL := publish

publish: $(STAMP)
	$(BIN)/figtrail publish seeds --recipe build/recipe.toml --out datapackage

validate: $(STAMP)
	$(BIN)/figtrail validate datapackage --seeds seeds --require-sources --rebuild

test: $(STAMP)
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

install: $(STAMP)

# The lock names every file by its hash; nothing that isn't in it is installed, the build backend
# included, so that one environment is like another.
$(STAMP): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(STAMP)

lock:
	$(PYTHON) -m venv .lock-venv
	.lock-venv/bin/python -m pip install --quiet --disable-pip-version-check uv
	.lock-venv/bin/uv pip compile --quiet pyproject.toml --group dev --universal --python-version 3.11 \
		--upgrade --generate-hashes --no-emit-index-url --no-emit-find-links --no-header \
		--output-file requirements.lock
	.lock-venv/bin/uv pip compile --quiet benchmarks/requirements.in --universal --python-version 3.11 \
		--upgrade --generate-hashes --prerelease allow --no-emit-index-url --no-emit-find-links \
		--no-header --output-file benchmarks/requirements.txt
	rm -r .lock-venv

benchmark: $(STAMP) $(PEERS)/installed
	$(BIN)/python benchmarks/compare.py --peers $(PEERS)/bin/python

$(PEERS)/installed: benchmarks/requirements.txt
	test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement benchmarks/requirements.txt
	touch $(PEERS)/installed

picture: publish
	$(BIN)/python docs/take_picture.py

clean:
	rm -rf $(VENV) $(PEERS) .lock-venv dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
