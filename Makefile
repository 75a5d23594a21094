# Every command of the project. `make help` lists them; `make run` and `make test` work on a machine that has nothing yet.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
.PHONY: help set-up run test check tour faults bench bundle lock catalogue clean

VENV := .venv/bin

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1	\2/' | expand -t 20

set-up:
	@packaging/set_up.sh

run: set-up ## Start the program; without a screen: make tour
	@if [ "$$(uname)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then
	  echo "There is no screen here, so the tour runs on a virtual one: make tour"
	  $(MAKE) --no-print-directory tour
	else
	  $(VENV)/python -m ui
	fi

test: check ## Run every check and test
	@$(VENV)/pytest -n 2

check: set-up ## Run the checks that need no test: style, types, layers
	@$(VENV)/ruff check
	@$(VENV)/ruff format --check
	@$(VENV)/mypy
	@$(VENV)/mypy tests/*.py tests/e2e/*.py packaging/catalogue.py
	@$(VENV)/lint-imports

tour: set-up ## Walk through the real windows; pictures and papers in build/tour
	@$(VENV)/python -m tests.e2e.tour --out build/tour

faults: set-up ## Run the fault catalogue with its full counts
	@FAULTS_FULL=1 $(VENV)/pytest -n 2 --dist worksteal -m faults --timeout 2700

bench: set-up ## Measure the budget of speed and memory; one table, build/bench.json
	@$(VENV)/python -m tests.benchmarks

bundle: set-up ## Build the program as one folder in build/bundle, and try it
	@$(VENV)/pyinstaller --noconfirm --log-level WARN --distpath build/bundle --workpath build/pyinstaller packaging/vpjournal.spec
	@TEST_BUNDLE=1 $(VENV)/pytest tests/e2e/test_bundle.py

lock: ## Resolve requirements.lock anew from pyproject.toml
	@python3 -m venv build/lock-tool
	@build/lock-tool/bin/pip install --quiet uv
	@build/lock-tool/bin/uv pip compile --universal --generate-hashes --all-extras --no-header --no-annotate -q \
	  --python-version 3.11 pyproject.toml -o requirements.lock

catalogue: set-up ## Bring the English catalogue up to the texts in the code
	@$(VENV)/python packaging/catalogue.py

clean: ## Remove everything that was made here, .venv too
	@rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find resources/locale -name '*.mo' -delete
	@find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +
