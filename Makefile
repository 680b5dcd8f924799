# What users and developers run. The targets only wrap commands of the tool itself; README.md has the same for Windows.
#
#   make demo    the sample documents in the browser (PORT=8123 chooses the port)
#   make test    all tests; what needs Neo4j, Chromium or LibreOffice is skipped, saying why, where they are missing
#   make setup   .venv with the tool, from requirements.lock
#   make lint    ruff and mypy
#   make lock    requirements.lock and requirements-dev.lock anew from pyproject.toml (needs uv)
#   make clean   everything that the other targets made in this folder

# The first of these that is new enough; `make PYTHON=/path/to/python3.12 …` overrides.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTEST_ARGS ?=
LOCK := pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.PHONY: help setup demo test lint lock clean
.DEFAULT_GOAL := help

help:
	@sed -n 's/^#   make /make /p' Makefile

setup: .venv/.ready

demo: setup
	@$(BIN)/arendegang demo

test: .venv/.ready-dev
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: .venv/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lock:
	uv $(LOCK) --extra build --output-file requirements.lock
	uv $(LOCK) --extra build --extra dev --output-file requirements-dev.lock

clean:
	rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/.ready: requirements.lock pyproject.toml
	@if [ -z "$(PYTHON)" ] || ! "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
		echo "Ärendegång needs Python 3.11 or later. Install it, or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 1; fi
	@if ! "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; fi
	@echo "Setting up .venv (once, about a minute) …"
	@"$(PYTHON)" -m venv .venv
	@$(PIP) install -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/.ready-dev: .venv/.ready requirements-dev.lock
	@echo "Setting up what the tests need (once) …"
	@$(PIP) install -r requirements-dev.lock
	@touch $@
