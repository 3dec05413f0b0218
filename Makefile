# Everything a person does with this project. `make` alone lists it.
SHELL := /bin/bash
TIP_HOME ?= data
TIP_PORT ?= 3000
PYTHON ?= python3
UV := .tools/bin/uv
BIN := .venv/bin
export TIP_HOME
# Nothing here phones home.
export DO_NOT_TRACK := 1
export DAGSTER_DISABLE_TELEMETRY := yes
export DBT_SEND_ANONYMOUS_USAGE_STATS := false
export GX_ANALYTICS_ENABLED := false

.DEFAULT_GOAL := help
.PHONY: help install run ui test test-fast check unit lint types format eval bench compiled docs answers clean clean-compiled

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .tools
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'

.venv/.installed: $(UV) pyproject.toml uv.lock
	@$(UV) sync --locked --quiet --compile-bytecode
	@touch $@

install: .venv/.installed ## install the locked dependencies into .venv

run: install ## run the sample reports to a published release under ./data, and show it
	@$(BIN)/tip run --landing examples/landing
	@$(BIN)/tip status
	@echo
	@echo "What was each government's law enforcement, year by year?"
	@$(BIN)/tip query "$$(cat examples/law_enforcement.sql)"

ui: install ## start the Dagster UI and daemon, with the sensor and the schedule switched on
	@$(BIN)/python -m orchestration.ui --port $(TIP_PORT)

test: install ## run all tests, linters, type checks and import rules
	@$(MAKE) --no-print-directory -j2 check unit

check: lint types

# The tests are of the sources, whatever is compiled.
unit: install
	@TIP_COMPILED=0 $(BIN)/pytest -n 2

test-fast: install ## run the tests of the extractor alone
	@TIP_COMPILED=0 $(BIN)/pytest tests/ingest

lint: install ## check style and the import rules between the rooms
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports

types: install ## check types
	@$(BIN)/mypy

format: install ## format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

eval: install ## score the extractor against labelled reports (TIP_SHARED, else ../shared)
	@$(BIN)/python -m benchmarks.accuracy

# What the bench compares with has an environment of its own, so that the project's never holds it.
.tools/bench/.installed: $(UV) pyproject.toml uv.lock
	@UV_PROJECT_ENVIRONMENT=.tools/bench $(UV) sync --locked --quiet --only-group bench --compile-bytecode
	@touch $@

bench: install .tools/bench/.installed ## measure speed on this machine, beside spaCy's small English model
	@$(BIN)/python -m benchmarks.speed

.tools/compiler/.installed: $(UV) pyproject.toml uv.lock
	@UV_PROJECT_ENVIRONMENT=.tools/compiler $(UV) sync --locked --quiet --only-group compiler --compile-bytecode
	@touch $@

compiled: install .tools/compiler/.installed ## compile the extractor to C; taken while its sources stay as they are
	@$(BIN)/python -m benchmarks.compiled

clean-compiled: ## remove what was compiled: the extractor runs from its sources again
	rm -rf .tools/compiled

answers: install ## write the answers of the sample release (make run) into README.md
	@$(BIN)/python -m tests.tip_warehouse.questions $(TIP_HOME)

docs: install ## render the data dictionary from the schema
	@$(BIN)/python -m tip_warehouse.dictionary > docs/data_dictionary.md

clean: ## remove what was installed and built, but no data
	rm -rf .venv .tools dbt_project/target dbt_project/logs
