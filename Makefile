# What one does in this house, each in a line or two; `make` alone lists it.
# Works with GNU make 3.81 (macOS) and later. PYTHON names another interpreter: make run PYTHON=python3.12

PYTHON ?= python3
SUPPORTED = $(PYTHON) -c 'import sys; (3, 11) <= sys.version_info < (3, 14) or sys.exit( \
	"Counterpoint needs Python 3.11, 3.12 or 3.13, and this is %d.%d. Name another one: make PYTHON=python3.12" \
	% sys.version_info[:2])'
BIN := .venv/bin
# The lock names everything, so nothing is left to resolve; pip before 24 takes `coverage[toml]` anew otherwise.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes
LOCK := .venv-lock/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --exclude-newer "7 days" --custom-compile-command "make lock"
UV := uv==0.13.9
# These six decide who sees what: every branch of them is tested.
WHOLE := bot/doorkeeper.py,bot/dialogue/visibility.py,bot/dialogue/sealed_until_close.py,bot/dialogue/attribution.py,bot/dialogue/consent.py,bot/dialogue/readings.py

.PHONY: help run test check fix lock bench drill
help:                           ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

run: .venv/for-run              ## start the bot; without tokens it opens the web room
	@$(BIN)/python -m bot run

test: .venv/for-test            ## the whole suite
	@$(BIN)/python -m pytest -n auto $(PYTEST_ARGS)

check: .venv/for-test           ## everything that must hold before a commit
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --python-version 3.11
	$(BIN)/mypy --python-version 3.13
	$(BIN)/lint-imports
	$(BIN)/python -m bot check prompts
	$(BIN)/codespell
	@$(MAKE) --no-print-directory test PYTEST_ARGS=--cov
	@$(BIN)/coverage report --include=$(WHOLE) --fail-under=100 > .venv/whole.txt || { cat .venv/whole.txt; exit 1; }

fix: .venv/for-test             ## put layout and imports right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:                           ## write requirements/ anew from pyproject.toml; releases younger than a week wait
	@$(SUPPORTED)
	@$(PYTHON) -m venv .venv-lock && .venv-lock/bin/python -m pip install --quiet --disable-pip-version-check $(UV)
	$(LOCK) --upgrade --output-file requirements/run.txt
	$(LOCK) --upgrade --group dev --constraint requirements/run.txt --output-file requirements/dev.txt

bench: .venv/for-test           ## the short form of every benchmark, with its peers
	@$(BIN)/python -m benchmarks

drill: .venv/for-test           ## the long form of a drill: make drill crash, make drill hostile
	@$(BIN)/python -m tests.drills $(filter-out drill,$(MAKECMDGOALS))

# The words after `drill` are its arguments, not goals of their own.
ifeq ($(firstword $(MAKECMDGOALS)),drill)
DRILLS := $(filter-out drill,$(MAKECMDGOALS))
.PHONY: $(DRILLS)
$(DRILLS): ; @:
endif

.venv/for-run: requirements/run.txt
.venv/for-test: requirements/dev.txt
.venv/for-run .venv/for-test:
	@$(SUPPORTED)
	@$(PYTHON) -m venv .venv
	@echo "Installing what $< lists."
	@$(PIP) -r $<
	@touch $@
