# Two commands do everything: `make run` and `make test`. Each installs what is missing first.
# Needed on the machine: Python 3.11 or newer, make, and the network once.

PYTHON ?= $(firstword $(foreach name,python3.13 python3.12 python3.11 python3 python,$(shell $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
FONTS := src/prongsai/ita/writing/fonts/OFL.txt
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
JOBS ?= logical
JOURNEYS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
MINUTES ?= 1

.DEFAULT_GOAL := help
.PHONY: help run papers test check format accept bench faults fuzz lock clean

help: ## Say what can be done here
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

run: $(VENV)/.ready $(FONTS) ## Start Prongsai with the invented demo agency; data go to .state/
	@PRONGSAI_STATE="$${PRONGSAI_STATE:-$(CURDIR)/.state}" $(BIN)/prongsai run

papers: $(VENV)/.ready $(FONTS) ## Do the main job on the papers of the demo agency, without a server; documents go to out/
	@$(BIN)/prongsai demo --out out

test: $(VENV)/.ready-dev $(FONTS) check ## Check everything: style, types, house plan, behaviour

check:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(JOBS) --ignore=tests/journeys
	$(BIN)/python -m pytest -n $(JOURNEYS) tests/journeys  # apart: a browser keeps an event loop, and half the time one waits for it

format: $(VENV)/.ready-dev ## Put the code into the house's form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

accept: $(VENV)/.ready-dev ## Score the reader on a folder of papers and truths: make accept PAPERS=DIR
	@test -n "$(PAPERS)" || { echo "Say which folder: make accept PAPERS=DIR"; exit 2; }
	$(BIN)/python tests/ita/reading/accept.py "$(PAPERS)"

bench: $(VENV)/.ready-dev $(FONTS) ## Measure, side by side with what a user would pick instead
	$(BIN)/python -m bench

faults: $(VENV)/.ready-dev ## Kill processes for longer: many rounds of what `make test` does a few times
	PRONGSAI_LONG_FAULTS=1 $(BIN)/python -m pytest -n 0 -m faults tests

fuzz: $(VENV)/.ready-dev ## Try broken files on every parser: make fuzz MINUTES=10 (for each)
	PYTHONPATH=tests $(BIN)/python -m fuzz --minutes $(MINUTES)

lock: $(VENV)/.ready-dev ## Write the pinned, hashed requirements anew
	$(PIP) install uv
	$(BIN)/python scripts/lock_requirements.py

clean: ## Remove what was installed and made
	rm -rf $(VENV) node_modules out src/prongsai/ita/writing/fonts

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Prongsai needs Python 3.11 or newer."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.ready

$(FONTS): package-lock.json scripts/install_fonts.py | $(VENV)/bin/python
	$(BIN)/python scripts/install_fonts.py
	@touch $@
