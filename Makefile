# make publish    install figtrail if it is missing, and rebuild datapackage/ from seeds/ and build/
# make validate   prove datapackage/, and that publishing again gives the same bytes
# make test       install the tools of development if they are missing, and run the tests
# make check      formatting, lint, types, and which module may import which
# make docs       write the pages of docs/ that are made from the code
# make weights    weigh anew the signs of labels and of phrases, from tests/golden/
# make format     let ruff mend what it can
# make lock       choose the newest versions that fit pyproject.toml, with their hashes
# make benchmark  compare accuracy, speed and memory with other extractors (some minutes)
# make picture    take the README's picture of the page again, in Chromium
# make clean      remove the environment and what tools left behind

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
TOOLS := $(VENV)/installed-tools
PEERS := .venv-benchmarks
LOCKING := --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header

.PHONY: publish validate test check docs weights format lock benchmark picture clean install
.DEFAULT_GOAL := publish

publish: $(STAMP)
	$(BIN)/figtrail publish seeds --recipe build/recipe.toml --out datapackage

validate: $(STAMP)
	$(BIN)/figtrail validate datapackage --seeds seeds --require-sources --rebuild

test: $(TOOLS)
	$(BIN)/python -m pytest

check: $(TOOLS)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(STAMP)
	$(BIN)/python docs/generate.py

weights: $(TOOLS)
	$(BIN)/python build/weigh_labels.py
	$(BIN)/python build/weigh_phrases.py
	$(BIN)/python build/weigh_periods.py

format: $(TOOLS)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

install: $(TOOLS)

# The locks name every file by its hash; nothing that isn't in them is installed, the build backend
# included, so that one environment is like another. Publishing needs a small part of what tests do.
$(STAMP): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(STAMP)

$(TOOLS): $(STAMP) requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	touch $(TOOLS)

lock:
	$(PYTHON) -m venv .lock-venv
	.lock-venv/bin/python -m pip install --quiet --disable-pip-version-check uv
	.lock-venv/bin/uv pip compile $(LOCKING) pyproject.toml --group build --output-file requirements.lock
	.lock-venv/bin/uv pip compile $(LOCKING) pyproject.toml --group dev --constraint requirements.lock \
		--output-file requirements-dev.lock
	.lock-venv/bin/uv pip compile $(LOCKING) --prerelease allow benchmarks/requirements.in \
		--output-file benchmarks/requirements.txt
	rm -r .lock-venv

benchmark: $(STAMP) $(PEERS)/installed
	$(BIN)/python benchmarks/accuracy.py --peers $(PEERS)/bin/python
	$(BIN)/python benchmarks/compare.py --peers $(PEERS)/bin/python

$(PEERS)/installed: benchmarks/requirements.txt
	test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement benchmarks/requirements.txt
	touch $(PEERS)/installed

picture: publish
	$(BIN)/python docs/take_picture.py

clean:
	rm -rf $(VENV) $(PEERS) .lock-venv dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
