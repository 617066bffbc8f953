# kurilmap: `make maps` writes the pages, `make test` checks everything; `make help` lists the rest.
# Stamps inside .venv remember what was installed, so that a second run is quick.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
OUT ?= out
# Everything is pinned and hash-checked; build backends are installed first, so that nothing is
# fetched for an isolated build.
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --quiet --no-input
LOCKED := $(PIP) --require-hashes --no-build-isolation
UV_VERSION := 0.13.9

# What to change: make mutants MUTANTS="geodesy scenarios --sample 10 --seed 2"
MUTANTS ?= geodesy scenarios sea

.PHONY: help maps test checks lab geo bench faults mutants checksums dist install-check requirements clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.made:
	@python=$$(bash tools/python.sh) && "$$python" -m venv --clear $(VENV) && touch $@

$(VENV)/.built: $(VENV)/.made requirements/build.txt
	@$(PIP) --require-hashes -r requirements/build.txt
	@touch $@

$(VENV)/.runtime: $(VENV)/.built requirements/runtime.txt pyproject.toml
	@echo "kurilmap: installing into $(VENV) (once, about a minute)"
	@$(LOCKED) -r requirements/runtime.txt
	@$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.notebook: $(VENV)/.runtime requirements/notebook.txt
	@echo "kurilmap: installing JupyterLab into $(VENV) (once, about a minute)"
	@$(LOCKED) -r requirements/notebook.txt
	@touch $@

$(VENV)/.test: $(VENV)/.runtime requirements/test.txt
	@echo "kurilmap: installing what the tests need into $(VENV) (once, a minute or two)"
	@$(LOCKED) -r requirements/test.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.test requirements/bench.txt
	@$(LOCKED) -r requirements/bench.txt
	@touch $@

$(VENV)/.dist: $(VENV)/.built requirements/dist.txt
	@$(LOCKED) -r requirements/dist.txt
	@touch $@

$(VENV)/lock/bin/uv: Makefile
	@python=$$(bash tools/python.sh) && "$$python" -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip --disable-pip-version-check install --quiet --quiet uv==$(UV_VERSION)
	@touch $@

$(VENV)/.mutants: $(VENV)/.test requirements/mutants.txt
	@$(LOCKED) -r requirements/mutants.txt
	@touch $@

maps: $(VENV)/.runtime ## write out/index.html, out/overview.html and a page a scenario
	@$(BIN)/kurilmap atlas "$(OUT)"
	@echo "kurilmap: open $(OUT)/index.html in a browser (no network needed)"

test: $(VENV)/.test ## run every check: format, lint, types, imports, tests, notebooks, browser
	@bash tools/browser.sh
	@$(MAKE) --no-print-directory checks

checks: # what `make test` runs once all is installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/oxlint --deny-warnings kurilmap/assets kurilmap/atlas kurilmap/widgets
	$(BIN)/python -m pytest -n 2 --dist loadfile

lab: $(VENV)/.notebook ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab --notebook-dir=notebooks

.venv-geo/.made: geo/build/requirements.txt
	@python=$$(bash tools/python.sh) && "$$python" -m venv --clear .venv-geo
	@.venv-geo/bin/python -m pip --disable-pip-version-check install --quiet --quiet --no-input \
	    --require-hashes -r $<
	@touch $@

geo: .venv-geo/.made ## rebuild geo/*.geojson from OpenStreetMap land (1.2 GB of memory)
	.venv-geo/bin/python -m geo.build
	.venv-geo/bin/python geo/build/checksums.py

checksums: $(VENV)/.made ## rewrite geo/checksums.txt after an edit by hand
	$(BIN)/python geo/build/checksums.py

bench: $(VENV)/.bench ## measure sizes and times beside folium's own layers and explore()
	@bash tools/browser.sh
	$(BIN)/python -m tests.benchmarks --markdown docs/benchmarks.md

faults: $(VENV)/.test ## break disks, processes and files on purpose, all that `test` samples
	$(BIN)/python -m pytest tests/faults --faults full --faults-file docs/faults.md

dist: $(VENV)/.dist ## build the sdist, and the wheel out of it, into dist/ and check both
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist
	$(BIN)/twine check --strict dist/*
	$(BIN)/check-wheel-contents dist/*.whl

install-check: dist $(VENV)/lock/bin/uv ## try the wheel with the oldest and the latest dependencies on every Python here
	$(BIN)/python tools/install_check.py $(VENV)/lock/bin/uv dist/*.whl $(PYTHONS)

mutants: $(VENV)/.mutants ## change the code on purpose, and see whether the tests notice
	nice -n 19 $(BIN)/python tools/mutants.py $(MUTANTS)

requirements: $(VENV)/lock/bin/uv ## pin requirements/*.txt anew from pyproject.toml
	bash tools/requirements.sh $(VENV)/lock/bin/uv

clean: ## remove what make made, the data and the notebooks stay
	rm -rf $(VENV) .venv-geo $(OUT) dist .mypy_cache .pytest_cache .ruff_cache \
	    .hypothesis .import_linter_cache
