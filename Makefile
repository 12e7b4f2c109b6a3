# Every chore. `make help` lists them; each does its own set-up.
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
# xdist workers: one a core, and two cores is what a small machine has.
WORKERS ?= auto
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# uv where the machine has it, since it is quicker; pip everywhere else.
INSTALL := $(if $(shell command -v uv),uv pip install --python $(BIN)/python,$(BIN)/python -m pip install)

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test check unit bench screenshots wheel lock vendor clean

help: ## List the chores
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

demo: .venv/.installed ## Start a region to try, on http://127.0.0.1:8000 (PORT= for another)
	PORT=$(PORT) $(BIN)/regionhub demo

demo-reset: .venv/.installed ## Start the demo afresh: what was done in it is lost
	rm -rf instance
	PORT=$(PORT) $(BIN)/regionhub demo

test: check unit ## Run everything that CI runs

check: .venv/.tested ## Style, types and templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint --check --lint templates

unit: .venv/.tested ## The tests, on SQLite and PostgreSQL, with the browser
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

bench: .venv/.tested ## Measure beside a bare Flask page; prints a table
	$(BIN)/python -m benchmarks

screenshots: .venv/.tested ## Take the pictures in the README anew
	$(BIN)/python -m scripts.screenshots

wheel: .venv/.installed ## Build the wheel into dist/
	$(BIN)/python -m hatchling build -t wheel

lock: ## Resolve the dependencies anew into the lock files
	$(PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install -q uv
	for group in '' test; do \
	  .venv-lock/bin/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-annotate --no-header pyproject.toml \
	    --group build $${group:+--group $$group} -o requirements$${group:+-$$group}.lock || exit 1; \
	done
	rm -rf .venv-lock

vendor: ## Fetch the vendored assets anew (needs npm)
	$(PYTHON) -m scripts.vendor_assets

clean: ## Remove everything that can be made again, except the demo's data
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results

.venv/bin/python:
	$(PYTHON) -m venv .venv || { command -v uv >/dev/null && uv venv --seed --python 3.11 .venv; } || \
	  { echo "Python's venv is missing. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }

.venv/.installed: .venv/bin/python requirements.lock pyproject.toml
	$(INSTALL) --quiet --require-hashes -r requirements.lock
	$(INSTALL) --quiet --no-build-isolation --no-deps --editable .
	touch $@

.venv/.tested: .venv/.installed requirements-test.lock
	$(INSTALL) --quiet --require-hashes -r requirements-test.lock
	touch $@
